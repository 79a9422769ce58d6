"""Events of a calendar as text (iCalendar, RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

_LONGEST = 75  # octets of a line, its line break not counted
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """One moment. `changed` is when its particulars changed last, for the `times`th time."""

    uid: str
    at: datetime
    title: str
    url: str
    changed: datetime
    times: int = 0
    place: str = ""
    is_cancelled: bool = False


def calendar_of(name: str, events: Iterable[Event]) -> str:
    """The whole calendar. Programs read it again twice a day."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Madda//Rounds//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        *(line for event in events for line in _lines(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _lines(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_moment(event.changed)}"
    yield f"SEQUENCE:{event.times}"
    yield f"DTSTART:{_moment(event.at)}"
    yield f"SUMMARY:{_text(event.title)}"
    yield f"URL:{event.url}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Escaped, on one line."""
    escaped = _UNSEEN.sub("", words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Broken so that no piece is longer than the standard allows; a letter is never broken."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        limit = _LONGEST - (1 if pieces else 0)  # the blank that begins a further piece
        if len((piece + letter).encode()) > limit:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
