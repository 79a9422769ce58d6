"""What a comparison of two trees says, provision by provision, in reading order of the merged document."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Mark(StrEnum):
    """Whether a run of text stands on both sides, only before, or only after."""

    KEPT = "="
    DELETED = "-"
    INSERTED = "+"


class Span(NamedTuple):
    """A run of text. KEPT and DELETED spans joined give BEFORE; KEPT and INSERTED spans joined give AFTER."""

    mark: Mark
    text: str


class Change(StrEnum):
    """What happened to a provision."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class ProvisionRedline:
    """One provision of the merged document.

    `before` and `after` are element keys of the two trees (several for split and merged). A moved provision appears
    twice: at its old place (`is_new_place=False`) and at its new one; both carry the inner redline, counted once.
    """

    change: Change
    before: tuple[str, ...]
    after: tuple[str, ...]
    heading: tuple[Span, ...]
    text: tuple[Span, ...]
    number: tuple[Span, ...]
    is_new_place: bool = True


@dataclass(frozen=True, slots=True)
class Redline:
    """The whole comparison."""

    provisions: tuple[ProvisionRedline, ...]
