"""Counts the days of a round, as calendar or as working days."""

from collections.abc import Collection
from datetime import date, timedelta

SATURDAY = 5


def is_working(day: date, holidays: Collection[date]) -> bool:
    """Whether offices are open; `holidays` are the public ones."""
    return day.weekday() < SATURDAY and day not in holidays


def days_between(first: date, last: date, holidays: Collection[date] | None = None) -> int:
    """The days after the first up to the last; with `holidays` only working days count."""
    if holidays is None:
        return max(0, (last - first).days)
    days = (first + timedelta(n) for n in range(1, (last - first).days + 1))
    return sum(is_working(day, holidays) for day in days)


def last_day(first: date, days: int, holidays: Collection[date] | None = None) -> date:
    """The day on which a period of so many days after the first ends."""
    if holidays is None:
        return first + timedelta(days)
    day = first
    while days > 0:
        day += timedelta(1)
        days -= is_working(day, holidays)
    return day
