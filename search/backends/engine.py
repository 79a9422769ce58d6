"""What a search engine is: the embedded one, which is always there, and whichever the settings name.

Engines only find entries. Other spellings, "did you mean" and "more like this" are planned before an engine is
asked (`search.query.plan`). Highlights are made from entries that were loaded again with the reader's rights. So all
engines answer alike, and no engine can show an entry that was not checked.
"""

from functools import lru_cache
from typing import Protocol, runtime_checkable

from django.conf import settings
from django.utils.module_loading import import_string

from search.backends.question import Answer, Question
from search.errors import BadEngineError


@runtime_checkable
class Engine(Protocol):
    """Finds entries. How they come into it is the engine's own affair: it listens to `search.signals.touched`."""

    @property
    def name(self) -> str:
        """As in settings and on the status page: "embedded"."""

    def find(self, question: Question) -> Answer:
        """Answer with what the question's audience may read; `EngineDownError` when it cannot answer now."""


@lru_cache(maxsize=1)
def _loaded(path: str) -> Engine:
    engine = import_string(path)()
    if not isinstance(engine, Engine):
        raise BadEngineError(f"{path} is no search engine.")
    return engine


def engine() -> Engine:
    """The engine that SEARCH_ENGINE names by its dotted path."""
    return _loaded(getattr(settings, "SEARCH_ENGINE", "search.backends.embedded.Embedded"))
