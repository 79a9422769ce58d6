"""Counts the days of a round as calendar days or working days."""

from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5


def is_working(day: date, holidays: Collection[date]) -> bool:
    """Whether offices are open on this day. `holidays` are public holidays."""
    return day.weekday() < SATURDAY and day not in holidays


def days_between(first: date, last: date, holidays: Collection[date] | None = None) -> int:
    """The number of days after `first` up to `last`. With `holidays`, only working days count."""
    if holidays is None:
        return max(0, (last - first).days)
    days = (first + timedelta(n) for n in range(1, (last - first).days + 1))
    return sum(is_working(day, holidays) for day in days)


def last_day(first: date, days: int, holidays: Collection[date] | None = None) -> date:
    """The last day of a period of so many days after `first`."""
    if holidays is None:
        return first + timedelta(days)
    day = first
    while days > 0:
        day += timedelta(1)
        days -= is_working(day, holidays)
    return day
