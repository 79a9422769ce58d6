from dataclasses import replace

import pytest

from amendments.errors import NotAllowed
from consultations.models import ConfidentialLogEntry
from rights.actions.sources.name_rights import NameRights
from rights.errors.of_steps import RightsNamedMeanwhile
from rights.models import InternationalRecommendation
from tests.rights.actions.sources.test_import_recommendations import GIVEN, imported, standing


@pytest.fixture
def row(office):
    imported(office, GIVEN)
    return InternationalRecommendation.objects.get()


def named(office, row, codes, seen, person=None):
    return NameRights(row, codes, seen=seen, actor=office.act(person, reason="By hand.")).execute()


def test_the_rights_are_set_and_taken_off_and_the_rest_of_the_row_stays(office, row):
    for codes, seen in [(["F02", "B01"], ["B01"]), ([], ["B01", "F02"])]:
        named(office, row, codes, seen)
        assert standing() == {"a-1": replace(GIVEN, rights=tuple(sorted(codes)))}
    logged = ConfidentialLogEntry.objects.filter(action="rights.name_rights").order_by("timestamp")
    assert [(entry.data["before"], entry.data["after"]) for entry in logged] == [
        (["B01"], ["B01", "F02"]),
        (["B01", "F02"], []),
    ]


def test_what_somebody_named_meanwhile_is_not_replaced_unseen(office, row):
    named(office, row, ["F02"], ["B01"])
    with pytest.raises(RightsNamedMeanwhile, match="F02"):
        named(office, row, ["A01"], ["B01"])
    assert standing()["a-1"].rights == ("F02",)
    named(office, row, ["F02"], ["B01"])  # the same again
    assert standing()["a-1"].rights == ("F02",)
    named(office, row, [], ["F02"])
    with pytest.raises(RightsNamedMeanwhile, match="no right any more"):
        named(office, row, ["A01"], ["F02"])


def test_only_who_writes_for_the_office_names_them(office, row):
    with pytest.raises(NotAllowed):
        named(office, row, ["F02"], ["B01"], person=office.world.secretary)
    assert standing()["a-1"].rights == ("B01",)
