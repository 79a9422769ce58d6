import pytest
from wagtail.models import ModelLogEntry

from amendments.errors import NotAllowed
from rights.actions.reporting.log_annual_file import LogAnnualFile


def test_it_is_logged_who_took_which_report_away_each_time(office):
    for _time in range(2):
        LogAnnualFile(2026, "annual-xlsx", actor=office.act()).execute()
    entries = ModelLogEntry.objects.filter(action="rights.export_report")
    assert [(row.user, row.data["year"], row.data["format"]) for row in entries] == [
        (office.analyst, 2026, "annual-xlsx")
    ] * 2


def test_only_the_office_takes_it(office):
    for role in ("drafter", "secretary", "admin"):
        with pytest.raises(NotAllowed):
            LogAnnualFile(2026, "annual-xlsx", actor=office.act(office.world.people[role])).execute()
