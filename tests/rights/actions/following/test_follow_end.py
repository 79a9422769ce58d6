"""Where an amendment fails, its drafts fix nothing: issues are again where the law in force leaves them."""

import pytest
from django.utils import timezone

from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.drafting.take_back_step import TakeBackStep
from amendments.audit.actor import Actor
from amendments.models import Amendment, Version
from amendments.states import State
from consultations.models import ConfidentialLogEntry
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.following.follow_end import FollowEnd
from rights.actions.issues.move_issue import MoveIssue
from rights.errors import StateMovedOn
from rights.models import Assessment
from rights.queries.annual_report import annual_report
from rights.queries.conformity import conformity_table
from rights.queries.desk import desk
from rights.queries.issue_page import issue_page
from rights.queries.names_of_texts import names_of
from rights.values import Conformity, IssueState
from tests.factories import law
from tests.rights.conftest import issue
from tests.rights.drafts import other_draft

pytestmark = pytest.mark.whole


@pytest.fixture
def answered(office):
    """Draft 1 is assessed: it fixes the issue."""
    return AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=office.act()).execute()


def step(office, action, *given, amendment=None):
    world = office.world
    actor = office.act(world.drafter, reason="Overtaken by another bill.")
    action(Amendment.objects.get(pk=(amendment or world.amendment).pk), *given, actor=actor).execute()
    office.issue.refresh_from_db()
    return office.issue.state


@pytest.fixture
def other(office):
    """A draft of another amendment under the issue."""
    return other_draft(office, "Another amendment", "30 coins").draft


@pytest.fixture
def twice(office, other):
    """The first amendment addresses the issue in part, the other one wholly."""
    first = AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    second = AssessText(office.issue, law.text_in(other), Conformity.CONFORMS, actor=office.act()).execute()
    return first, second


def test_a_withdrawn_amendment_fixes_nothing_and_one_whose_end_is_taken_back_does(office, answered):
    assert step(office, ChangeState, State.WITHDRAWN) == IssueState.FLAGGED
    entry = ConfidentialLogEntry.objects.get(action="rights.follow_end")
    assert entry.object_id == str(office.issue.pk)
    amendment = Amendment.objects.get(pk=office.world.amendment.pk)
    assert FollowEnd(amendment, actor=office.act()).execute() == []
    with pytest.raises(StateMovedOn):
        TakeBackAssessment(answered, actor=office.act()).execute()
    assert step(office, TakeBackStep) == IssueState.ADDRESSED


def test_an_issue_that_was_moved_on_stays_where_it_is(office, answered):
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act(reason="Again.")).execute()
    assert step(office, ChangeState, State.WITHDRAWN) == IssueState.UNDER_ANALYSIS
    assert step(office, TakeBackStep) == IssueState.UNDER_ANALYSIS


def test_an_issue_that_was_moved_back_to_where_it_had_been_answered_stays_there(office):
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act(reason="Again.")).execute()
    assert step(office, ChangeState, State.WITHDRAWN) == IssueState.UNDER_ANALYSIS
    assert step(office, TakeBackStep) == IssueState.UNDER_ANALYSIS


def test_an_answer_that_is_given_while_the_amendment_is_withdrawn_counts_once_it_is_not(office):
    step(office, *WITHDRAWN)
    text = Version.objects.get(pk=office.world.text.pk)
    given = AssessText(office.issue, text, Conformity.CONFORMS, actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.FLAGGED
    assert step(office, *BACK) == IssueState.ADDRESSED
    TakeBackAssessment(Assessment.objects.get(pk=given.pk), actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.FLAGGED


def test_a_step_by_hand_at_the_moment_of_the_opening_counts(office):
    actor = Actor(office.analyst, office.issue.raised_at)
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=actor).execute()
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    assert step(office, ChangeState, State.WITHDRAWN) == IssueState.UNDER_ANALYSIS


def test_an_issue_with_an_opinion_falls_back_no_further_than_the_opinion(office, opinion, answered):
    issue(office, opinion)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.ADDRESSED
    assert step(office, *WITHDRAWN) == IssueState.OPINION_ISSUED
    assert step(office, *BACK) == IssueState.ADDRESSED
    TakeBackAssessment(Assessment.objects.get(pk=answered.pk), actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.OPINION_ISSUED


def test_a_step_by_hand_after_the_opinion_stands_where_the_amendment_fails(office, opinion, answered):
    issue(office, opinion)
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act(reason="Again.")).execute()
    assert step(office, *WITHDRAWN) == IssueState.UNDER_ANALYSIS


WITHDRAWN, BACK = (ChangeState, State.WITHDRAWN), (TakeBackStep,)
FIRST, OTHER = 0, 1


@pytest.mark.parametrize(
    "story",
    [
        [
            (FIRST, WITHDRAWN, IssueState.ADDRESSED),
            (OTHER, WITHDRAWN, IssueState.FLAGGED),
            (OTHER, BACK, IssueState.ADDRESSED),
        ],
        [
            (FIRST, WITHDRAWN, IssueState.ADDRESSED),
            (OTHER, WITHDRAWN, IssueState.FLAGGED),
            (FIRST, BACK, IssueState.PARTLY_ADDRESSED),
        ],
        [
            (OTHER, WITHDRAWN, IssueState.PARTLY_ADDRESSED),
            (FIRST, WITHDRAWN, IssueState.FLAGGED),
            (OTHER, BACK, IssueState.ADDRESSED),
            (FIRST, BACK, IssueState.ADDRESSED),
        ],
    ],
)
def test_of_two_amendments_the_answers_to_those_that_stand_count(office, other, twice, story):
    amendments = office.world.amendment, other.amendment
    for which, taken, state in story:
        assert step(office, *taken, amendment=amendments[which]) == state


def test_the_answer_that_counts_is_taken_back_where_a_newer_one_fell(office, other, twice):
    first, second = twice
    step(office, *WITHDRAWN, amendment=other.amendment)
    assert issue_page(office.analyst, office.issue).newest_answer == first
    assert desk(office.analyst, timezone.now()).undoable == (first,)
    with pytest.raises(StateMovedOn):
        TakeBackAssessment(second, actor=office.act()).execute()
    TakeBackAssessment(first, actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.FLAGGED
    assert step(office, *BACK, amendment=other.amendment) == IssueState.ADDRESSED


def test_what_is_taken_back_leads_to_no_answer_that_fell(office, twice):
    step(office, *WITHDRAWN)
    TakeBackAssessment(twice[1], actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.FLAGGED


def test_the_page_the_table_and_the_report_fall_back_to_the_law_and_say_so(office, answered):
    assert desk(office.analyst, timezone.now()).undoable == (answered,)
    step(office, ChangeState, State.WITHDRAWN)
    Assessment.objects.update(state_before=IssueState.FLAGGED, state_after=IssueState.FLAGGED)
    assert desk(office.analyst, timezone.now()).undoable == ()  # also where it left the state as it was
    page = issue_page(office.analyst, office.issue)
    assert [column.title for column in page.columns] == ["When raised", "Last draft: withdrawn"]
    assert (page.texts[-1].ended, page.fell_with, page.newest_answer) == ("Withdrawn", page.texts[-1], None)
    table = conformity_table(office.analyst, office.issue.instrument, "")
    assert (table.version, [name for _text, name in table.offered]) == (
        office.world.base,
        ["Law 1-L", f"{names_of([answered.version]).dated(answered.version)} (withdrawn)"],
    )
    states = annual_report(office.analyst, office.issue.raised_at.year).tables[0]
    assert states.rows == (("Flagged", "1"),)


def test_the_story_of_an_issue_that_fell_back_says_where_it_is_and_that_of_a_closed_one_not_that_it_fell(
    office,
):
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    step(office, *WITHDRAWN)
    page = issue_page(office.analyst, office.issue)
    assert (page.raised_state, page.fell_with) == ("Under analysis", page.texts[-1])
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Settled.")).execute()
    office.issue.refresh_from_db()
    assert issue_page(office.analyst, office.issue).fell_with is None


def test_words_that_were_answered_in_a_failed_amendment_are_asked_about_in_another_one(office, answered):
    step(office, ChangeState, State.WITHDRAWN)
    later = other_draft(office, "Another amendment", "20 coins")
    assert office.issue.followed.waiting().get().version == later
