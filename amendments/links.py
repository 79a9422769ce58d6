"""A link that one app shows on a page of another."""

from dataclasses import dataclass


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
