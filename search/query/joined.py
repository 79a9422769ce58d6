"""Which of the numbers in a text name one provision together: "paragraph 3 of Article 12"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from search.query.levels import LISTING, RANKS, Level
from search.query.pieces import ABOVE_ARTICLES, CitedPiece

_SECTIONS = frozenset(["s", "ss", "sec", "sect", "section", "sections"])
_BINDS_UNITS = frozenset(("of", "the", ","))


def joined(pieces: list[CitedPiece], levels: Sequence[Level]) -> list[list[Level]]:
    """Levels that name one provision together: "paragraph 3 of Article 12"."""
    citations: list[list[Level]] = []
    for place, level in enumerate(levels):
        last = citations[-1][-1] if citations else None
        between = [piece.text for piece in pieces[last.last + 1 : level.first]] if last else []
        if last and last.unit == "article" and _is_sign(pieces, level) and not _is_sign(pieces, last):
            level = replace(level, unit="part")  # "Article 12 § 3"
        if last and last.unit == level.unit == "point" and not between:  # «п.п. 2 п. 1 ст. 5»
            if citations[-1] == [last]:
                citations[-1] = [replace(last, unit="subpoint")]
            else:
                level = replace(level, unit="subpoint")
        if last and _is_above(pieces, level, last):
            level = replace(level, unit="section")
        elif last and citations[-1] == [last] and _is_above(pieces, last, level):
            last = replace(last, unit="section")
            citations[-1] = [last]
        is_of_title = (
            last and last.unit == "article" and len(citations[-1]) > 1 and pieces[level.last].is_word
        )
        is_of_next = "," in between and _leads_to_article(pieces, levels[place:])
        is_new = (
            not last or is_of_title or is_of_next or level.unit in {known.unit for known in citations[-1]}
        )
        if last and not is_new and _is_narrower(level, last) and _BINDS_UNITS.issuperset(between):
            citations[-1].append(level)
        elif last and (unit := _unit_of_next(level, last, citations[-1][0], between)):
            citations.append([replace(level, unit=unit)])
        elif level.unit or not level.number.isdigit():
            citations.append([level])
    return citations


def _is_above(pieces: list[CitedPiece], part: Level, section: Level) -> bool:
    """Whether a part holds a section: "Part VII, section 41" of an English act. Part II of an article is below it."""
    said = {piece.text for piece in pieces[section.first : section.last + 1]}
    is_roman = any(piece.roman for piece in pieces[part.first : part.last + 1])
    return is_roman and (part.unit, section.unit) == ("part", "article") and not _SECTIONS.isdisjoint(said)


def _leads_to_article(pieces: list[CitedPiece], levels: Sequence[Level]) -> bool:
    """Whether levels go up to an article without a comma: "point a of part 3 of Article 158"."""
    for one, above in pairwise(levels):
        between = {piece.text for piece in pieces[one.last + 1 : above.first]}
        if not between <= {"of", "the"} or one.unit not in RANKS[1:] or above.unit not in RANKS:
            return False
        if above.unit == "article":
            return True
    return False


def _unit_of_next(level: Level, last: Level, first: Level, between: list[str]) -> str:
    """The unit of a number that a list goes on with: also 6 is an article in "Articles 5 (part 2) and 6"."""
    unit, signs = (first.unit, between[1:]) if between[:1] == [")"] else (last.unit, between)
    return unit if signs and not level.unit and LISTING.issuperset(signs) else ""


def _is_narrower(level: Level, last: Level) -> bool:
    """Whether it may stand in what was named last: "Article 12, point 3", and behind a bare number "12.1, point a"."""
    is_inside = level.unit != "article" and not is_compound(level.number)
    is_below = {level.unit, last.unit}.isdisjoint(ABOVE_ARTICLES)
    return is_below and bool(level.unit) and (bool(last.unit) or is_inside)


def _is_sign(pieces: list[CitedPiece], level: Level) -> bool:
    return pieces[level.first].text.startswith("§")


def is_compound(number: str) -> bool:
    return "." in number or "-" in number
