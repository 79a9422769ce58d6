"""How an app makes its rows findable: the whole public surface of `search`.

An app offers a module `search_sources.py`, loaded when the site starts, that registers its sources and passes on
the changes its actions announce:

    register(ProvisionSource())
    register_rights(names_of_rights)
    register_synonyms(Path(__file__).parent / "synonyms.txt")
    register_act_names(Path(__file__).parent / "act_names.txt")
    register_reader(audiences_of)
    changed.connect(lambda kind, ids, **_: refresh("provision", ids) if kind == "app.model" else None, weak=False)
"""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from django.utils.functional import Promise

from search.errors import BadEntryError, BadSourceError, DuplicateSourceError, UnknownSourceError
from search.query.act_names import ActNames
from search.query.cited import act_key as act_key
from search.query.synonyms import Synonyms, read
from search.signals import asked

PUBLIC = "public"
"""The audience token of what everybody may read."""


@dataclass(frozen=True, slots=True)
class Text:
    """What an entry says in one language (ISO 639-1); a hit that shows a translation says so."""

    language: str
    heading: str = ""
    body: str = ""
    is_translation: bool = False
    lead: str = ""  # what a hit shows where there is no body; it is found by none of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to be found, with everything a hit shows and every token of those who may read it.

    `id` names the entry within its source. `object_id` names the row that `refresh()` is called with, where one
    row makes several entries. Entries of one `group` are shown as one hit: the current one, else the best of the status
    that the source names first.
    """

    id: str
    url: str
    texts: tuple[Text, ...]
    audience: frozenset[str]
    names: tuple[Text, ...] = ()  # further words by which it is found, and which a hit does not show
    object_id: str = ""  # as `id` where empty
    # its numbers: "12.3", or with its levels in brackets, "(12)(3)"; "chapter.2"; of an act `act_key`
    cite: tuple[str, ...] = ()
    instrument: str = ""  # the act's number, for `in:27-L`
    # what the act is called, in lists and citations; only who may read such an entry learns it
    instrument_title: str = ""
    context: str = ""  # the line above the heading: the act's title
    status: str = ""  # a key of the source's `statuses`
    institution: str = ""
    rights: tuple[str, ...] = ()  # human rights it is about: codes that `register_rights` names, or names
    date: datetime.date | None = None
    place: int = 0  # where it stands in its act: the order of the law
    is_current: bool = True
    valid_from: datetime.date | None = None  # first day in force; None for what is no text of law
    valid_to: datetime.date | None = None  # first day no longer in force
    group: str = ""

    def __post_init__(self) -> None:
        if not self.id or not self.texts:
            raise BadEntryError(f"Entry {self.id!r} needs an id and a text.")
        if not self.url.startswith(("/", "https://", "http://")):
            raise BadEntryError(f"Entry {self.id!r} has no address to lead to: {self.url!r}.")
        if not isinstance(self.audience, frozenset) or not all(
            isinstance(t, str) and t for t in self.audience
        ):
            raise BadEntryError(
                f"Entry {self.id!r} needs a frozenset of tokens as audience, not {self.audience!r}."
            )


@runtime_checkable
class SearchSource(Protocol):
    """One kind of thing to be found."""

    @property
    def name(self) -> str:
        """Stands in addresses and after `kind:`."""

    @property
    def label(self) -> str | Promise:
        """ "Provisions": the tab."""

    @property
    def statuses(self) -> Mapping[str, str | Promise]:
        """Words for `Entry.status`; what is not current speaks for its group in this order."""

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The entries of these rows, or of all rows for None. Rows that are gone or that nobody may read are left out."""

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """Those entries (by `Entry.id`) that the user may read now. It is asked again for every page of hits."""


Reader = Callable[[Any], Iterable[str]]
"""Names the audience tokens of a user ("org:7", "role:secretary"); users are whatever the site's are."""

RightNames = Callable[[], Mapping[str, str | Promise]]
"""Says what human rights are called that entries name by code."""

_sources: dict[str, SearchSource] = {}
_only_for: dict[str, str] = {}
_readers: list[Reader] = []
_rights: list[RightNames] = []
_act_names: list[Path] = []
_lists: list[Path] = sorted((Path(__file__).parent / "words").glob("*.txt"))


def register(source: SearchSource, *, only_for: str = PUBLIC) -> None:
    """Add a source to the search.

    Who lacks the token `only_for` meets nothing of it: no tab, hit or count. Who has it meets the entries of its audiences.
    """
    if not isinstance(source, SearchSource) or isinstance(source, type):
        raise BadSourceError(f"{source!r} is no SearchSource.")
    if not source.name.isidentifier() or source.name != source.name.lower():
        raise BadSourceError(f"{source!r} needs a name of lower-case letters, not {source.name!r}.")
    if source.name in _sources:
        raise DuplicateSourceError(f"{source!r} claims {source.name!r}, taken by {_sources[source.name]!r}.")
    _sources[source.name] = source
    _only_for[source.name] = only_for


def register_reader(reader: Reader) -> None:
    """Add a function that names audiences; a user has the tokens that all of them name together."""
    _add(reader, _readers, "the audiences of a user")


def register_rights(names: RightNames) -> None:
    """Add a function that names rights; it is asked once for each page that shows or looks for them."""
    _add(names, _rights, "the names of rights")


def _add(asked_for: Any, known: list[Any], what: str) -> None:
    if not callable(asked_for):
        raise BadSourceError(f"{asked_for!r} cannot be asked for {what}.")
    if asked_for in known:
        raise DuplicateSourceError(f"{asked_for!r} is registered already.")
    known.append(asked_for)


def register_synonyms(path: Path) -> None:
    """Add a list of everyday words and the words of the law that mean them; `search/words` shows how it is written."""
    _add_list(path, _lists, read, "synonyms")
    synonyms.cache_clear()


@cache
def synonyms() -> Synonyms:
    """All synonyms of all lists."""
    return Synonyms(read(_lines(_lists)))


def register_act_names(path: Path) -> None:
    """Add a list of what acts are called in other languages; each line has the titles of one act between signs "="."""
    _add_list(path, _act_names, ActNames, "names of acts")
    act_names.cache_clear()


@cache
def act_names() -> ActNames:
    """What acts are called, of all lists."""
    return ActNames(_lines(_act_names))


def _add_list(path: Path, known: list[Path], reader: Callable[[Iterable[str]], object], what: str) -> None:
    if path in known:
        raise DuplicateSourceError(f"{path} is registered already.")
    try:
        reader(_lines([path]))
    except (OSError, ValueError) as reason:
        raise BadSourceError(f"{path} is no list of {what}: {reason}") from reason
    known.append(path)


def _lines(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        yield from path.read_text(encoding="utf-8").splitlines()


def rights() -> Mapping[str, str | Promise]:
    """The names of rights by their codes, as they are now; of two names for a code the first registered counts."""
    return {code: name for names in reversed(_rights) for code, name in names().items()}


def sources() -> dict[str, SearchSource]:
    """The registered sources by name, the last one first: apps that others stand on are installed last."""
    return dict(reversed(_sources.items()))


def sources_for(audience: Collection[str]) -> tuple[str, ...]:
    """The names of the sources of which a reader with these tokens knows, in the same order."""
    return tuple(name for name in sources() if _only_for[name] in audience)


def rank_of(name: str, status: str) -> int:
    """The place of a status among those of its source: of entries of one group, the first one speaks for those behind it."""
    known = _sources.get(name)
    return list(known.statuses).index(status) if known and status in known.statuses else 0


def source(name: str) -> SearchSource:
    """A registered source; others are refused."""
    try:
        return _sources[name]
    except KeyError:
        raise UnknownSourceError(
            f"Nobody registered a search source {name!r}; known: {sorted(_sources)}."
        ) from None


def audience_of(user: Any) -> frozenset[str]:
    """Every token of a user; each also together with those of sources that are not for everybody."""
    tokens = frozenset({PUBLIC}).union(*(reader(user) for reader in _readers))
    narrow = tokens.intersection(_only_for.values()) - {PUBLIC}
    return tokens.union(*(_together(one, tokens) for one in narrow))


def indexed(source_name: str, entry: Entry) -> Entry:
    """An entry as the index keeps it: of a source that is not for everybody, each token stands together with the source's."""
    only_for = _only_for[source_name]
    return entry if only_for == PUBLIC else replace(entry, audience=_together(only_for, entry.audience))


def _together(only_for: str, tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{only_for}&{token}" for token in tokens)


def refresh(source_name: str, ids: Collection[object]) -> None:
    """Index rows again, as they are now, within the caller's transaction; rows that are gone leave the index."""
    asked.send(sender=None, source=source(source_name), ids=[str(row) for row in ids], is_gone=False)


def remove(source_name: str, ids: Collection[object]) -> None:
    """Take rows out of the index within the caller's transaction."""
    asked.send(sender=None, source=source(source_name), ids=[str(row) for row in ids], is_gone=True)
