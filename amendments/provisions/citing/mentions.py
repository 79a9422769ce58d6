"""Finds the provisions that a text cites: "bu Məcəllənin 9.3.4-cü maddəsi", "paragraphs 2 and 3 of Article 5", "ч. 1 ст. 12".

Only what is certain counts: a citation of an act that is not named, and one whose article is not said, is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.citing.cited_acts import follows_act, named_act
from amendments.provisions.numbers import roman_value
from amendments.provisions.tree import Kind

OWN_ARTICLE = "~"  # in a key: the article in which the text stands
_LEVEL_OF = {
    Kind.ARTICLE: 0,
    Kind.PART: 1,
    Kind.PARAGRAPH: 1,
    Kind.POINT: 2,
    Kind.SUBPOINT: 3,
}
_TOKEN = re.compile(
    r"(?P<number>(?P<article>\d{1,4})(?:\.\d{1,3}|-(?!(?P=article)\.)\d{1,3})*(?:\([^\W_]{1,4}\)|\s\(\d{1,3}\))*)(?P<ending>-?[^\W\d_]{1,3})?(?![\w/])\.?"
    r"|(?P<bracketed>\(\d{1,3}(?:\.\d{1,3})?\)(?:\([^\W_]{1,4}\))*)"
    r"|[“\"«(](?P<letter>[^\W\d_])[”\"»)]|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)\.?|\S"
)
_BELOW = {"subsection": 1, "subparagraph": 3}  # levels by their English words alone
_JOINING = frozenset(("and", "or", "to", "ve", "veya", "ya", "ile", "и", "или", "по"))
_RANGES = frozenset(("–", "—", "-", "to", "по"))
_BINDING = frozenset(("of", "the", ","))
_BOUND = frozenset(("of", "thereof"))
_MAY_BIND = frozenset(("under", "in", "to"))
_LONGEST_ENDING = 9  # "maddə-lərindən"
_MOST = 200  # of one text
_MOST_BETWEEN = 20  # provisions of a range
_MOST_ROMAN = 40  # "C" and "MM" are no parts


@dataclass(frozen=True, slots=True)
class Mention:
    """A provision that is cited: `key` is its number with a point between the levels, `act` what another act is called."""

    start: int
    end: int
    key: str
    act: str = ""  # "" of the act itself


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    folded: str
    level: int | None = None
    number: str = ""  # ".1" of "(1)", which stands below the article that is said, or below the own one
    roman: str = ""  # that capitals say of a part: "III" is 3

    def at(self, level: int) -> str:
        """The number that it is beside the word for a level."""
        return (level == 1 and self.roman) or self.number

    @property
    def joins(self) -> bool:
        return self.folded in _JOINING or self.folded in _RANGES or self.folded == ","


@dataclass(frozen=True, slots=True)
class _Unit:
    """Numbers with the word for their level; of the article itself there is no number."""

    first: int  # pieces
    last: int
    level: int
    numbers: tuple[str, ...]


def mentions(text: str, words: CitationWords) -> list[Mention]:
    """The provisions that a text cites, in order."""
    pieces = list(_pieces(text, words))
    return list(islice(_found(text, pieces, words), _MOST))


def _found(text: str, pieces: list[_Piece], words: CitationWords) -> Iterator[Mention]:
    for group in _groups(pieces, _units(pieces, words)):
        start, end = pieces[group[0].first].start, pieces[group[-1].last].end
        keys = _keys(group)
        is_own = any(key.startswith(OWN_ARTICLE) for key in keys)
        if is_own and group[0].level and _is_of_others(text, pieces, group, words):
            continue
        act = "" if is_own else named_act(text, start, end, words)
        if act is None:
            continue
        for key in keys:
            yield Mention(start, end, key, act)


def _is_of_others(text: str, pieces: list[_Piece], group: Sequence[_Unit], words: CitationWords) -> bool:
    """Whether a group belongs to something beside it: "of that section", "under section 9", "Law 27-L, paragraph (2)"."""
    at = group[-1].last + 1
    is_bound = any(_binds(piece, pieces[at + 1 : at + 4], words) for piece in pieces[at : at + 1])
    return is_bound or follows_act(text, pieces[group[0].first].start, words)


def _binds(piece: _Piece, following: Sequence[_Piece], words: CitationWords) -> bool:
    """Whether a word leads to what a citation belongs to; "under" and the like do where an article or an act follows."""
    if piece.folded not in _MAY_BIND:
        return piece.folded in _BOUND
    first, *others = [each for each in following if each.folded not in _BINDING] or [piece]
    is_cited = first.level is not None and any(each.number for each in others[:1])
    return is_cited or any(words.names_act(each.folded) for each in (first, *others))


def _pieces(text: str, words: CitationWords) -> Iterator[_Piece]:
    for found in _TOKEN.finditer(text):
        written = found[0]
        start, end = found.start(), found.start() + len(written.rstrip("."))
        folded = words.folder.fold(written).rstrip(".")
        if found["number"]:
            ending = found["ending"] or ""
            number = found["number"] + ("" if ending.startswith("-") or len(ending) > 1 else ending)
            number = number.replace(" ", "").replace(")(", ".").replace("(", ".").replace(")", "")
            yield _Piece(start, end, folded, number=number.lower())
            continue
        if found["bracketed"] and not words.puts_number_first:
            yield _Piece(start, end, folded, number="." + written[1:-1].replace(")(", ".").lower())
        elif found["letter"]:
            yield _Piece(start, end, folded, number=found["letter"].lower())
        elif found["word"]:
            kind = words.kind(folded, written, _LONGEST_ENDING)
            if kind is Kind.SECTION and folded.startswith("section"):
                kind = Kind.ARTICLE  # "section 5": what is above articles is cited by roman numbers
            level = _LEVEL_OF.get(kind) if kind else _BELOW.get(folded.removesuffix("s"))
            is_letter = len(folded) == 1 and folded not in _JOINING
            roman = roman_value(found["word"])
            is_letter |= 0 < roman < _MOST_ROMAN
            number = found["word"].lower() if is_letter else str(words.numerals.get(folded, ""))
            said = ("", "") if level is not None else (number, str(roman) if 0 < roman < _MOST_ROMAN else "")
            yield _Piece(start, end, folded, level, *said)
        else:
            yield _Piece(start, end, folded)


def _units(pieces: list[_Piece], words: CitationWords) -> Iterator[_Unit]:
    for at, piece in enumerate(pieces):
        if piece.level is None:
            continue
        if words.puts_number_first:
            first = _before(pieces, at)
            numbers = _numbers(pieces[first:at], piece.level)
            if numbers:
                yield _Unit(first, at, piece.level, numbers)
                continue
        else:
            last = _after(pieces, at)
            numbers = _numbers(pieces[at + 1 : last + 1], piece.level)
            if numbers:
                yield _Unit(at, last, piece.level, numbers)
                continue
        if piece.level == 0 and at and words.is_own(pieces[at - 1].folded):
            yield _Unit(at - 1, at, 0, (OWN_ARTICLE,))


def _before(pieces: Sequence[_Piece], at: int) -> int:
    """Where the numbers before a word begin: "12.1-ci, 12.2-ci və 14-cü maddələr"."""
    first = at
    while first and pieces[first - 1].number:
        first -= 1
        if first > 1 and pieces[first - 1].joins and pieces[first - 2].number:
            first -= 1
        else:
            break
    return first


def _after(pieces: Sequence[_Piece], at: int) -> int:
    last, level = at, pieces[at].level or 0
    while last + 1 < len(pieces) and _counts(pieces[last + 1].at(level), level):
        last += 1
        if last + 2 < len(pieces) and pieces[last + 1].joins and _counts(pieces[last + 2].at(level), level):
            last += 1
        else:
            break
    return last


def _counts(number: str, level: int) -> bool:
    """Whether it is one of this level: only points have letters for numbers."""
    return bool(number) and (level > 1 or number.lstrip(".")[0].isdigit())


def _numbers(pieces: Sequence[_Piece], level: int) -> tuple[str, ...]:
    """The numbers of a list; of a range, all that are surely in it."""
    found: list[str] = []
    for at, piece in enumerate(pieces):
        number = _beside(found[-1], piece.at(level)) if found else piece.at(level)
        if _counts(number, level) and (level or number[0] != "."):
            if found and at and pieces[at - 1].folded in _RANGES:
                found += _between(found[-1], number)
            found.append(number)
    return tuple(found)


def _beside(first: str, number: str) -> str:
    """The second number of "9(1)(a) and (2)": 9.2 stands beside 9.1, since no figure stands beside a letter."""
    if first[0] == "." or number[:1] != ".":
        return number
    levels = first.split(".")
    place = next((at for at in range(len(levels) - 1, 0, -1) if levels[at][0].isdigit()), 0)
    return ".".join(levels[:place]) + number if place else ""


def _between(first: str, last: str) -> list[str]:
    above, point, start = first.rpartition(".")
    other, _, end = last.rpartition(".")
    if above != other or not (start.isdecimal() and end.isdecimal()):
        return []
    stop = min(int(end), int(start) + _MOST_BETWEEN)
    return [f"{above}{point}{number}" for number in range(int(start) + 1, stop)]


def _groups(pieces: list[_Piece], units: Iterator[_Unit]) -> Iterator[list[_Unit]]:
    """Units that name provisions together: "paragraph 3 of Article 12"."""
    group: list[_Unit] = []
    for unit in units:
        between = pieces[group[-1].last + 1 : unit.first] if group else []
        is_near = bool(group) and all(piece.folded in _BINDING for piece in between)
        if group and (not is_near or unit.level in {one.level for one in group}):
            yield group
            group = []
        group.append(unit)
    if group:
        yield group


def _keys(group: Sequence[_Unit]) -> list[str]:
    """The numbers that a group names; none where its article is not said."""
    ordered = sorted(group, key=lambda unit: unit.level)
    if ordered[0].level and not all("." in number for number in ordered[0].numbers):
        return []
    keys = [OWN_ARTICLE + number if number[0] == "." else number for number in ordered[0].numbers]
    for unit in ordered[1:]:
        keys = [
            number if number.startswith(f"{key}.") else f"{key}.{number.removeprefix('.')}"
            for key in keys[:1]
            for number in unit.numbers
        ]
    return list(dict.fromkeys(keys))
