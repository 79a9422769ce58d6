"""The public holidays of the country of this site (`MADDA_COUNTRY`, two letters, default AZ)."""

from collections.abc import Collection
from datetime import date

from django.conf import settings
from holidays import country_holidays


def holidays_between(first: date, last: date) -> Collection[date]:
    """The holidays of the years that a period touches."""
    years = range(first.year, max(first, last).year + 2)
    return frozenset(country_holidays(getattr(settings, "MADDA_COUNTRY", "AZ"), years=years))
