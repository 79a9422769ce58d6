"""Suggests rights for a text, each with the words that made it. A suggestion is never applied by itself."""

import re
from dataclasses import dataclass

from rights.suggesting.cues import Cue, Cues, folded

NEAR = 240
"""Letters between the words of one cue: the length of one or two sentences of a law."""

Region = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A right by its code, and the words of the text that suggest it, as they stand there."""

    right: str
    words: tuple[str, ...]


def suggestions(text: str, cues: Cues) -> list[Suggestion]:
    """The rights that a text suggests, those with most words first."""
    plain = folded(text)
    strong = _found(plain, cues, is_weak=False)
    found = strong or _found(plain, cues, is_weak=True)
    hidden = {right for told in found for right in cues.instead.get(told, ())}
    told = [
        Suggestion(right, tuple(dict.fromkeys(text[start:end] for start, end in sorted(regions))))
        for right, regions in found.items()
        if right not in hidden
    ]
    return sorted(told, key=lambda one: (-len(one.words), one.right))


def _found(text: str, cues: Cues, *, is_weak: bool) -> dict[str, set[Region]]:
    found: dict[str, set[Region]] = {}
    for cue in cues.cues:
        if (
            cue.is_weak == is_weak
            and all(stem in text for stem in cue.stems)
            and (where := _where(text, cue))
        ):
            found.setdefault(cue.right, set()).update(where)
    return found


def _where(text: str, cue: Cue) -> list[Region]:
    """The places of all its phrases, the first that stand near each other."""
    first, *others = cue.phrases
    for match in first.finditer(text):
        near = [_nearest(text, match.span(), other) for other in others]
        if None not in near:
            return [match.span(), *(place for place in near if place)]
    return []


def _nearest(text: str, place: Region, phrase: "re.Pattern[str]") -> Region | None:
    start, end = place
    around = phrase.finditer(text, max(start - NEAR, 0), end + NEAR)
    return next((found.span() for found in around if not _overlap(found.span(), place)), None)


def _overlap(one: Region, other: Region) -> bool:
    return one[0] < other[1] and other[0] < one[1]
