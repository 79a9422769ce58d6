"""What somebody holds for a time, in a list: an office, a seat or a membership."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A line of the list. `name` is "" if the reader may not know it; `leads_to` is the key of the page of the holder."""

    pk: UUID
    name: str
    role: str
    start: date
    end: date | None
    is_standing: bool
    may_end: bool = False
    leads_to: UUID | None = None

    @property
    def was_none(self) -> bool:
        """Whether it was ended at once, on the day on which it began or before that day."""
        return self.end is not None and self.end < self.start


def present_first(lines: Iterable[HeldLine]) -> tuple[HeldLine, ...]:
    """The present ones come first, former ones below."""
    return tuple(sorted(lines, key=lambda line: not line.is_standing))
