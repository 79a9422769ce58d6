"""What an examination of the site finds."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How bad it is."""

    WELL = "well"
    WARNING = "warning"  # works, but somebody should look at it
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence on one thing, and what to do about it."""

    thing: str
    grade: Grade
    says: str
    remedy: str = ""


def well(thing: str, says: str) -> Finding:
    """Nothing to do."""
    return Finding(thing, Grade.WELL, says)


def warning(thing: str, says: str, remedy: str) -> Finding:
    """Works, but somebody should look at it."""
    return Finding(thing, Grade.WARNING, says, remedy)


def fault(thing: str, says: str, remedy: str) -> Finding:
    """Does not work, or a promise of the site does not hold."""
    return Finding(thing, Grade.FAULT, says, remedy)
