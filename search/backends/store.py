"""What the outbox needs from an engine outside the database. Each such engine implements it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from search.errors import NoServerError
from search.models import IndexedEntry

Place = tuple[str, str]
"""Source and key of an entry."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries as they are now, and the places where none is. `may_have_moved`: they were perhaps read by others before."""

    present: Sequence[IndexedEntry]
    gone: Collection[Place] = ()
    may_have_moved: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that a server refused. If it `is_final`, another try does not help."""

    place: Place
    reason: str
    is_final: bool


class Store(Protocol):
    """The indexes of one server. Methods raise `EngineDownError` when the server cannot answer; trying again loses nothing."""

    def create(self, generation: int) -> None:
        """Make the empty indexes of a generation."""

    def write(self, generation: int, batch: Batch, version: int) -> list[Refusal]:
        """Write entries as they are now, except those of which the server has a higher version."""

    def settle(self, generation: int) -> None:
        """Ready a generation that was filled for searches."""

    def refresh(self, generation: int) -> None:
        """Refresh the index, so that what was written can be found."""

    def places(self, generation: int, *, is_public: bool) -> Iterator[Place]:
        """Everything that is findable."""

    def differing(self, generation: int, batch: Batch) -> set[Place]:
        """The places whose entries differ between the server and the database."""

    def switch(self, generation: int) -> None:
        """Let searches read this generation from now on, without a gap."""

    def exists(self, generation: int) -> bool:
        """Whether the server has the indexes of a generation."""

    def live(self) -> int | None:
        """The generation that searches read."""

    def drop(self, generation: int) -> None:
        """Forget a generation."""


def has_store() -> bool:
    """Whether the settings name a server."""
    return bool(getattr(settings, "SEARCH_SERVER", None))


def store() -> Store:
    """The server that the settings name; its client is not loaded before."""
    if not has_store():
        raise NoServerError(
            "The settings name no search server, so there is nothing to do: the embedded engine follows the data by "
            "itself. For a server set MADDA_SEARCH_ENGINE and MADDA_SEARCH_URL."
        )
    made: Store = import_string("search.backends.elastic.indexes.ElasticStore")()
    return made
