import pytest
from django.contrib.auth import get_user_model
from wagtail.models import ModelLogEntry

from amendments.errors import NotAllowed
from amendments.queries.proof.action_log import LoggedActions
from consultations.models import ConfidentialLogEntry
from rights.actions.reporting.log_annual_file import LogAnnualFile
from rights.actions.reporting.log_conformity_file import LogConformityFile
from rights.actions.sources.log_recommendations_file import LogRecommendationsFile


def superuser():
    users = get_user_model().objects
    return users.filter(is_superuser=True).first() or users.create_superuser(
        "root@caspia.example", "long enough"
    )


def test_it_is_logged_who_took_which_report_away_each_time(office):
    for _time in range(2):
        LogAnnualFile(2026, "annual-xlsx", actor=office.act()).execute()
    entries = ConfidentialLogEntry.objects.filter(action="rights.export_report")
    assert [(row.user, row.data["year"], row.data["format"]) for row in entries] == [
        (office.analyst, 2026, "annual-xlsx")
    ] * 2


def test_the_log_of_the_site_does_not_know_of_it(office):
    before = len(LoggedActions(superuser()))
    LogAnnualFile(2026, "annual-xlsx", actor=office.act()).execute()
    LogConformityFile("conformity-xlsx", actor=office.act()).execute()
    LogRecommendationsFile(2, "recommendations-csv", actor=office.act()).execute()
    assert len(LoggedActions(superuser())) == before
    assert not ModelLogEntry.objects.filter(action__startswith="rights.export_").exists()
    assert not ConfidentialLogEntry.objects.viewable_by_user(superuser()).exists()


def test_only_the_office_takes_it(office):
    for role in ("drafter", "secretary", "admin"):
        with pytest.raises(NotAllowed):
            LogAnnualFile(2026, "annual-xlsx", actor=office.act(office.world.people[role])).execute()
