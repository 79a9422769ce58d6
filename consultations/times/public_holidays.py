"""The public holidays of the country of this site."""

from collections.abc import Collection
from datetime import date

from django.conf import settings
from holidays import country_holidays

from amendments.plugins.registry import countries


def country() -> str:
    """`MADDA_COUNTRY` (two letters); without it the only country that a plugin brings, "" for none or several."""
    given: str = getattr(settings, "MADDA_COUNTRY", "")
    known = countries()
    return (given or (known[0] if len(known) == 1 else "")).upper()


def holidays_between(first: date, last: date) -> Collection[date]:
    """The holidays of the years that a period touches; where no country is known only weekends are free."""
    if not (named := country()):
        return frozenset()
    years = range(first.year, max(first, last).year + 2)
    return frozenset(country_holidays(named, years=years))
