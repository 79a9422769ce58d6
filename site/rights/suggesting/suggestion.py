"""Suggests rights for a text, each with the words that made it. A suggestion is never applied by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rights.suggesting.cues import Cue, Cues, folded
from rights.suggesting.names import Region, names_in

NEAR = 240
"""Letters between the words of one cue: the length of one or two sentences of a law."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A right by its code, and the words of the text that suggest it, as they stand there."""

    right: str
    words: tuple[str, ...]


def suggestions(text: str, cues: Cues) -> list[Suggestion]:
    """The rights that a text suggests, those with most words first. Words of names alone suggest none."""
    plain = folded(text)
    names = names_in(text, plain, cues.names)
    strong = _found(plain, cues, names, is_weak=False)
    found = strong or _found(plain, cues, names, is_weak=True)
    hidden = {right for told in found for right in cues.instead.get(told, ())}
    told = [
        Suggestion(right, tuple(dict.fromkeys(text[start:end] for start, end in sorted(regions))))
        for right, regions in found.items()
        if right not in hidden
    ]
    return sorted(told, key=lambda one: (-len(one.words), one.right))


def _found(text: str, cues: Cues, names: Sequence[Region], *, is_weak: bool) -> dict[str, set[Region]]:
    found: dict[str, set[Region]] = {}
    for cue in cues.cues:
        if (
            cue.is_weak == is_weak
            and all(stem in text for stem in cue.stems)
            and (where := _where(text, cue, () if cue.is_name else names))
        ):
            found.setdefault(cue.right, set()).update(where)
    return found


def _where(text: str, cue: Cue, names: Sequence[Region]) -> list[Region]:
    """The places of all its phrases, the first that stand near each other and are not all parts of names."""
    first, *others = cue.phrases
    for match in first.finditer(text):
        near = [_nearest(text, match.span(), other) for other in others]
        places = [match.span(), *(place for place in near if place)]
        if None not in near and not all(_is_named(place, names) for place in places):
            return places
    return []


def _is_named(place: Region, names: Sequence[Region]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in names)


def _nearest(text: str, place: Region, phrase: "re.Pattern[str]") -> Region | None:
    start, end = place
    around = phrase.finditer(text, max(start - NEAR, 0), end + NEAR)
    return next((found.span() for found in around if not _overlap(found.span(), place)), None)


def _overlap(one: Region, other: Region) -> bool:
    return one[0] < other[1] and other[0] < one[1]
