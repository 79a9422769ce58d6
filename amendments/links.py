"""A link that one app shows on a page of another."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Link:
    """A quiet link: its words, address and, where it counts something, how many."""

    label: str
    url: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class StepNotice:
    """What a person should know before a step: a sentence, and the page where something can be done about it."""

    words: str
    url: str = ""


@runtime_checkable
class InstructionSources(Protocol):
    """`register_instruction_sources`: from what an instruction was proposed, for the drafters' list and its page."""

    slug: str

    def of(self, user: Any, instructions: Collection[UUID]) -> Mapping[UUID, Link]:
        """By the key of the instruction, what the person may read of it; a bounded number of queries."""
        ...
