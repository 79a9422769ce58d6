"""How much time is left, and in which time zone a time is given."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

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


@register.filter
def days_to(day: date) -> int:
    """Calendar days from today to a day."""
    return (day - timezone.localdate()).days


@register.filter
def short_day(day: date) -> str:
    """A day without its year, if that is the present one."""
    here = timezone.localtime(day) if isinstance(day, datetime) else day
    return date_format(here, "MONTH_DAY_FORMAT" if here.year == timezone.localdate().year else "DATE_FORMAT")


@register.filter
def short_moment(moment: datetime) -> str:
    """“today, 14:02” or “22 November, 12:00”."""
    here = timezone.localtime(moment)
    day = _("today") if here.date() == timezone.localdate() else short_day(here)
    return f"{day}, {date_format(here, 'TIME_FORMAT')}"
