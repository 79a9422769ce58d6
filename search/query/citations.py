"""Provisions cited by number in Azerbaijani, English and Russian: "12.3-cü maddə", "Article 12(3)", "ст. 12.3"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from search.query.above_articles import in_what_holds_them, parts_of_act
from search.query.analysis import fold
from search.query.cited import Citation, words_of
from search.query.levels import (
    NEXT_OF_SAME_UNIT,
    RANKS,
    WHOLE,
    Level,
    goes_on,
    in_brackets,
    is_compound,
    is_of_title,
    joined,
    note_at,
    over_names,
    path_of,
    with_shared,
)
from search.query.numbered_units import level_at
from search.query.pieces import ABOVE_ARTICLES, CitedPiece, pieces_of, plainly, without_passages
from search.query.ranges import MAX_CITATIONS, between, within

# before a number: "Article No. 12", «приложение N 2»; a height: "2,7 m"
_UNREAD = re.compile(
    r"№(?!-?li)|(?<!\w)(?:[nN]o\b\.?(?=\s*\d)|N(?=\s\d)|[сС](?=\s+\d+\s+по\s+\d)|\d+,\d+(?= ?[mм](?![\w.])))"
)
# "para. (3)"; in "Article 12 (3)" it is a level
_BARE = re.compile(r"(?<![\w)])(?<!\d )(?<!bis )(?<!ter )\((\d{1,3}(?:[.-]\d{1,3})?[^\W\d_]?)\)")
_HYPHENED = re.compile(r"\d+-\d+")
_LISTED = NEXT_OF_SAME_UNIT - {"|"}
_TO = frozenset(("to", "through", "по", "–", "—"))
_MOST = 400  # citations of a text


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation and the stretch of the query it was read from."""

    start: int
    end: int
    citation: Citation


def find_citations(text: str) -> list[FoundCitation]:
    """The provisions cited in a text, in order."""
    bracketed = {
        opened.end(): opened.end("inside") for opened in re.finditer(r"\((?=(?P<inside>[^()]*))", text)
    }
    text = plainly(_UNREAD.sub(lambda unread: " " * len(unread[0]), _BARE.sub(r" \1 ", text)))
    pieces, passages = without_passages(pieces_of(text))
    levels = list(_levels(pieces, bracketed))
    named = [
        _with_passage(text, found, passages)
        for one in _cited(pieces, over_names(pieces, with_shared(pieces, joined(pieces, levels)), bracketed))
        for found in _found(text, pieces, one)
    ]
    every = (
        one
        for found, last in zip_longest(named, named[1:])
        for one in (*_up_to(text, found, last), *_within(text, found))
    )
    return _without_surplus(list(islice(every, _MOST)))


def _without_surplus(found: list[FoundCitation]) -> list[FoundCitation]:
    """Where there are more than are searched for at once, the last parts that a range only guesses are left out."""
    surplus = max(len(found) - MAX_CITATIONS, 0)
    guesses = [place for place, one in enumerate(found) if one.citation.is_guess]
    left = set(guesses[max(len(guesses) - surplus, 0) :])
    return [one for place, one in enumerate(found) if place not in left]


def lists(text: str, found: Sequence[FoundCitation]) -> Iterator[list[FoundCitation]]:
    """The citations of a text by the lists that they stand in: "Articles 12, 13 and 15" is one."""
    last: list[FoundCitation] = []
    for one in found:
        between = text[last[-1].end : one.start] if last else ""
        signs = fold(between).replace(",", " , ").split()
        if last and (not between or (signs and _LISTED.issuperset(signs))):
            last.append(one)
            continue
        if last:
            yield last
        last = [one]
    if last:
        yield last


def _up_to(text: str, first: FoundCitation, last: FoundCitation | None) -> Iterator[FoundCitation]:
    """A provision, and where it begins a range those within: of "Articles 12 to 15", 13 and 14."""
    is_range = last and fold(text[first.end : last.start]).strip() in (*_TO, "-")
    inner = between(first.citation, last.citation) if last and is_range else None
    if last is None or inner is None:
        yield first
        return
    yield replace(first, citation=replace(first.citation, is_followed=True))
    for citation in inner:
        yield FoundCitation(last.start, last.start, citation)


def _within(text: str, found: FoundCitation) -> Iterator[FoundCitation]:
    has_unit = any(map(str.isalpha, text[found.start : found.end]))
    for citation in within(found.citation, has_unit=has_unit):
        yield FoundCitation(found.end, found.end, citation)


def _cited(pieces: list[CitedPiece], joined: Sequence[list[Level]]) -> list[list[Level]]:
    """Those that name a provision: articles and what stands in them, and chapters where no article is named."""
    whole = [levels for levels in joined if _is_whole(levels)]
    if all(levels[0].unit in ABOVE_ARTICLES for levels in whole):
        return in_what_holds_them(pieces, [*parts_of_act(pieces, joined), *whole])
    if any(levels[0].unit for levels in whole):  # "Law 4528-1, Article 4"
        whole = [levels for levels in whole if levels[0].unit or not _HYPHENED.fullmatch(levels[0].number)]
    return [levels for levels in whole if levels[0].unit not in ABOVE_ARTICLES] or whole


def _is_whole(levels: list[Level]) -> bool:
    """Whether a provision is named: "point 2" without its article names none, "point 12.3.2" does."""
    in_article = any(level.unit in ("", *WHOLE) for level in levels)
    return in_article or (len(levels) == 1 and is_compound(levels[0].number))


def _with_passage(text: str, found: FoundCitation, passages: Iterable[slice]) -> FoundCitation:
    """The citation with the passage beside it, which is looked for by no words."""
    for passage in passages:
        is_before = passage.stop <= found.start
        if is_before and fold(text[passage.stop : found.start]).strip(" ,") in ("", "of", "of the"):
            found = replace(found, start=min(passage.start, found.start))
        elif not is_before and not text[found.end : passage.start].strip(" ,"):
            found = replace(found, end=max(passage.stop, found.end))
    return found


def _levels(pieces: list[CitedPiece], bracketed: Mapping[int, int]) -> Iterator[Level]:
    last: Level | None = None
    index = 0
    while index < len(pieces):
        level = (
            in_brackets(pieces, index, last, bracketed)
            or note_at(pieces, index, last)
            or level_at(pieces, index)
        )
        if level is None and goes_on(pieces, index, last):
            one, is_roman = pieces[index], last is not None and pieces[last.last].roman
            level = Level(index, index, "", one.number or (is_roman and one.roman) or one.letter)
        if level and last and _is_of_article(pieces, level, last):
            level = replace(level, unit="part")
        if level and (last or not is_of_title(pieces, level, bracketed)):
            last = level
            yield level
        index = level.last + 1 if level else index + 1


def _is_of_article(pieces: list[CitedPiece], level: Level, last: Level) -> bool:
    """Whether a sign is one for a part: "Article 12 § 3 and § 4"."""
    is_sign, is_behind_sign = (pieces[one.first].text.startswith("§") for one in (level, last))
    return is_sign and last.unit in (["part"] if is_behind_sign else ["article", ""])


def _found(text: str, pieces: list[CitedPiece], levels: list[Level]) -> Iterator[FoundCitation]:
    stretches = [
        (pieces[some[0].first].start, pieces[some[-1].last].end)
        for is_behind in (False, True)
        if (some := [level for level in levels if level.is_behind is is_behind])
    ]
    citation = _citation(text[slice(*stretches[0])], pieces, levels)
    return (FoundCitation(start, end, citation) for start, end in stretches)


def _citation(typed: str, pieces: list[CitedPiece], levels: list[Level]) -> Citation:
    if levels[0].unit in ABOVE_ARTICLES:
        mention = words_of(typed) if levels[0].first < levels[0].last else ()
        by_width = sorted(levels, key=lambda level: ABOVE_ARTICLES.index(level.unit))
        return Citation(".".join(f"{level.unit}.{level.number}" for level in by_width), mention, typed=typed)
    key = path = held = ""
    for level in sorted(levels, key=lambda level: RANKS.index(level.unit or "article")):
        if held and level.number.startswith(held + "."):  # "Article 12, part 12.3", "point 1, subpoint 1.4"
            inner = level.number[len(held) + 1 :]
            path += "".join(f"({number})" for number in inner.split("."))
        else:
            sign = "annex." if level.unit == "annex" else ""
            inner = sign + level.number
            path += path_of(pieces, level).replace("(", f"({sign}", 1)
        key = f"{key}.{inner}".removeprefix(".")
        held = inner
    if "note" in key or not key[0].isdigit():  # no text says the key
        is_said = any(level.first < level.last or level.unit == "note" for level in levels)
        return Citation(key, words_of(typed) if is_said else (), path, typed=typed)
    mention = words_of(key if is_compound(key) else typed)
    names_unit = len(mention) > 1 and any(level.first < level.last for level in levels)
    tells_enough = is_compound(key) or names_unit  # a bare 12 stands in every act
    return Citation(key, mention if tells_enough else (), path)
