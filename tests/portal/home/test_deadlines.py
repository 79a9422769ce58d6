"""Time left and zones."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import timezone

from portal.home.templatetags import deadlines

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "days"),
    [
        (datetime(2025, 3, 1, 19, 59, tzinfo=UTC), 0),
        (datetime(2025, 3, 1, 20, 0, tzinfo=UTC), 1),  # midnight in Baku
        (datetime(2025, 3, 15, 14, 0, tzinfo=UTC), 14),
        (datetime(2025, 2, 27, 14, 0, tzinfo=UTC), -2),
    ],
)
def test_days_are_counted_by_the_calendar_of_the_site(monkeypatch, moment, days):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    assert deadlines.days_until(moment) == days


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Baku", "UTC+4"),
        ("UTC", "UTC+0"),
        ("America/St_Johns", "UTC−3:30"),
        ("Asia/Kolkata", "UTC+5:30"),
    ],
)
def test_the_zone_of_a_time_is_named(zone, shown):
    with timezone.override(ZoneInfo(zone)):
        assert deadlines.utc_offset(NOON) == shown


@pytest.mark.parametrize(("hour", "words"), [(13, "Last day"), (36, "1 day left"), (60, "2 days left")])
def test_a_deadline_says_how_long_and_until_when(monkeypatch, hour, words):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    moment = NOON + timezone.timedelta(hours=hour - 12)
    text = Template('{% include "components/deadline.html" %}').render(Context({"moment": moment}))
    assert words in text
    assert "(UTC+4)" in text
