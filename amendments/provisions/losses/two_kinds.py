"""Finds numbers that look the same but were read as provisions of two kinds. One of the two is probably wrong."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from amendments.provisions.kind_names import KIND_NAMES
from amendments.provisions.losses import codes
from amendments.provisions.messages import Message, counted as ngettext
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.bare_numbers import NUMBERED
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

# From here on the import stops. Of 26 consolidated Azerbaijani codes three have a single one, which is a slip of the
# print; English acts whose sections were lost had between 5 and 199.
_MANY = 3


def check_levels(provisions: Sequence[Pending]) -> Iterator[Finding]:
    """One finding for each way of numbering, at the first provision of the rarer kind; each annex is counted on its own."""
    found: dict[tuple[object, ...], dict[Kind, list[Pending]]] = defaultdict(lambda: defaultdict(list))
    annex = 0
    for provision in provisions:
        annex += provision.kind is Kind.ANNEX
        if series := _series(provision):
            found[annex, *series][provision.kind].append(provision)
    for kinds in found.values():
        *rarer, usual = sorted(kinds.values(), key=len)
        count = sum(map(len, rarer))
        if count:
            first, *further = sorted(chain(*rarer), key=lambda provision: provision.line)
            said = _said(first, usual[0], count)
            places = tuple(provision.line for provision in further)
            yield Finding(first.line, codes.TWO_KINDS, said, count, count >= _MANY, places)


def _series(provision: Pending) -> tuple[object, ...]:
    """How a number is printed: "(a)" and "(b)" alike, "5.1.2" and "7.3.1" alike; () for what is not compared."""
    label = provision.label
    if label is None or not provision.value or provision.kind is Kind.ROW or _is_in_note(provision):
        return ()
    if label.form is Form.DECIMAL:
        return Form.DECIMAL, len(provision.value), _is_in_list(provision)
    if label.form is Form.ITEM:
        return Form.ITEM, provision.style
    return (Form.ITEM, "arabic.") if provision.style == NUMBERED else ()


def _is_in_list(provision: Pending) -> bool:
    """Whether a decimal number goes on from "2." of a list, and not from an article."""
    owner = provision.parent
    while owner is not None and owner.label is not None and owner.label.form is Form.DECIMAL:
        owner = owner.parent
    return owner is not None and owner.label is not None and owner.label.form is Form.ITEM


def _is_in_note(provision: Pending) -> bool:
    owner = provision.parent
    while owner is not None and owner.kind is not Kind.NOTE:
        owner = owner.parent
    return owner is not None


def _said(rarer: Pending, usual: Pending, count: int) -> Message:
    return ngettext(
        "%(number)s is read as “%(kind)s”, other numbers printed alike as “%(other)s”.",
        "%(count)s numbers such as %(number)s are read as “%(kind)s”, others printed alike as “%(other)s”.",
        count,
        number=rarer.number,
        kind=KIND_NAMES[rarer.kind],
        other=KIND_NAMES[usual.kind],
    )
