"""The files of the demo story, and the moments in them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from amendments.attaching.new_file import NewFile

DATA = Path(__file__).parent / "data"
ZONE = ZoneInfo("Asia/Baku")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens in the story: when, in which order within the moment, and what."""

    at: datetime
    place: int
    name: str
    do: Callable[[], object]


def read(name: str) -> Any:  # Any: the shape is that of the file
    """A file of the story."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def attached(name: str) -> NewFile:
    """A file of the story that somebody attaches."""
    return NewFile(name, (DATA / "attachments" / name).read_bytes())


def moment(given: str, today: date, *, at: time = time(12)) -> datetime:
    """A moment of the files: ISO with or without time, or days from the day of loading ("-14d", "+10d")."""
    if given.endswith("d") and given[0] in "+-0123456789":
        return datetime.combine(today + timedelta(days=int(given[:-1])), at, ZONE)
    if "T" in given:
        return datetime.fromisoformat(given)
    return datetime.combine(date.fromisoformat(given), at, ZONE)


def digits(name: str) -> int:
    """The number in a name of the files: C-014 is 14."""
    return int(name.rpartition("-")[2])
