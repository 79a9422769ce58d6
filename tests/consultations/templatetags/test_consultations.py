"""The words that filters make of values."""

from datetime import UTC, datetime, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from consultations.models import Round
from consultations.rules.phases import Phase
from consultations.templatetags.consultations import duration
from consultations.times.zoned_times import moment
from consultations.values import DayKind


@pytest.mark.parametrize(
    ("language", "kind", "days", "told"),
    [
        ("en", DayKind.WORKING, 1, "1 working day"),
        ("en", DayKind.CALENDAR, 30, "30 calendar days"),
        ("az", DayKind.WORKING, 20, "20 iş günü"),
        ("az", DayKind.CALENDAR, 1, "1 təqvim günü"),
        ("ru", DayKind.WORKING, 21, "21 рабочий день"),
        ("ru", DayKind.WORKING, 22, "22 рабочих дня"),
        ("ru", DayKind.CALENDAR, 11, "11 календарных дней"),
    ],
)
def test_days_are_counted_in_the_grammar_of_the_language(language, kind, days, told):
    with translation.override(language):
        assert duration(Round(days=days, day_kind=kind)) == told


@pytest.mark.parametrize(
    ("day_kind", "time", "told"),
    [
        (DayKind.CALENDAR, timedelta(hours=5), "5 hours"),
        (DayKind.WORKING, timedelta(hours=1, minutes=59), "1 hour"),
        (DayKind.CALENDAR, timedelta(minutes=40), "less than an hour"),
        (DayKind.WORKING, timedelta(days=1), "1 calendar day"),  # from Saturday to Sunday
    ],
)
def test_no_round_is_open_for_no_days(day_kind, time, told):
    opens = datetime(2025, 3, 15, 8, tzinfo=UTC)
    assert duration(Round(days=0, day_kind=day_kind, opens=opens, closes=opens + time)) == told


@pytest.mark.parametrize("phase", [Phase.CLOSED, Phase.LATE])
def test_beside_the_tag_of_a_past_round_stands_its_end_alone(world, phase):
    words = render_to_string("madda/consultations/when.html", {"round": world.round, "phase": phase})
    assert words.strip() == moment(world.round.ended_at)


def test_a_planned_round_tells_when_it_opens(world):
    words = render_to_string("madda/consultations/when.html", {"round": world.round, "phase": Phase.PLANNED})
    assert words.strip() == f"opens {moment(world.round.opens)}"
