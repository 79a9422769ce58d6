"""Calendars as text."""

from datetime import UTC, datetime

from consultations.calendar_texts.events import Event, calendar_of

AT = datetime(2026, 11, 26, 19, 59, 59, tzinfo=UTC)


def text(title, **more):
    return calendar_of(
        "Rounds", [Event("1@caspia.example", AT, title, "https://caspia.example/", AT, **more)]
    )


def test_an_event_is_written_as_the_standard_asks():
    lines = text("Comments close", times=2).split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {"DTSTART:20261126T195959Z", "SEQUENCE:2", "STATUS:CONFIRMED", "SUMMARY:Comments close"} <= set(
        lines
    )


def test_signs_of_the_format_are_escaped_and_no_title_makes_a_line():
    found = text("a,b;c\\d\nEND:VEVENT\r", place="Hall; 2")
    assert "SUMMARY:a\\,b\\;c\\\\d\\nEND:VEVENT\r\n" in found
    assert "LOCATION:Hall\\; 2\r\n" in found
    assert found.count("\r\nEND:VEVENT\r\n") == 1


def test_long_lines_are_folded_between_letters():
    title = (
        "Əcnəbilərin və vətəndaşlığı olmayan şəxslərin miqrasiyası haqqında qanuna dəyişiklik edilməsi barədə"
        * 2
    )
    found = text(title)
    assert all(len(line.encode()) <= 75 for line in found.split("\r\n"))
    assert f"SUMMARY:{title}" in found.replace("\r\n ", "")


def test_a_cancelled_round_is_said_to_be_cancelled():
    assert "STATUS:CANCELLED\r\n" in text("Comments close", is_cancelled=True)
