"""What the outbox needs of an engine that is not in the database; implemented beside that engine."""

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
    """An entry that a server did not take. Another try is of no use where it `is_final`."""

    place: Place
    reason: str
    is_final: bool


class Store(Protocol):
    """The indexes of one server. What it cannot do now is an `EngineDownError`; nothing is lost by trying again."""

    def create(self, generation: int) -> None:
        """Make the empty indexes of a generation."""
        ...

    def write(self, generation: int, batch: Batch, version: int) -> list[Refusal]:
        """Bring entries to their present state, but for those of which the server has a higher version."""
        ...

    def settle(self, generation: int) -> None:
        """Ready a generation that was filled for searches."""
        ...

    def refresh(self, generation: int) -> None:
        """Make what was written findable now."""
        ...

    def places(self, generation: int, *, is_public: bool) -> Iterator[Place]:
        """Everything that is findable."""
        ...

    def differing(self, generation: int, batch: Batch) -> set[Place]:
        """Which of these places are not on the server as they are here."""
        ...

    def switch(self, generation: int) -> None:
        """Let searches read a generation, from one moment to the next."""
        ...

    def exists(self, generation: int) -> bool:
        """Whether the server has the indexes of a generation."""
        ...

    def live(self) -> int | None:
        """The generation that searches read."""
        ...

    def drop(self, generation: int) -> None:
        """Forget a generation."""
        ...


def has_store() -> bool:
    """Whether the settings name a server."""
    return bool(getattr(settings, "SEARCH_SERVER", None))


def store() -> Store:
    """The server that the settings name; its client is not loaded before."""
    if not has_store():
        raise NoServerError(
            "The settings name no search server: set MADDA_SEARCH_ENGINE and MADDA_SEARCH_URL."
        )
    made: Store = import_string("search.backends.elastic.store.ElasticStore")()
    return made
