"""Checks where the text stands. If most of it stands after the end, outside provisions or in one provision, it was misread."""

from collections.abc import Iterable, Iterator

from amendments.provisions.kind_names import KIND_NAMES
from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import OUTSIDE_THE_LAW, Kind

_SHORT = 3_000  # characters; the proportions of a short act say nothing
# In percent. The lists after the text take up to 67 % of 26 consolidated Azerbaijani codes (State Duty), and took 79 %
# and 98 % of the two that were misread.
_MOST_AFTER_END = 75
_MOST_UNNUMBERED = 50
_MOST_IN_ONE = 30
_LONG = 8_000  # characters of one provision
_UNNUMBERED = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.PARAGRAPH})


def check_proportions(read: ReadAct) -> Iterator[Finding]:
    """Findings for an act of some length."""
    total = _length(read.provisions)
    law = [provision for provision in read.provisions if provision.kind not in OUTSIDE_THE_LAW]
    if total < _SHORT:
        return
    yield from _after_end(read.provisions, total)
    yield from _unnumbered(law)
    yield from _in_one(law)


def _after_end(provisions: Iterable[Pending], total: int) -> Iterator[Finding]:
    lists = [provision for provision in provisions if provision.kind is Kind.APPARATUS]
    share = 100 * _length(lists) // total
    if share > _MOST_AFTER_END:
        said = _("%(share)s %% of the text stands after its end, in the lists of the publisher.", share=share)
        yield Finding(lists[0].line, codes.TEXT_AFTER_END, said, _lines(lists), stops=True)


def _unnumbered(law: list[Pending]) -> Iterator[Finding]:
    outside = [provision for provision in law if provision.kind in _UNNUMBERED]
    share = 100 * _length(outside) // max(_length(law), 1)
    if share > _MOST_UNNUMBERED:
        said = _("%(share)s %% of the text stands in no numbered provision.", share=share)
        yield Finding(outside[0].line, codes.LITTLE_LAW, said, _lines(outside), stops=True)


def _in_one(law: list[Pending]) -> Iterator[Finding]:
    inside = [provision for provision in law if provision.kind not in _UNNUMBERED | {Kind.TABLE}]
    longest = max(inside, key=_own_length, default=None)
    if longest is None or _own_length(longest) < _LONG:
        return
    share = 100 * _own_length(longest) // _length(law)
    if share > _MOST_IN_ONE:
        said = _(
            "%(share)s %% of the text stands in one provision, %(number)s.",
            share=share,
            number=longest.number or KIND_NAMES[longest.kind],
        )
        yield Finding(longest.line, codes.LONG_PROVISION, said, _lines([longest]), stops=True)


def _length(provisions: Iterable[Pending]) -> int:
    """Characters of text and headings."""
    return sum(_own_length(provision) + len(provision.heading) for provision in provisions)


def _own_length(provision: Pending) -> int:
    return sum(map(len, provision.paragraphs))


def _lines(provisions: Iterable[Pending]) -> int:
    return sum(len(provision.paragraphs) for provision in provisions)
