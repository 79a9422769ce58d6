"""The small world of consultations with the people of the Ombudsman's office, and an issue on its act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from amendments.audit.actor import Actor
from consultations.actions.comments.anchoring import Chosen
from rights.actions.answers.assess_text import AssessText
from rights.actions.issues.issue_content import IssueContent
from rights.actions.issues.open_issue import OpenIssue
from rights.actions.issuing.draft_opinion import DraftOpinion
from rights.actions.issuing.edit_opinion import OpinionContent
from rights.actions.issuing.edit_recommendation import EditRecommendation, RecommendationContent
from rights.actions.issuing.gather_issues import GatherIssues
from rights.actions.issuing.issue_opinion import IssueOpinion
from rights.models import Opinion, RightsIssue
from rights.values import Conformity, Severity
from tests.consultations.conftest import World, build_world
from tests.factories import consultation as make, law
from tests.rights.choosing import adopted_as
from tests.rights.drafts import next_without, released
from tests.standing import copied


@dataclass
class Office:
    """The world, its office, and an issue that the analyst raised on 2.1 of the law in force."""

    world: World
    analyst: Any
    head: Any
    issue: RightsIssue

    def act(self, person: Any = None, reason: str = "") -> Actor:
        """The analyst, or somebody else, at this moment."""
        return Actor.now(person or self.analyst, reason=reason)


def content(**more: Any) -> IssueContent:
    """What the office writes."""
    return IssueContent(**{"title": "Fares", "severity": Severity.HIGH, "rights": ("B01",), **more})


def passage(version: Any, number: str, quote: str = "") -> Chosen:
    """Words of a provision of a text."""
    text = version.entries.get(number=number).texts.get().text
    start = text.body.index(quote) if quote else 0
    return Chosen(str(text.provision_id), start, start + len(quote))


def build() -> Office:
    world = build_world()
    analyst = world.people["rights_analyst"]
    head = make.make_person("head", "rights_head")
    words = passage(world.base, "2.1", "10 coins")
    issue = OpenIssue(world.base, [words], content(), actor=Actor.now(analyst), reference="HR-01").execute()
    return Office(world, analyst, head, issue)


@pytest.fixture(scope="module")
def standing_office(standing: Callable[[str, Callable[[], Any]], Any]) -> Office:
    return standing("rights", build)


@pytest.fixture
def office(standing_office: Office, db: None) -> Office:
    """A copy of the world. The changes of a test are rolled back."""
    return copied(standing_office)


@pytest.fixture
def opinion(office: Office) -> Opinion:
    """On the amendment, with one recommendation, whole."""
    drafted = DraftOpinion(
        office.world.amendment, OpinionContent("Fares and rights", "en", "We looked."), actor=office.act()
    ).execute()
    GatherIssues(drafted, [office.issue], actor=office.act()).execute()
    drafted.refresh_from_db()
    return finished(office, drafted)


def finished(office: Office, drafted: Opinion) -> Opinion:
    """The opinion with the words of its recommendation."""
    row = drafted.recommendations.get()
    words = RecommendationContent(
        "Harsh fares", "Because of children.", "The fare is five coins.", office.world.body
    )
    EditRecommendation(row, words, drafted.revision, actor=office.act()).execute()
    return Opinion.objects.get(pk=drafted.pk)


def issue(office: Office, opinion: Opinion) -> Opinion:
    """The head issues it."""
    return IssueOpinion(opinion, opinion.revision, actor=office.act(office.head)).execute()


@pytest.fixture
def dropped(once, office):
    """An issue on a new provision of draft 2, which draft 3 drops: it is answered there."""
    return once(_dropped, office)


def _dropped(office):
    world = office.world
    AssessText(office.issue, world.text, Conformity.CONFORMS, actor=office.act()).execute()
    proposed = law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay 2 coins.")
    second = released(office, world.amendment, "repeal", "1.2.1")
    raised = OpenIssue(second, [passage(second, "2.3")], content(), actor=office.act(), reference="HR-02")
    issue = raised.execute()
    draft = next_without(office, proposed)
    AssessText(issue, law.text_in(draft), Conformity.CONFORMS, actor=office.act()).execute()
    return issue


@pytest.fixture
def adopted(once, office, dropped):
    """The law with the provision that draft 4 inserts anew, the draft, and another amendment on that law."""
    return once(_adopted, office)


def _adopted(office):
    world = office.world
    text = released(office, world.amendment, "insert_element", "2.3", new="Dogs and cats pay 2 coins.")
    law_text = adopted_as(office, text, "2-L")
    return text, law_text, law.make_amendment(world.section, law_text, world.drafter, "Another amendment")
