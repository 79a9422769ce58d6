"""Numbered units as `citations` joins them, and what a list of them says once: "parts 1 and 2 of Article 12"."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from search.query.pieces import ABOVE_ARTICLES, CitedPiece
from search.query.plan import cite_key

WHOLE = frozenset(("article", *ABOVE_ARTICLES))
LETTERED = ("bend", "yarimbend")  # "ç bəndi"; "a point" is no point a, nor «б пункта 1» point б
RANKS = ("article", "part", "point", "subpoint")  # from the widest unit to the narrowest
NEXT_OF_SAME_UNIT = frozenset(("and", "&", "ve", "и", "to", "through", "по", "–", "—", ",", "|"))
LISTING = NEXT_OF_SAME_UNIT | {"-"}  # "(a)-(c)"; "27-L" and "HP-7" are acts


@dataclass(frozen=True, slots=True)
class Level:
    """One numbered unit, "Article 12"; no unit where the number stood alone."""

    first: int  # pieces
    last: int
    unit: str
    number: str
    path: str = ""  # where the pieces do not have it
    is_behind: bool = False  # the name of its act stands before it: «статья 81 Трудового кодекса, пункт 5»


def path_of(pieces: Sequence[CitedPiece], level: Level) -> str:
    """The number of a unit, with each level in brackets."""
    paths = (piece.path for piece in pieces[level.first : level.last + 1] if piece.number == level.number)
    return level.path or next(filter(None, paths), f"({level.number})")


def _after(pieces: Sequence[CitedPiece], last: Level, place: int) -> Level | None:
    """What a number or letter in brackets names in a list behind brackets: of "5(1)(a), (b)" 5(1)(b), of "5(1) and (2)" 5(2)."""
    own = pieces[place].number or pieces[place].letter
    levels = re.findall(r"\(([^()]*)\)", path_of(pieces, last))
    alike = [at for at, level in enumerate(levels) if at and level.isalpha() == own.isalpha()]
    if not alike or not (own.isalpha() or own.isdigit()):
        return None
    path = "".join(f"({level})" for level in (*levels[: alike[-1]], own))
    return Level(place, place, "", cite_key(path), path)


def in_brackets(
    pieces: Sequence[CitedPiece], index: int, last: Level | None, bracketed: Container[int]
) -> Level | None:
    """The level in brackets alone that a list goes on with, "5(1)(a) and (b)"."""
    is_next = last and last.last == index - 2 and pieces[index - 1].text in LISTING
    start = pieces[index].start
    is_bracketed = start in bracketed or start + 1 in bracketed
    return _after(pieces, last, index) if last and is_next and is_bracketed else None


def is_of_title(pieces: Sequence[CitedPiece], level: Level, bracketed: Container[int]) -> bool:
    """Whether a part is one of a code: «Гражданский кодекс (часть третья), статья 1154»."""
    behind = (piece.unit for piece in pieces[level.last + 1 : level.last + 3] if piece.text != ",")
    is_narrower = level.unit not in ("", *WHOLE) and next(behind, "") == "article"
    return is_narrower and pieces[level.first].start + 1 in bracketed


def goes_on(pieces: Sequence[CitedPiece], index: int, last: Level | None) -> bool:
    """Whether a list goes on with a number, or behind a letter with a letter; "and 30 days" is none of it."""
    piece, after = pieces[index], pieces[index + 1 : index + 2]
    sign = pieces[index - 1].text if index else ""
    if sign not in LISTING or (after and after[0].is_measure):
        return False
    is_lettered = last and last.last == index - 2 and last.number.isalpha()
    is_number = piece.number and not piece.is_word and sign in NEXT_OF_SAME_UNIT
    return bool(is_number or (is_lettered and piece.is_letter))


def unit_of_list(pieces: Sequence[CitedPiece], index: int) -> str:
    """The unit that is said once, behind a list: "12, 13 və 15-ci maddələr", "a və b bəndləri"; not "12, maddə 5"."""
    first, last = pieces[index], index
    if not (first.number or first.is_letter):
        return ""
    while following := _next_of_list(pieces, last):
        last = following
    unit, *after = (*pieces[last + 1 : last + 3], None)
    if last == index or not unit:
        return ""
    is_bare = unit.unit in WHOLE and not (after[0] and after[0].number)
    is_lettered = first.is_letter and unit.text.startswith(LETTERED)
    is_numbered = first.is_ordinal or pieces[last].is_ordinal or is_bare
    return unit.unit if is_lettered or (first.number and is_numbered) else ""


def _next_of_list(pieces: Sequence[CitedPiece], index: int) -> int:
    """Where the next number or letter of a list stands, behind a comma, "and" or both; 0 where there is none."""
    at = index + 1
    while at < len(pieces) and pieces[at].text in NEXT_OF_SAME_UNIT:
        at += 1
    if at == index + 1 or at == len(pieces):
        return 0
    return at if pieces[at].number or (pieces[index].is_letter and pieces[at].is_letter) else 0


def with_shared(pieces: Sequence[CitedPiece], citations: Sequence[list[Level]]) -> list[list[Level]]:
    """The citations of each list with the levels that the last or the first of it has alone."""
    full = list(citations)
    for place, (one, after) in reversed(list(enumerate(pairwise(citations)))):
        if one[0].unit == after[0].unit and _are_listed(pieces, one, after):
            full[place] = [
                *one,
                *(_at(pieces, level, one[-1].last) for level in _wider(full[place + 1], one)),
            ]
    for place, (before, one) in enumerate(pairwise(citations), start=1):
        is_open = one[0].unit in {level.unit for level in before} and full[place] == one
        if is_open and _are_listed(pieces, before, one):
            full[place] = [
                *(_at(pieces, level, one[0].first) for level in _wider(full[place - 1], one)),
                *one,
            ]
    return full


def over_names(
    pieces: Sequence[CitedPiece], citations: Sequence[list[Level]], bracketed: Container[int]
) -> list[list[Level]]:
    """The citations with the narrower units that stand behind the name of their act; "(part two)" is of its title."""
    found = list[list[Level]]()
    for levels in citations:
        is_open = pieces[levels[0].first].start + 1 not in bracketed
        if found and is_open and _is_behind_name(pieces, found[-1], levels):
            found[-1] = [*found[-1], *(replace(level, is_behind=True) for level in levels)]
        else:
            found.append(levels)
    return found


def _is_behind_name(pieces: Sequence[CitedPiece], before: Sequence[Level], levels: Sequence[Level]) -> bool:
    known = [RANKS.index(level.unit or "article") for level in before if level.unit not in ABOVE_ARTICLES]
    ranks = [RANKS.index(level.unit) for level in levels if level.unit in RANKS]
    between = {piece.text for piece in pieces[before[-1].last + 1 : levels[0].first]}
    is_narrower = len(ranks) == len(levels) and 0 in known and min(ranks) > max(known)
    has_name = any(len(text) > 1 and text.isalpha() for text in between)
    return is_narrower and has_name and between.isdisjoint(LISTING - {",", "-"})


def _at(pieces: Sequence[CitedPiece], level: Level, piece: int) -> Level:
    """The level where no words for it stand."""
    return replace(level, first=piece, last=piece, path=path_of(pieces, level))


def _wider(levels: Sequence[Level], one: Sequence[Level]) -> Iterator[Level]:
    """The levels that may hold one below an article."""
    ranks = [RANKS.index(level.unit) for level in one if level.unit in RANKS[1:]]
    held = min(ranks) if len(ranks) == len(one) else 0
    return (level for level in levels if level.unit in RANKS[:held])


def _are_listed(pieces: Sequence[CitedPiece], one: Sequence[Level], after: Sequence[Level]) -> bool:
    between = {piece.text for piece in pieces[one[-1].last + 1 : after[0].first]}
    return bool(between) and between <= LISTING
