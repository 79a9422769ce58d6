"""The office works on texts that all of it can read, whatever else one of its people reads as a drafter (ADR 36)."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from amendments.models import Version
from consultations.access.roles import ROLES
from rights.actions.answers.assess_text import AssessText
from rights.actions.following.confirm_issue_place import ConfirmIssuePlace, FoundPlace
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.recommended_steps.follow_up_recommendation import FollowUpRecommendation
from rights.models import IssuePlacement, Opinion
from rights.queries.conformity import conformity_table
from rights.queries.desk import desk
from rights.queries.follow_up import stories
from rights.queries.issue_lines import lines
from rights.queries.issue_opening import acts_for, opening, texts_to_open_on
from rights.queries.issue_page import issue_page
from rights.queries.office_texts import office_texts
from rights.queries.opinion_issues import recommended_texts
from rights.queries.opinion_lists import subjects
from rights.values import Conformity, FollowUpValue
from tests.factories import law
from tests.rights.conftest import content, issue, passage
from tests.rights.pages import signed_in

pytestmark = pytest.mark.whole


@pytest.fixture
def both(office):
    """A drafter who also writes for the office."""
    law.join(office.world.drafter, "rights_analyst")
    return office.world.drafter


@pytest.fixture
def hidden(office, both):
    """A draft that nobody outside its body may read; it changes the words of the issue."""
    world = office.world
    law.add(world.amendment, both, "replace_words", "2.1", old="20 coins", new="30 coins")
    return law.text_in(law.seal(world.amendment, both))


def released(office, text, audience="committee"):
    world = office.world
    law.release(text.draft, audience, world.drafter, world.secretary)
    return text


def steps(office, person, text, opinion):
    """Each step of the office that names a text, ready to be taken by a person on this one."""
    acting = office.act(person)
    raised = content(title=f"Fares anew, {person}")
    placement = IssuePlacement.objects.filter(version=text, anchor__issue=office.issue)
    recommendation = opinion.recommendations.get()
    return {
        "answer": AssessText(office.issue, text, Conformity.DOES_NOT, actor=acting),
        "issue": OpenIssue(text, [passage(text, "2.1")], raised, actor=acting),
        "place": ConfirmIssuePlace(placement.get(), FoundPlace(None), actor=acting),
        "outcome": FollowUpRecommendation(recommendation, text, FollowUpValue.IN_PART, actor=acting),
    }


TAKEN = ("answer", "issue", "place", "outcome")


@pytest.mark.parametrize("name", TAKEN)
def test_no_step_of_the_office_is_on_a_text_that_colleagues_cannot_read(office, both, hidden, opinion, name):
    issued = issue(office, opinion)
    with pytest.raises(PermissionDenied):
        steps(office, both, hidden, issued)[name].execute()
    released(office, hidden)
    steps(office, both, hidden, issued)[name].execute()
    with pytest.raises(PermissionDenied):
        steps(office, office.world.people["member"], hidden, issued)[name].execute()


def test_an_opinion_begins_where_the_office_reads_a_text(office, both):
    world = office.world
    other = law.make_amendment(world.section, world.base, both, "An amendment in work")
    law.add(other, both, "replace_words", "2.1", old="10 coins", new="50 coins")
    text = law.text_in(law.seal(other, both))
    words = OpinionContent("Of work", "en", "")
    assert other not in subjects(both)[0]
    with pytest.raises(PermissionDenied):
        DraftOpinion(other, words, actor=office.act(both)).execute()
    released(office, text, "public")
    assert other in subjects(both)[0]
    assert DraftOpinion(other, words, actor=office.act(both)).execute() == Opinion.objects.get(
        title="Of work"
    )


def told(office, person, opinion):
    """What the pages of the office say to a person, as far as texts and states go."""
    page = issue_page(person, office.issue)
    now = timezone.now()
    own = desk(person, now)
    provision = office.issue.anchors.get().provision
    table = conformity_table(person, office.issue.instrument, "")
    (line,) = lines(person, [office.issue])
    story = stories(person, opinion, opinion.recommendations.all())[opinion.recommendations.get().pk]
    return {
        "texts": [text.version for text in page.texts],
        "question": page.question and page.question.version,
        "steps": [step.state for step in page.steps],
        "seen": page.seen,
        "waiting": [row.version for row in own.rows] if own else None,
        "table": [version for version, _name in table.offered],
        "line": (line.is_waiting, line.is_outdated),
        "offered": [one.version for one in opening(person, provision, "").offered],
        "acts": acts_for(person),
        "open": [one.version for one in texts_to_open_on(office_texts(person), office.issue.instrument)],
        "recommended": recommended_texts(person, opinion),
        "followed": [text.version for text in story.texts],
        "asks": story.asks and story.asks.version,
    }


def test_the_pages_of_the_office_say_the_same_to_a_drafter_as_to_colleagues(office, both, hidden, opinion):
    issued = issue(office, opinion)
    type(office.issue).objects.filter(pk=office.issue.pk).update(owner=both)
    office.issue.refresh_from_db()
    assert Version.objects.visible_to(both).contains(hidden)
    shown = told(office, both, issued)
    assert hidden not in [*shown["texts"], *shown["table"], *shown["offered"], *shown["followed"]]
    type(office.issue).objects.filter(pk=office.issue.pk).update(owner=office.analyst)
    assert told(office, office.analyst, issued) == shown
    released(office, hidden)
    shown = told(office, office.analyst, issued)
    assert shown["question"] == shown["asks"] == hidden
    assert hidden in shown["texts"]
    assert hidden in shown["offered"]


def test_a_posted_answer_on_a_draft_of_the_own_body_is_not_found(office, both, hidden, opinion, client):
    issued = issue(office, opinion)
    drafter = signed_in(client, both)
    answered = drafter.post(
        reverse("rights:answer", args=[office.issue.pk]),
        {"text": str(hidden.pk), "value": "conforms"},
    )
    row = issued.recommendations.get()
    followed = drafter.post(
        reverse("rights:follow_up", args=[row.pk]), {"text": str(hidden.pk), "value": "in_part"}
    )
    place = IssuePlacement.objects.get(version=hidden, anchor__issue=office.issue)
    placed = drafter.post(reverse("rights:confirm_place", args=[place.pk]), {"place": ""})
    assert (answered.status_code, followed.status_code, placed.status_code) == (404, 404, 404)
    assert office.issue.assessments.count() == 1
    assert not row.follow_ups.exists()


def test_each_role_that_reads_issues_reads_every_text_that_left_its_body():
    reads = {"amendments.read_released", "consultations.read_every_committee"}
    roles = [name for name, powers in ROLES.items() if "rights.read_issues" in powers]
    assert roles == ["rights_analyst", "rights_head", "rights_reader"]
    assert all(reads <= set(map(str, ROLES[name])) for name in roles)


def test_nothing_is_offered_on_a_text_of_the_own_body_that_is_refused_then(office, both, client):
    world = office.world
    other = law.make_amendment(world.section, world.base, both, "An amendment in work")
    law.add(other, both, "insert_element", "2.3", new="Dogs pay 2 coins.")
    text = law.text_in(law.seal(other, both))
    hub = reverse("amendments:provision", args=[text.entries.get(number="2.3").provision_id])
    drafter, begin = signed_in(client, both), f"{reverse('rights:begin_opinion')}?on=amendment-{other.pk}"
    offered = ("/rights/new/", "/rights/tags/provision/"), (f"?on=amendment-{other.pk}",)
    for page, links in zip((hub, other.url), offered, strict=True):
        shown = drafter.get(page).content.decode()
        assert [link for link in links if link in shown] == []
    form = drafter.get(begin).content.decode()
    assert re.search(r'name="subject"[^>]*>\s*<option value="">Choose one', form)  # not another subject
    released(office, text, "public")
    for page, links in zip((hub, other.url), offered, strict=True):
        shown = drafter.get(page).content.decode()
        assert [link for link in links if link not in shown] == []
