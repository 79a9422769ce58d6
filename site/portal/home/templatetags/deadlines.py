"""How much time is left, and in which time zone a time is given."""

from datetime import datetime

from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def days_until(moment: datetime) -> int:
    """Calendar days from today to the day of the moment."""
    return (timezone.localtime(moment).date() - timezone.localdate()).days


@register.filter
def utc_offset(moment: datetime) -> str:
    """The time zone of the site at that moment: “UTC+4”, “UTC−3:30”."""
    offset = timezone.localtime(moment).utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
