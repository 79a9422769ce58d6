"""The rights that the words of a text suggest to the office."""

from collections.abc import Iterable
from functools import lru_cache

from amendments.hooks import collect
from rights.hooks import CUES
from rights.suggesting.cues import Cues, cues_in
from rights.suggesting.suggestion import Suggestion, suggestions


def suggested_rights(text: str, language: str) -> list[Suggestion]:
    """The rights that a text in this language suggests, with the words that do."""
    return [*_suggested(text, language)]


def suggested_in(texts: Iterable[str], language: str) -> list[Suggestion]:
    """The rights that each of the texts suggests, with the words of all of them."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for one in suggested_rights(text, language):
            found.setdefault(one.right, []).extend(one.words)
    told = [Suggestion(right, tuple(dict.fromkeys(words))) for right, words in found.items()]
    return sorted(told, key=lambda one: (-len(one.words), one.right))


# The first page asks of the same provisions as long as their draft is new, a filter of all recommendations of bodies.
@lru_cache(maxsize=4096)
def _suggested(text: str, language: str) -> tuple[Suggestion, ...]:
    return tuple(suggestions(text, _cues(language)))


@lru_cache(maxsize=8)
def _cues(language: str) -> Cues:
    return cues_in(language, collect(CUES))  # files of the code, which never change while it runs
