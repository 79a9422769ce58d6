"""What others marked in a file: changes and comments, each at its place in the text without them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """A change by one author: the words from `start` to `end` of the text go, `new` comes. `at` is as the file has it."""

    start: int
    end: int
    new: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on the words from `start` to `end`."""

    text: str
    author: str
    at: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Overwritten:
    """Words that one author inserted and another one deleted again."""

    words: str
    inserted_by: str
    deleted_by: str
    at: str


@dataclass(frozen=True, slots=True)
class Markup:
    """The text with every change rejected, and what was marked in it."""

    text: str
    edits: tuple[TrackedEdit, ...] = ()
    notes: tuple[Note, ...] = ()
    overwritten: tuple[Overwritten, ...] = ()
