"""Numbers that may be provisions of an act, where nothing but its name stands beside them: "MM 12", "12 ч. 3 УК"."""

import re
from collections.abc import Iterator

from search.query.citations import find_citations
from search.query.cited import Citation, Phrase
from search.query.measures import is_measure
from search.query.pieces import is_unit
from search.query.plan import Plan

_BARE = re.compile(r"(?!(?:19|20)\d\d)\d{1,4}[^\W\d_]?")
_ARTICLE = "m"
_LONGEST = 6  # words of a name beside a number
_SHORT = 3  # letters of an abbreviation


def bare_numbers(plan: Plan) -> Iterator[tuple[Citation, Phrase]]:
    """The numbers that were typed, the last and the first before the others, none of them a year, each with the rest.

    A number with a part or point behind it is an article: "12 ч. 3".
    """
    typed = plan.typed
    yield from _with_levels(plan)
    last = len(typed) - 1
    for place in dict.fromkeys((last, 0, *range(1, last))) if typed else ():
        rest = typed[: _before(typed, place)] + typed[place + 1 :]
        if len("".join(rest)) > 1 and _BARE.fullmatch(typed[place]):
            yield Citation(typed[place], ()), rest


def numbers_beside_names(plan: Plan) -> Iterator[tuple[Citation, Phrase, Phrase]]:
    """Numbers with the words beside them that may be the name of an act, and all words but the number.

    Such are words before the last number, all words behind a number, and abbreviations before one: «жк рф 153 с какого дня».
    """
    typed, last = plan.typed, len(plan.typed) - 1
    for place, number in enumerate(typed):
        if not _BARE.fullmatch(number) or (place < last and is_measure(typed[place + 1])):
            continue
        before, behind, rest = typed[:place], typed[place + 1 :], typed[:place] + typed[place + 1 :]
        names = [before[start:] for start in range(max(place - _LONGEST, 0), place)] if place == last else []
        if before and all(len(word) <= _SHORT for word in before):
            names.append(before)
        names += [behind] if 0 < len(behind) <= _LONGEST else []
        yield from (
            (Citation(number, ()), name, rest)
            for name in names
            if len("".join(name)) > 1 and all(map(str.isalpha, name))
        )


def _before(typed: Phrase, place: int) -> int:
    """Where a number begins with the unit before it, which is the widest: «п. 10 Правил дорожного движения»."""
    return place - 1 if place and is_unit(typed[place - 1]) else place


def _with_levels(plan: Plan) -> Iterator[tuple[Citation, Phrase]]:
    """Numbers beside narrower units; no point ç, which folded words do not tell from c."""
    folded = {word.exact for word in plan.words if word.language == "az"}
    for place, number in enumerate(plan.typed):
        text = " ".join((*plan.typed[: _before(plan.typed, place)], _ARTICLE, *plan.typed[place:]))
        found = find_citations(text) if _BARE.fullmatch(number) else []
        if len(found) == 1 and ")(" in found[0].citation.path:
            start, end = found[0].start, found[0].end
            if not any(len(word) == 1 and word in folded for word in text[start:end].split()):
                yield found[0].citation, (*text[:start].split(), *text[end:].split())
