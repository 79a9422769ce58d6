import pytest

from amendments.errors import NotAllowed
from consultations.models import ConfidentialLogEntry
from rights.actions.reporting.log_conformity_file import LogConformityFile


def test_the_office_alone_takes_a_table_away_and_the_log_names_no_act(office):
    LogConformityFile("conformity-xlsx", actor=office.act()).execute()
    entry = ConfidentialLogEntry.objects.get(action="rights.export_conformity")
    assert (entry.user, entry.data["format"]) == (office.analyst, "conformity-xlsx")
    assert office.world.base.instrument.shown_title not in str(entry.data)
    with pytest.raises(NotAllowed):
        LogConformityFile("conformity-xlsx", actor=office.act(office.world.drafter)).execute()
