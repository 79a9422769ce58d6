from datetime import date

import pytest

from consultations.times import public_holidays

NEW_YEAR = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("known", "given", "country"),
    [
        ([], "", ""),
        (["ge"], "", "GE"),
        (["az", "ge"], "", ""),
        (["az", "ge"], "az", "AZ"),
        (["az"], "ge", "GE"),
    ],
)
def test_the_country_is_given_or_the_only_one_of_the_plugins(settings, monkeypatch, known, given, country):
    monkeypatch.setattr(public_holidays, "countries", lambda: known)
    settings.MADDA_COUNTRY = given
    assert public_holidays.country() == country
    found = public_holidays.holidays_between(NEW_YEAR, NEW_YEAR)
    assert (NEW_YEAR in found) == bool(country)
