"""What acts are called in other languages: lines such as "Ailə Məcəlləsi = Family Code = Семейный кодекс".

"{state} Ailə Məcəlləsi = Family Code of the {state}" is a line for each state, "{state} = Gürcüstan = Georgia"; "|" stands
between two names of it. No title is meant without the name of a state in square brackets.
"""

import re
from collections.abc import Iterable, Iterator

from search.query.cited import Phrase, words_of

_BRACKETS = re.compile(r"\([^()]*\)\s*$")  # "Civil Code (part one)"
_SIGN = "="
_OR = "|"
_STATE = "{state}"


class ActNames:
    """Looks up the further titles of an act by one of them."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Of the lines of a list; `ValueError` names a line that says less than two names."""
        self._names: dict[Phrase, tuple[str, ...]] = {}
        states: list[tuple[str, ...]] = []
        for line in lines:
            written = line.partition("#")[0].strip()
            names = tuple(name.strip() for name in written.split(_SIGN))
            if written and (len(names) < 2 or not all(map(words_of, names))):
                raise ValueError(f"No names of an act, which are written “Title = other title”: {written!r}")
            if names[0] == _STATE:
                states.append(names[1:])
                continue
            if _STATE in written and any(len(state) != len(names) for state in states):
                raise ValueError(f"Not as many titles as a state has names: {written!r}")
            for same in [_of_state(names, state) for state in states] if _STATE in written else [names]:
                self._names |= {words_of(name): same for name in same if written}

    def of(self, title: str) -> Iterator[str]:
        """The title and those that it has besides."""
        yield title
        every = self._names.get(words_of(title)) or self._names.get(words_of(_BRACKETS.sub("", title)), ())
        yield from (other for other in every if other != title)


def _of_state(names: Iterable[str], state: Iterable[str]) -> tuple[str, ...]:
    """The titles of one state's act."""
    both = zip(names, state, strict=True)
    return tuple(name.replace(_STATE, said.strip()) for name, every in both for said in every.split(_OR))
