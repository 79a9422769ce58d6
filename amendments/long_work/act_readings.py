"""A long act is read by the worker. What was read is kept for the preview, the pages of its list and the saving."""

from dataclasses import dataclass, replace
from hashlib import sha256

from amendments.importers import Imported
from amendments.long_work.progress import shared_cache
from amendments.provisions.scheme import Parsed

KEPT_FOR = 15 * 60  # seconds, from the preview to the saving
WAITED_FOR = 5 * 60  # seconds after which a reading is asked for again


@dataclass(frozen=True, slots=True)
class UnreadAct:
    """The text of an act, and by whose rules it is read."""

    text: str
    country: str
    language: str

    @property
    def digest(self) -> str:
        """The name under which it is kept."""
        return sha256("\0".join((self.country, self.language, self.text)).encode()).hexdigest()


def kept_reading(act: UnreadAct) -> Parsed | None:
    """What was read of it lately."""
    found: Parsed | None = shared_cache().get(f"amendments.parsed.{act.digest}")
    return found


def keep_reading(act: UnreadAct, parsed: Parsed) -> None:
    """Store what was read."""
    shared_cache().set(f"amendments.parsed.{act.digest}", parsed, KEPT_FOR)


def is_first_to_ask(act: UnreadAct) -> bool:
    """Whether nobody waits for the reading yet; from now on somebody does."""
    return shared_cache().add(_asked(act.digest), act, WAITED_FOR)


def asked_for(digest: str) -> UnreadAct | None:
    """The act that somebody waits for."""
    found: UnreadAct | None = shared_cache().get(_asked(digest))
    return found


def give_back(act: UnreadAct) -> None:
    """Nobody waits any more."""
    shared_cache().delete(_asked(act.digest))


def note_unreadable(act: UnreadAct) -> None:
    """The worker could not read it."""
    shared_cache().set(f"amendments.unreadable.{act.digest}", True, WAITED_FOR)


def is_unreadable(act: UnreadAct) -> bool:
    """Whether the worker tried in vain."""
    return bool(shared_cache().get(f"amendments.unreadable.{act.digest}"))


def keep_notices(imported: Imported) -> None:
    """Store what was said of a file: the page that waits sends its text back without it."""
    if imported.notices:
        shared_cache().set(_notices(imported), tuple(imported.notices), KEPT_FOR)


def with_notices(imported: Imported) -> Imported:
    """A text that was sent back, with what was said of its file."""
    return replace(imported, notices=(*shared_cache().get(_notices(imported), ()), *imported.notices))


def _notices(imported: Imported) -> str:
    return f"amendments.notices.{sha256(imported.text.encode()).hexdigest()}"


def _asked(digest: str) -> str:
    return f"amendments.unread.{digest}"
