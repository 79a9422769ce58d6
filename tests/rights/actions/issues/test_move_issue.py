import pytest

from consultations.errors import ReasonNeeded
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.issues.move_issue import MoveIssue
from rights.errors import NoStepThere, ShowsSomebody
from rights.errors.of_steps import StepTakenMeanwhile
from rights.models import RightsIssue
from rights.queries.issue_page import issue_page
from rights.states import BY_HAND, NEXT
from rights.values import Conformity, IssueState


def test_every_state_has_its_next_steps():
    assert set(NEXT) == set(IssueState.values)


@pytest.mark.whole
def test_an_issue_is_analysed_closed_with_a_reason_and_opened_again(office):
    issue = MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    issue = MoveIssue(issue, IssueState.FLAGGED, actor=office.act()).execute()  # begun by mistake
    issue = MoveIssue(issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    with pytest.raises(ReasonNeeded):
        MoveIssue(issue, IssueState.CLOSED, actor=office.act()).execute()
    with pytest.raises(ShowsSomebody):
        MoveIssue(issue, IssueState.CLOSED, actor=office.act(reason="Call +994 50 123 45 67.")).execute()
    issue = MoveIssue(issue, IssueState.CLOSED, actor=office.act(reason="Withdrawn.")).execute()
    assert issue.state == IssueState.CLOSED
    assert not issue.followed.waiting().exists()
    issue = MoveIssue(issue, IssueState.UNDER_ANALYSIS, actor=office.act(reason="Again.")).execute()
    assert issue.state == IssueState.UNDER_ANALYSIS
    assert [step.state for step in issue_page(office.analyst, issue).steps] == [IssueState.CLOSED]
    with pytest.raises(NoStepThere):  # no start was taken that could be taken back
        MoveIssue(issue, IssueState.FLAGGED, actor=office.act()).execute()


@pytest.mark.parametrize("state", [IssueState.OPINION_ISSUED, IssueState.ADDRESSED])
def test_no_step_is_skipped(office, state):
    with pytest.raises(NoStepThere):
        MoveIssue(office.issue, state, actor=office.act(reason="Because.")).execute()


def test_a_second_person_with_the_same_reason_finds_the_step_taken(office):
    closing = IssueState.CLOSED
    issue = MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    MoveIssue(issue, closing, actor=office.act(reason="Withdrawn.")).execute()
    rows = issue.history.count()
    again = MoveIssue(issue, closing, actor=office.act(office.head, reason="Withdrawn.")).execute()
    assert (again.state, issue.history.count()) == (closing, rows)
    with pytest.raises(StepTakenMeanwhile, match="with other words"):
        MoveIssue(issue, closing, actor=office.act(office.head, reason="Out of date.")).execute()


def test_the_start_of_an_analysis_is_taken_back_over_an_answer_that_was_taken_back(office):
    MoveIssue(office.issue, IssueState.UNDER_ANALYSIS, actor=office.act()).execute()
    given = AssessText(office.issue, office.world.text, Conformity.PARTLY, actor=office.act()).execute()
    TakeBackAssessment(given, actor=office.act()).execute()
    issue = RightsIssue.objects.get()
    steps = [step.state for step in issue_page(office.analyst, issue).steps]
    assert steps == [IssueState.FLAGGED, IssueState.CLOSED]
    assert MoveIssue(issue, IssueState.FLAGGED, actor=office.act()).execute().state == IssueState.FLAGGED


@pytest.mark.parametrize("value", [Conformity.CONFORMS, Conformity.PARTLY, Conformity.DOES_NOT])
@pytest.mark.parametrize("reason", ["", "Because."])
def test_nobody_takes_a_step_to_a_state_that_an_answer_gives(office, value, reason):
    AssessText(office.issue, office.world.text, value, actor=office.act()).execute()
    for state in set(IssueState) - BY_HAND:
        with pytest.raises(NoStepThere):
            MoveIssue(office.issue, state, actor=office.act(reason=reason)).execute()
