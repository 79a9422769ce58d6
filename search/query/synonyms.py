"""Everyday words and the words of the law that mean them: files of lines such as "maaş*, məvacib* > əmək haqq*".

A star stands for the endings of a word and of what is made of it, but for no other word: "haqq*" is "haqqı" and
"haqqında". What is everyday stands on the left; each way to say it in law on the right, where a word with a star has
three letters or more: by these it is looked for.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.query.analysis import fold
from search.query.azerbaijani import may_end
from search.query.stems import is_cyrillic, stems

_SHORTEST = 3  # letters before a star on the right
_LONGEST = 12  # letters of an ending
_ENGLISH = re.compile(
    "(?:e|s|es|ed|er|or|ee|ren|ing|i?on|[aiu]?tion|i?al|ual|i?ty|y|ies?|ied|ily|ly|ment|[ae]nc[ey]|[ae]nt|[aiu]?bl[ey]"
    "|[aiu]?bility|ive|ative|or[iy]|ure|ful|less|ness|i?ous|i[sz]e|ship|i?age|a?cy|is[mt]|hood)*"
)
_RUSSIAN = re.compile("(?:[аеийклмнотушщхывьюя]|го|ебн|[еь]ц|ир|с[ктья]|ци|ч(?:ес[кт]|ик)|ичн)*")

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
    if not beginning.endswith("*"):
        return word == beginning
    return word.startswith(beginning[:-1]) and _is_ended(word, len(beginning) - 1)


@lru_cache(maxsize=100_000)
def _is_ended(word: str, end: int) -> bool:
    """Whether an ending of a language that is written in these letters follows the first ones."""
    endings = _RUSSIAN if is_cyrillic(word) else _ENGLISH
    if len(word) <= end + _LONGEST and endings.fullmatch(word, end):
        return True
    is_within = any(len(stem.removeprefix("en:")) <= end for stem in stems(word, "en"))
    return is_within or may_end(word, end)


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
