"""Dates read right in each language, whatever the part of the site that prints them."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils import translation
from django.utils.formats import date_format

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("language", "printed"),
    [("az", "25 noyabr 2026"), ("en", "25 November 2026"), ("ru", "25 ноября 2026 года")],
)
def test_a_date_is_printed_as_the_language_writes_it(language, printed):
    with translation.override(language):
        assert date_format(DAY) == printed


def test_no_month_of_a_date_has_a_capital_in_azerbaijani():
    with translation.override("az"):
        months = [date_format(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert months == [
        "yanvar",
        "fevral",
        "mart",
        "aprel",
        "may",
        "iyun",
        "iyul",
        "avqust",
        "sentyabr",
        "oktyabr",
        "noyabr",
        "dekabr",
    ]


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_templates_and_filters_print_a_moment_one_way(language):
    template = engines["django"].from_string(
        "{% load consultations %}{{ at|date:'DATETIME_FORMAT' }}|{{ at|date:'DATE_FORMAT' }}|{{ at|moment }}"
    )
    with translation.override(language):
        moment, day, with_zone = template.render({"at": datetime(2026, 11, 25, 14, 0, tzinfo=UTC)}).split("|")
    assert moment == f"{day}, 18:00"
    assert with_zone == f"{moment} (UTC+4)"
