"""Akoma Ntoso eIds without the prefix of section and chapter: art_12__para_3__subpara_1."""

from collections import Counter
from collections.abc import Sequence

from amendments.provisions.numbers import plain
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.tree import Kind

PREFIXES = {
    Kind.TITLE: "title",
    Kind.PREAMBLE: "preamble",
    Kind.SECTION: "sec",
    Kind.CHAPTER: "chp",
    Kind.DIVISION: "dvs",
    Kind.ARTICLE: "art",
    Kind.PART: "para",
    Kind.POINT: "subpara",
    Kind.SUBPOINT: "point",
    Kind.PARAGRAPH: "p",
    Kind.NOTE: "note",
    Kind.TABLE: "table",
    Kind.ROW: "tr",
    Kind.ANNEX: "annex",
    Kind.CONTENTS: "toc",
    Kind.CLOSING: "conclusions",
    Kind.APPARATUS: "apparatus",
}
_SINGLE = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.CONTENTS, Kind.CLOSING})
_NUMBERED = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ARTICLE, Kind.ANNEX})  # usually
UPPER_STRUCTURE = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION})


def assign_eids(provisions: Sequence[Pending]) -> None:
    """Give every provision its eId as key; a number printed twice gets "_2", so that eIds stay unique."""
    taken: Counter[str] = Counter()
    unnumbered: Counter[str] = Counter()
    for provision in provisions:
        eid = _base(provision, unnumbered)
        taken[eid] += 1
        provision.key = eid if taken[eid] == 1 else f"{eid}_{taken[eid]}"


def _base(provision: Pending, unnumbered: Counter[str]) -> str:
    owner = _owner_in_eid(provision)
    start = f"{owner.key}__{PREFIXES[provision.kind]}" if owner else PREFIXES[provision.kind]
    own = _own_number(provision, owner)
    if own:
        return f"{start}_{own}"
    unnumbered[start] += 1
    count = unnumbered[start]
    if provision.kind in _SINGLE and count == 1:
        return start
    return f"{start}_{count}" if provision.kind not in _NUMBERED else f"{start}_nn-{count}"


def _owner_in_eid(provision: Pending) -> Pending | None:
    """An article is named without section and chapter, but within its annex."""
    owner = provision.parent
    if provision.kind is Kind.ARTICLE:
        while owner is not None and owner.kind in UPPER_STRUCTURE:
            owner = owner.parent
    return owner


def _own_number(provision: Pending, owner: Pending | None) -> str:
    """The part of the number that the owner's number does not already say; numerals in words as digits."""
    if provision.style == "words":
        return str(provision.value[0].value)
    number, above = plain(provision.number), plain(owner.number) if owner is not None else ""
    return number.removeprefix(above + ".") if above else number
