"""What a wording must answer: operations as official prose of one language, and that prose read back.

Wordings are plugins chosen by (country, language), else (any, language).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable

from amendments.instructions.citations import cited
from amendments.instructions.designations import without_kind
from amendments.instructions.operations import Operation
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.tree import Kind


class Mood(StrEnum):
    """How the prose speaks: as the amending act orders, or as a footnote of the consolidated text reports."""

    IMPERATIVE = "imperative"
    PAST = "past"


@runtime_checkable
class Wording(Protocol):
    """Official prose of one (country, language)."""

    country: str  # ISO 3166 alpha-2 in lower case, "" = any
    language: str  # ISO 639-1

    def word(self, operation: Operation, mood: Mood) -> str:
        """The operation as a sentence, with the new text below it where the mood orders; else `Refused`."""
        ...

    def parse(self, text: str, year: int | None = None) -> list[Operation]:
        """The operations that a sentence says; whatever is not understood for certain raises `Unread`."""
        ...


@runtime_checkable
class QuotingWording(Wording, Protocol):
    """A wording that quotes new provisions with given labels: those of kinds, and of single provisions by their citation."""

    @property
    def labels(self) -> Mapping[str, str]:
        """The usual labels of its language."""
        ...

    def quoting_with(self, labels: Mapping[str, str]) -> "Wording":
        """The same prose with other labels."""
        ...


def quoting_with(wording: Wording, labels: Mapping[str, str]) -> Wording:
    """The wording with these labels beside its usual ones; one that brings all of its labels itself stays as it is."""
    if not labels or not isinstance(wording, QuotingWording):
        return wording
    return wording.quoting_with({**wording.labels, **labels})


@runtime_checkable
class CallingWording(Wording, Protocol):
    """A wording that calls the whole act by its kind: "throughout the Code"."""

    def about(self, kind: str) -> "Wording":
        """The same prose about an act of a kind ("code", "law")."""
        ...


def about(wording: Wording, kind: str) -> Wording:
    """The wording about an act of a kind; one that has one name for every act stays as it is."""
    return wording.about(kind) if isinstance(wording, CallingWording) else wording


def is_one_word(words: str) -> bool:
    """Whether quoted words are one word, so that the singular is right."""
    return sum(any(c.isalnum() for c in word) for word in words.split()) <= 1


def is_sign(words: str) -> bool:
    """Whether quoted words are signs of punctuation only: ";", ")."."""
    return bool(words.strip()) and not any(c.isalnum() for c in words)


def is_figures(words: str) -> bool:
    """Whether quoted words are figures only: "10", "189.4,", "227-1, 228"."""
    return any(c.isdigit() for c in words) and not any(c.isalpha() for c in words)


def carried(operation: Operation) -> tuple[str, ...]:
    """The numbers that an insertion announces: the target and the children that do not lie under another one."""
    if cited(operation.target).kind in UPPER_STRUCTURE | {Kind.ANNEX}:  # holds what comes with it
        return (operation.target,)
    return outermost([operation.target, *(child.number for child in operation.children)])


def outermost(numbers: Sequence[str]) -> tuple[str, ...]:
    """The numbers that do not lie under another one."""
    return tuple(n for n in numbers if not any(_is_under(n, other) for other in numbers))


def _is_under(number: str, other: str) -> bool:
    """Whether a citation goes on from another one: 12-1.2, 12-1(2) and "12-1 note" from 12-1."""
    return without_kind(number).startswith(tuple(f"{without_kind(other)}{joint}" for joint in ".( "))


def number_before(number: str) -> str:
    """The number that a new one follows by the drafting rules: 9.3.5 → 9.3.4, 12-2 → 12-1, 12-1 → 12; "" for a first."""
    head, dot, last = number.rpartition(".")
    base, hyphen, suffix = last.rpartition("-")
    if hyphen and suffix.isdigit():
        return f"{head}{dot}{base}" if suffix == "1" else f"{head}{dot}{base}-{int(suffix) - 1}"
    return f"{head}{dot}{int(last) - 1}" if last.isdigit() and int(last) > 1 else ""
