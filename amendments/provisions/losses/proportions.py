"""Checks where the text stands. If most of it stands after the end, outside provisions or in one provision, it was misread."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from amendments.provisions.kind_names import KIND_NAMES
from amendments.provisions.losses import codes
from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import OUTSIDE_THE_LAW, Kind

_SHORT = 3_000  # characters; the proportions of a short act say nothing
_SHORT_UNNUMBERED = 1_000  # characters of an act without any number
# In percent. The lists after the text take up to 67 % of 26 consolidated Azerbaijani codes (State Duty), and took 79 %
# and 98 % of the two that were misread.
_MOST_AFTER_END = 75
_MOST_UNNUMBERED = 50
_MOST_IN_ONE = 30
_LONG = 8_000  # characters of one provision
# Percent of the text or of the numbers of a law that one annex or one of several articles holds. A decree of a few articles
# is short beside the rules that it approves, and an amending law may have one long article.
_MOST_BELOW_ONE = 50
_FEWEST_ARTICLES = 6
_FEWEST_NUMBERS = 40
_UNNUMBERED = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.PARAGRAPH})


def check_proportions(read: ReadAct) -> Iterator[Finding]:
    """Findings for an act of some length."""
    total = _length(read.provisions)
    law = [provision for provision in read.provisions if provision.kind not in OUTSIDE_THE_LAW]
    if total < _SHORT:
        if total >= _SHORT_UNNUMBERED and not any(provision.value for provision in read.provisions):
            yield from _unnumbered(law)
        return
    yield from _after_end(read.provisions, total)
    yield from _unnumbered(law)
    yield from _in_one(law)
    yield from _below_one(law)


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


def _below_one(law: Sequence[Pending]) -> Iterator[Finding]:
    """An annex, or one of several articles, in which more than half of the law stands."""
    articles = sum(
        provision.kind is Kind.ARTICLE and _above(provision, Kind.ANNEX) is None for provision in law
    )
    numbered = sum(bool(provision.value) for provision in law)
    if articles < _FEWEST_ARTICLES or numbered < _FEWEST_NUMBERS:
        return
    inside: dict[int, list[Pending]] = defaultdict(list)
    tops: dict[int, Pending] = {}
    for provision in law:
        if top := _above(provision, Kind.ANNEX) or _above(provision, Kind.ARTICLE):
            tops[id(top)] = top
            inside[id(top)].append(provision)
    length = _length(law)
    for key, below in inside.items():
        by_length = 100 * _length(below) // length
        by_number = 100 * sum(bool(provision.value) for provision in below) // numbered
        share = max(by_length, by_number)
        if share > _MOST_BELOW_ONE:
            top = tops[key]
            said = _(
                "%(share)s %% of the law stand below %(kind)s %(number)s.",
                share=share,
                kind=KIND_NAMES[top.kind],
                number=top.number,
            )
            yield Finding(top.line, codes.LAW_BELOW_ONE, said, len(below), stops=True)


def _above(provision: Pending | None, kind: Kind) -> Pending | None:
    while provision is not None and provision.kind is not kind:
        provision = provision.parent
    return provision


def _length(provisions: Iterable[Pending]) -> int:
    """Characters of text and headings."""
    return sum(_own_length(provision) + len(provision.heading) for provision in provisions)


def _own_length(provision: Pending) -> int:
    return sum(map(len, provision.paragraphs))


def _lines(provisions: Iterable[Pending]) -> int:
    return sum(len(provision.paragraphs) for provision in provisions)
