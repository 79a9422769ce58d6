"""Numbered units as `citations` joins them, and what a list of them says once: "parts 1 and 2 of Article 12"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from search.query.cited import cite_key
from search.query.ordinals import roman_of
from search.query.pieces import ABOVE_ARTICLES, ROMAN, CitedPiece

WHOLE = frozenset(("article", "annex", *ABOVE_ARTICLES))
LETTERED = ("bend", "yarimbend")  # "ç bəndi"; "a point" is no point a, nor «б пункта 1» point б
RANKS = ("annex", "article", "note", "part", "point", "subpoint")  # from the widest unit to the narrowest
IN_ARTICLES = RANKS[2:]
NEXT_OF_SAME_UNIT = frozenset(
    ("and", "or", "&", "ve", "ya", "и", "или", "to", "through", "по", "–", "—", ",", "|")
)
BINDS_UNITS = frozenset(("of", "the", ","))
_BINDS_NOTE = frozenset(("of", "to", "on", "the", "к", "ко"))
PARTS = ("part", "parts", "pt", "pts")  # of an English act, which hold its sections
_FAR = 5  # pieces between an article and its note
_VERBS = ("ol", "ed", "et", "that")  # "qeyd olunur"
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
    typed = re.findall(r"\(([^()]*)\)", pieces[place].path)  # "(2)(b)"
    own, *inner = typed if len(typed) > 1 else [pieces[place].number or pieces[place].letter]
    levels = re.findall(r"\(([^()]*)\)", path_of(pieces, last))
    alike = [at for at, level in enumerate(levels) if at and level[0].isalpha() == own[:1].isalpha()]
    if not alike or not (own[0].isalpha() or own.isdigit()):
        return None
    of_letters = [at for at in alike if not (roman_of(own.upper()) or roman_of(levels[at].upper()))]
    path = "".join(f"({level})" for level in (*levels[: (of_letters or alike)[-1]], own, *inner))
    return Level(place, place, last.unit, cite_key(path), path)


def is_compound(number: str) -> bool:
    return "." in number or "-" in number


def in_brackets(
    pieces: Sequence[CitedPiece], index: int, last: Level | None, bracketed: Mapping[int, int]
) -> Level | None:
    """The level in brackets alone that a list goes on with, "5(1)(a) and (b)"."""
    is_next = last and last.last == index - 2 and pieces[index - 1].text in LISTING
    start = pieces[index].start
    is_bracketed = start in bracketed or start + 1 in bracketed
    return _after(pieces, last, index) if last and is_next and is_bracketed else None


def note_at(pieces: Sequence[CitedPiece], index: int, last: Level | None) -> Level | None:
    """A note beside its article, which needs no number: "note 2 to Article 5", "maddə 511, qeyd"; not "qeyd olunan"."""
    if pieces[index].unit != "note":
        return None
    end, number, path = index + 1, "note", "(note)"
    if (after := pieces[end : end + 1]) and after[0].number.isdecimal() and not after[0].is_ordinal:
        end, number, path = end + 1, f"note.{after[0].number}", f"(note)({after[0].number})"
    binding = list(takewhile(lambda piece: piece.text in _BINDS_NOTE, pieces[end:]))
    behind = pieces[end + len(binding) : end + len(binding) + 1]
    if behind and behind[0].unit == "article":
        return Level(index, end + len(binding) - 1, "note", number, path)
    is_near = last is not None and index - last.last <= _FAR
    is_verb = bool(behind) and behind[0].text.startswith(_VERBS)
    return Level(index, end - 1, "note", number, path) if is_near and not is_verb else None


def is_of_title(pieces: Sequence[CitedPiece], level: Level, bracketed: Mapping[int, int]) -> bool:
    """Whether a part is one of a code: «Гражданский кодекс (часть третья), статья 1154»; not in «кража (ч. 2 ст. 158)»."""
    behind = [piece for piece in pieces[level.last + 1 : level.last + 3] if piece.text != ","]
    is_narrower = level.unit not in ("", *WHOLE) and bool(behind) and behind[0].unit == "article"
    return is_narrower and bracketed.get(pieces[level.first].start + 1, behind[0].end) <= behind[0].start


def goes_on(pieces: Sequence[CitedPiece], index: int, last: Level | None) -> bool:
    """Whether a list goes on with a number, or behind a letter with a letter, or Roman numbers; "and 30 days" is none of it."""
    piece, after = pieces[index], pieces[index + 1 : index + 3]
    sign = pieces[index - 1].text if index else ""
    is_act = len(after) == 2 and after[0].text == "-" and after[1].text.isalpha()  # "və 27-L"
    if sign not in LISTING or (after and after[0].is_measure) or (is_act and piece.end == after[0].start):
        return False
    is_alike = False
    if last and last.last == index - 2:
        is_alike = bool(
            (last.number.isalpha() and piece.is_letter) or (pieces[last.last].roman and piece.roman)
        )
        is_alike |= pieces[last.last].is_word and piece.is_word  # «части первая и вторая»
    return is_alike or bool(piece.number and not piece.is_word and sign in NEXT_OF_SAME_UNIT)


def unit_of_list(pieces: Sequence[CitedPiece], index: int) -> str:
    """The unit that is said once, behind a list: "12, 13 və 15-ci maddələr", "a və b bəndləri", "I–III hissələr"; not "12, maddə 5"."""
    first, last = pieces[index], index
    if not (first.number or first.is_letter or first.roman):
        return ""
    while following := _next_of_list(pieces, last):
        last = following
    unit, *after = (*pieces[last + 1 : last + 3], None)
    if last == index or not unit:
        return ""
    is_bare = unit.unit in WHOLE and unit.unit != "annex" and not (after[0] and after[0].number)
    is_lettered = first.is_letter and unit.text.startswith(LETTERED)
    is_numbered = first.is_ordinal or pieces[last].is_ordinal or is_bare
    is_roman = first.roman and unit.unit in ROMAN
    return unit.unit if is_lettered or is_roman or (first.number and is_numbered) else ""


def _next_of_list(pieces: Sequence[CitedPiece], index: int) -> int:
    """Where the next number or letter of a list stands, behind a comma, "and" or both; 0 where there is none."""
    at = index + 1
    while at < len(pieces) and pieces[at].text in NEXT_OF_SAME_UNIT:
        at += 1
    if at == index + 1 or at == len(pieces):
        return 0
    one, other = pieces[index], pieces[at]
    return at if other.number or (one.is_letter and other.is_letter) or (one.roman and other.roman) else 0


def joined(pieces: Sequence[CitedPiece], levels: Sequence[Level]) -> list[list[Level]]:
    """Levels that name one provision together: "paragraph 3 of Article 12"."""
    citations: list[list[Level]] = []
    for place, level in enumerate(levels):
        last = citations[-1][-1] if citations else None
        between = [piece.text for piece in pieces[last.last + 1 : level.first]] if last else []
        if last and last.unit == level.unit == "point" and not between:  # «п.п. 2 п. 1 ст. 5»
            if citations[-1] == [last]:
                citations[-1] = [replace(last, unit="subpoint")]
            else:
                level = replace(level, unit="subpoint")
        if "of" in between and level.unit in IN_ARTICLES and ")(" in path_of(pieces, level):
            level = replace(level, unit="article")  # "paragraph (a) of subsection 7(2)"
        if last and _holds(pieces, level, last):
            level = replace(level, unit="section")
        elif last and citations[-1] == [last] and "of" not in between and _holds(pieces, last, level):
            last = replace(last, unit="section")
            citations[-1] = [last]
        is_of_title = (
            last and last.unit == "article" and len(citations[-1]) > 1 and pieces[level.last].is_word
        )
        is_of_next = "," in between and (
            _leads_to_article(pieces, levels[place:])
            or _ends_list(citations, level)
            or (level.unit == "annex" and "article" in {one.unit for one in citations[-1]})
        )
        is_new = not last or is_of_title or is_of_next or level.unit in {one.unit for one in citations[-1]}
        if last and not is_new and _is_narrower(level, last) and BINDS_UNITS.issuperset(between):
            citations[-1].append(level)
        elif last and (unit := _unit_of_next(pieces, levels[place:], citations, between)):
            citations.append([replace(level, unit=unit)])
        elif level.unit or not level.number.isdigit():
            citations.append([level])
    return citations


def _holds(pieces: Sequence[CitedPiece], part: Level, article: Level) -> bool:
    """Whether a part is one of an English act: in "Part VII, section 41" it holds the section, "part 2 of section 41" is below."""
    is_section = article.unit == "article" and pieces[article.first].text.startswith("s")
    return is_section and pieces[part.first].text in PARTS


def _leads_to_article(pieces: Sequence[CitedPiece], levels: Sequence[Level]) -> bool:
    """Whether levels go up to an article without a comma: "point a of part 3 of Article 158"."""
    for one, above in pairwise(levels):
        between = {piece.text for piece in pieces[one.last + 1 : above.first]}
        if not between <= {"of", "the"} or one.unit not in IN_ARTICLES or above.unit not in RANKS:
            return False
        if above.unit == "article":
            return True
    return False


def _ends_list(citations: Sequence[Sequence[Level]], level: Level) -> bool:
    """Whether an article is named behind a list of parts of another: "Article 24 part 1, 2, Article 25"."""
    return level.unit == "article" and _head(citations)[0].unit == "article" != citations[-1][0].unit


def _head(citations: Sequence[Sequence[Level]]) -> Sequence[Level]:
    """The citation that a list begins with, which alone has words."""
    return next((some for some in reversed(citations) if some[0].first < some[0].last), citations[-1])


def _unit_of_next(
    pieces: Sequence[CitedPiece],
    levels: Sequence[Level],
    citations: Sequence[Sequence[Level]],
    between: list[str],
) -> str:
    """The unit of a number that a list goes on with.

    6 is an article in "Articles 5 (part 2) and 6", "Articles 5 § 2 and 6" and "Article 5 part 2, 6 part 1".
    """
    citation, is_closed = citations[-1], between[:1] == [")"]
    signs = between[1:] if is_closed else between
    if not signs or levels[0].unit or not LISTING.issuperset(signs):
        return ""
    first, last = (pieces[level.first].text[1:] for level in (_head(citations)[0], citation[-1]))
    is_plural = first.endswith("s") and not last.endswith(("s", "§"))
    after = [level.unit for level in levels[1:2] if level.first == levels[0].last + 1]
    is_alike = citation[0].unit == "article" and not {level.unit for level in citation}.isdisjoint(after)
    return citation[0 if is_closed or is_plural or is_alike else -1].unit


def _is_narrower(level: Level, last: Level) -> bool:
    """Whether it may stand in what was named last: "Article 12, point 3", and behind a bare number "12.1, point a"."""
    is_inside = level.unit != "article" and not is_compound(level.number)
    is_below = {level.unit, last.unit}.isdisjoint(ABOVE_ARTICLES)
    return is_below and bool(level.unit) and (bool(last.unit) or is_inside)


def with_shared(pieces: Sequence[CitedPiece], citations: Sequence[list[Level]]) -> list[list[Level]]:
    """The citations of each list with the levels that the last or the first of it has alone."""
    full = list(citations)
    for place, (one, after) in reversed(list(enumerate(pairwise(citations)))):
        if after[0].unit in (one[0].unit, one[-1].unit) and _are_listed(pieces, one, after):
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
    pieces: Sequence[CitedPiece], citations: Sequence[list[Level]], bracketed: Mapping[int, int]
) -> list[list[Level]]:
    """The citations with the narrower units that stand behind the name of their act; "(part two)" is of its title."""
    found = list[list[Level]]()
    for levels in citations:
        is_open = levels[0].unit == "note" or pieces[levels[0].first].start + 1 not in bracketed
        if found and is_open and _is_behind_name(pieces, found[-1], levels):
            found[-1] = [*found[-1], *(replace(level, is_behind=True) for level in levels)]
        else:
            found.append(levels)
    return found


def _is_behind_name(pieces: Sequence[CitedPiece], before: Sequence[Level], levels: Sequence[Level]) -> bool:
    known = [RANKS.index(level.unit or "article") for level in before if level.unit not in ABOVE_ARTICLES]
    ranks = [RANKS.index(level.unit) for level in levels if level.unit in RANKS]
    between = {piece.text for piece in pieces[before[-1].last + 1 : levels[0].first]}
    is_whole = bool(known) and min(known) < RANKS.index("note")
    is_narrower = len(ranks) == len(levels) and is_whole and min(ranks) > max(known)
    has_name = any(len(text) > 1 and text.isalpha() for text in between)
    return is_narrower and has_name and between.isdisjoint(LISTING - {",", "-"})


def _at(pieces: Sequence[CitedPiece], level: Level, piece: int) -> Level:
    """The level where no words for it stand."""
    return replace(level, first=piece, last=piece, path=path_of(pieces, level))


def _wider(levels: Sequence[Level], one: Sequence[Level]) -> Iterator[Level]:
    """The levels that may hold one below an article."""
    ranks = [RANKS.index(level.unit) for level in one if level.unit in IN_ARTICLES]
    held = min(ranks) if len(ranks) == len(one) else 0
    return (level for level in levels if level.unit in RANKS[:held])


def _are_listed(pieces: Sequence[CitedPiece], one: Sequence[Level], after: Sequence[Level]) -> bool:
    between = {piece.text for piece in pieces[one[-1].last + 1 : after[0].first]}
    return bool(between) and between <= LISTING
