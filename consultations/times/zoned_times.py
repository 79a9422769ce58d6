"""Moments as people read them: with the time zone, because a reader may be in another one."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format


def zone(at: datetime) -> str:
    """The time zone in which the moment is shown: "UTC+4"."""
    offset = timezone.localtime(at).utcoffset() or timedelta()
    hours, rest = divmod(int(offset.total_seconds()) // 60, 60)
    return f"UTC{hours:+d}" + (f":{rest:02}" if rest else "")


def moment(at: datetime) -> str:
    """ "15 March 2025, 18:00 (UTC+4)"."""
    return f"{date_format(timezone.localtime(at), 'DATETIME_FORMAT')} ({zone(at)})"
