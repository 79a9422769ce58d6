"""What holds articles, cited with what holds it: Parts of English acts, their Divisions, chapters of a section."""

from collections.abc import Sequence
from dataclasses import replace

from search.query.levels import BINDS_UNITS, IN_ARTICLES, PARTS, Level
from search.query.ordinals import roman_of
from search.query.pieces import ABOVE_ARTICLES, CitedPiece


def parts_of_act(pieces: Sequence[CitedPiece], citations: Sequence[list[Level]]) -> list[list[Level]]:
    """The Parts of an English act, which hold its Divisions and sections, where nothing in them is named: "Part IV"."""
    parts = [levels[0] for levels in citations if len(levels) == 1 and levels[0].unit in IN_ARTICLES]
    if not any(pieces[part.first].text in PARTS for part in parts):
        return []
    return [
        [replace(part, unit="section", number=roman_of(part.number.upper()) or part.number)] for part in parts
    ]


def in_what_holds_them(pieces: Sequence[CitedPiece], citations: Sequence[list[Level]]) -> list[list[Level]]:
    """The narrowest with the wider ones, where each of these is one alone: "Division 2 of Part 3", «раздел 5 ГК, глава 61»."""
    units = {levels[0].unit for levels in citations}
    narrowest = max(map(ABOVE_ARTICLES.index, units), default=0)
    wider = [levels[0] for levels in citations if ABOVE_ARTICLES.index(levels[0].unit) < narrowest]
    if len(wider) != len(units) - 1:
        return list(citations)
    return [_in_order(pieces, [*wider, levels[0]]) for levels in citations if levels[0] not in wider]


def _in_order(pieces: Sequence[CitedPiece], levels: Sequence[Level]) -> list[Level]:
    """The levels as they stand, those behind other words as such."""
    first, *others = sorted(levels, key=lambda level: level.first)
    ordered = [first]
    for level in others:
        between = (piece.text for piece in pieces[ordered[-1].last + 1 : level.first])
        is_behind = ordered[-1].is_behind or not BINDS_UNITS.issuperset(between)
        ordered.append(replace(level, is_behind=is_behind))
    return ordered
