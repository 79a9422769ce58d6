"""Everyday words and the words of the law that mean them: files of lines such as "maaş*, məvacib* > əmək haqq*".

A star stands for any ending. What is everyday stands on the left; each way to say it in law on the right, where a
word with a star has three letters or more: by these it is looked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.query.analysis import fold

_SHORTEST = 3  # letters before a star on the right

Beginnings = tuple[str, ...]
"""A word or phrase: each word as folded, with a star where it may have any ending."""


@dataclass(frozen=True, slots=True)
class Synonym:
    """A way that people say something, and the ways in which the law says it."""

    said: Beginnings
    meant: tuple[Beginnings, ...]


def read(lines: Iterable[str]) -> list[Synonym]:
    """The synonyms of a list; `ValueError` names a line that is none."""
    found = []
    for line in lines:
        written = line.partition("#")[0].strip()
        if not written:
            continue
        said, sign, meant = written.partition(">")
        ways = _ways(said), _ways(meant)
        if not sign or not all(ways) or any(_is_short(word) for way in ways[1] for word in way):
            raise ValueError(
                f"No synonym, which is written “everyday, words > words of the law”: {written!r}"
            )
        found += [Synonym(one, ways[1]) for one in ways[0]]
    return found


def fits(beginning: str, word: str) -> bool:
    """Whether a word is meant."""
    return word.startswith(beginning[:-1]) if beginning.endswith("*") else word == beginning


class Synonyms:
    """Looks up what is typed."""

    def __init__(self, known: Iterable[Synonym]) -> None:
        self._by_letters: dict[str, list[Synonym]] = {}
        for synonym in known:
            self._by_letters.setdefault(synonym.said[0][:2], []).append(synonym)

    def of(self, typed: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[Beginnings, ...]]]:
        """The words of a query for which the law has others, and these."""
        found = []
        for place, word in enumerate(typed):
            for synonym in self._by_letters.get(word[:2], ()):
                said = tuple(typed[place : place + len(synonym.said)])
                if len(said) == len(synonym.said) and all(map(fits, synonym.said, said)):
                    found.append((said, synonym.meant))
        return found

    def beginnings(self, word: str) -> list[str]:
        """The words of the lists that fit a typed one, each with its star."""
        known = (synonym.said for synonym in self._by_letters.get(word[:2], ()))
        return [said[0] for said in known if len(said) == 1 and fits(said[0], word)]


def _ways(written: str) -> tuple[Beginnings, ...]:
    ways = (tuple(fold(word) for word in way.replace("-", " ").split()) for way in written.split(","))
    return tuple(way for way in ways if way)


def _is_short(word: str) -> bool:
    return word.endswith("*") and len(word) <= _SHORTEST
