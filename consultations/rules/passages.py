"""A passage of a provision: its place, its words and their context."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

CONTEXT = 60  # code points that are stored before and after a quote


class Field(StrEnum):
    """The two texts of a provision."""

    HEADING = "heading"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class ProvisionWords:
    """The wording of a provision in one version."""

    heading: str = ""
    body: str = ""

    def of(self, field: Field) -> str:
        """The text of one field."""
        return self.heading if field is Field.HEADING else self.body


@dataclass(frozen=True, slots=True)
class Passage:
    """The words that a comment is about. An empty range means the whole provision."""

    provision: str
    field: Field
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @property
    def is_whole(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Place:
    """A range of a field of a provision."""

    provision: str
    field: Field
    start: int
    end: int


def passage_of(provision: str, field: Field, text: str, start: int, end: int) -> Passage:
    """The passage with its quote and context. Raises `ValueError` if the range is not in the text."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"The range {start}–{end} does not lie in a text of {len(text)} characters.")
    if start == end:
        return Passage(provision, field, 0, 0, "")
    return Passage(
        provision,
        field,
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


def occurrences(text: str, quote: str) -> list[int]:
    """The offsets at which the quote begins in the text. Occurrences may overlap."""
    found, start = [], text.find(quote) if quote else -1
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return found


def context_likeness(passage: Passage, text: str, start: int) -> float:
    """How similar the context of a place is to that of the passage; 1 is the same."""
    end = start + len(passage.quote)
    before = _likeness(passage.prefix, text[max(0, start - CONTEXT) : start])
    after = _likeness(passage.suffix, text[end : end + CONTEXT])
    return (before + after) / 2


def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    return float(fuzz.ratio(a, b)) / 100
