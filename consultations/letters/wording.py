"""Words that letters share: days, moments, whole addresses."""

from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime


def day(at: datetime) -> str:
    """A day in the country's time zone."""
    return date_format(localtime(at), "DATE_FORMAT")


_CLOSED_BY = {"“": "”", "«": "»", "„": "“"}
_INSIDE = {"“": "‘", "«": "„"}
_CLOSES_INSIDE = {"”": "’", "»": "“"}


def inner_quotes(words: str) -> str:
    """The words with the quotation marks of a title that itself stands in quotation marks: “‘A’ Act” for ““A” Act”."""
    open_: list[str] = []
    said = []
    for letter in words:
        if open_ and letter == open_[-1]:
            open_.pop()
            said.append(_CLOSES_INSIDE.get(letter, letter) if open_ else letter)
        elif letter in _CLOSED_BY:
            said.append(_INSIDE.get(letter, letter) if open_ else letter)
            open_.append(_CLOSED_BY[letter])
        else:
            said.append(letter)
    return "".join(said)


def absolute(path: str) -> str:
    """A path of this site as a whole address."""
    return path if "://" in path else f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
