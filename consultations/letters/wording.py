"""Words that letters share: days, moments, whole addresses."""

from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime


def day(at: datetime) -> str:
    """A day in the country's time zone."""
    return date_format(localtime(at), "DATE_FORMAT")


def moment(at: datetime) -> str:
    """A day and the time of day there."""
    return date_format(localtime(at), "DATETIME_FORMAT")


def absolute(path: str) -> str:
    """A path of this site as a whole address."""
    return path if "://" in path else f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
