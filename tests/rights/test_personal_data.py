"""A person takes away what they wrote about human rights, as far as they may read it now."""

import json

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from amendments.hooks import PERSONAL_DATA, collect
from consultations.access.memberships import forget_roles
from rights.actions.concordance.judge_row import JudgeRow
from rights.actions.concordance.row_content import Judged
from rights.actions.evidencing.add_evidence import AddEvidence
from rights.actions.evidencing.evidence_content import EvidenceContent
from rights.actions.notes.add_note import AddNote
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.models import Recommendation
from rights.personal_data import OwnRightsWork
from rights.values import Degree, EvidenceKind, FollowUpValue
from tests.factories import law
from tests.rights.concordance_rows import write
from tests.rights.conftest import issue

pytestmark = pytest.mark.whole


def rows(person):
    found = list(OwnRightsWork().rows(person))
    assert OwnRightsWork().count(person) == len(found)
    assert json.dumps(found, cls=DjangoJSONEncoder)
    return found


def kinds(person):
    return [row["kind"] for row in rows(person)]


def told(person):
    return json.dumps(rows(person), cls=DjangoJSONEncoder)


@pytest.fixture
def followed(office, opinion):
    """A recommendation with a reply and a follow-up, and notes of two people."""
    world = office.world
    issue(office, opinion)
    row = Recommendation.objects.select_related("opinion__amendment", "version__instrument").get()
    ReplyToRecommendation(row, "We agree.", actor=office.act(world.body_focal)).execute()
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="20 coins", new="30 coins")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    value = FollowUpValue.IN_PART
    FollowUpRecommendation(row, law.text_in(draft), value, actor=office.act(), note="Half.").execute()
    behind = EvidenceContent(EvidenceKind.VISIT, "2026", "Of a harbour.")
    AddEvidence(office.issue, behind, actor=office.act()).execute()
    AddNote(office.issue, "Mine.", actor=office.act(), is_private=True).execute()
    AddNote(office.issue, "Of the head.", actor=office.act(office.head), is_private=True).execute()
    return row


def test_it_is_a_kind_of_what_the_site_keeps():
    assert "rights" in [kind.slug for kind in collect(PERSONAL_DATA)]


def test_the_office_takes_away_its_own_words_and_not_those_of_others(office, followed):
    assert kinds(office.analyst) == [
        "rightsissue",
        "issuenote",
        "evidence",
        "assessment",
        "opinion",
        "followup",
    ]
    assert kinds(office.head) == ["issuenote", "opinion"]
    assert {row["kind"] for row in rows(office.analyst) if "taken_back_at" in row} == {
        "issuenote",
        "assessment",
        "followup",
    }
    own = told(office.analyst)
    assert ("Mine." in own, "Half." in own, "Of the head." in own) == (True, True, False)
    assert '"of_kind": "visit"' in own
    assert [row["text"] for row in rows(office.world.body_focal)] == ["We agree."]


def test_rows_and_degrees_are_told_as_long_as_the_text_may_be_read(office):
    world = office.world
    row = write(office, world.text, "2.1", comment="First.")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    hidden = law.text_in(law.seal(world.amendment, world.drafter))
    JudgeRow(row, hidden, Judged(Degree.NONE, "Hidden."), actor=office.act(world.drafter)).execute()
    assert kinds(world.drafter) == ["concordancerow", "judgement", "judgement"]
    world.drafter.groups.clear()
    del world.drafter._madda_sections
    world.drafter.__dict__.pop("_madda_granted", None)
    forget_roles(world.drafter)
    own = told(world.drafter)
    assert ("First." in own, "Hidden." in own) == (True, False)


def test_who_left_the_office_takes_away_what_is_public_alone(office, followed):
    office.analyst.groups.clear()
    office.analyst.__dict__.pop("_madda_granted", None)
    forget_roles(office.analyst)
    assert kinds(office.analyst) == ["opinion", "followup"]
