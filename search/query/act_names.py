"""What acts are called in other languages: lines such as "Ailə Məcəlləsi = Family Code = Семейный кодекс"."""

from collections.abc import Iterable, Iterator

from search.query.plan import Phrase, words_of

_SIGN = "="


class ActNames:
    """Looks up the further titles of an act by one of them."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Of the lines of a list; `ValueError` names a line that says less than two names."""
        self._names: dict[Phrase, tuple[str, ...]] = {}
        for line in lines:
            written = line.partition("#")[0].strip()
            names = tuple(name.strip() for name in written.split(_SIGN))
            if written and (len(names) < 2 or not all(map(words_of, names))):
                raise ValueError(f"No names of an act, which are written “Title = other title”: {written!r}")
            self._names |= {words_of(name): names for name in names if written}

    def of(self, title: str) -> Iterator[str]:
        """The title and those that it has besides."""
        yield title
        yield from (other for other in self._names.get(words_of(title), ()) if other != title)
