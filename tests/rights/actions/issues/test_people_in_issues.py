"""The title of an issue and the note of an answer show nobody."""

import pytest

from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.edit_issue import EditIssue
from rights.actions.issues.open_issue import OpenIssue
from rights.errors import ShowsSomebody
from rights.models import RightsIssue
from rights.values import Conformity
from tests.rights.conftest import content, passage

SHOWS = "Ask +994 50 123 45 67 why"


def test_a_title_with_a_telephone_number_is_refused(office):
    words = passage(office.world.base, "2.2")
    for step in (
        OpenIssue(office.world.base, [words], content(title=SHOWS), actor=office.act()),
        EditIssue(office.issue, content(title=SHOWS), office.issue.revision, actor=office.act()),
    ):
        with pytest.raises(ShowsSomebody, match="telephone"):
            step.execute()
    assert not RightsIssue.objects.filter(title=SHOWS).exists()


def test_a_note_with_a_telephone_number_is_refused(office):
    step = AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act(), note=SHOWS)
    with pytest.raises(ShowsSomebody, match="telephone"):
        step.execute()
    assert not office.issue.assessments.filter(note=SHOWS).exists()
