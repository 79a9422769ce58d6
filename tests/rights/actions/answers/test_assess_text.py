from datetime import timedelta

import pytest
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from rights.actions.answers.assess_text import AssessText
from rights.actions.answers.take_back_assessment import TakeBackAssessment
from rights.actions.issues.move_issue import MoveIssue
from rights.errors import (
    AnsweredMeanwhile,
    ClosesNothing,
    IssueClosed,
    NewerAnswer,
    NotFollowed,
    StateMovedOn,
)
from rights.values import Conformity, IssueState
from tests.factories import law


def answer(office, value, version=None, **more):
    return AssessText(office.issue, version or office.world.text, value, actor=office.act(), **more).execute()


@pytest.mark.parametrize(
    ("value", "state"),
    [
        (Conformity.CONFORMS, IssueState.ADDRESSED),
        (Conformity.EXCEEDS, IssueState.ADDRESSED),
        (Conformity.PARTLY, IssueState.PARTLY_ADDRESSED),
        (Conformity.DOES_NOT, IssueState.NOT_ADDRESSED),
        (Conformity.SILENT, IssueState.NOT_ADDRESSED),
    ],
)
def test_the_state_follows_from_the_answer_to_the_newest_text(office, value, state):
    answer(office, value)
    office.issue.refresh_from_db()
    assert office.issue.state == state
    assert not office.issue.followed.waiting().exists()


@pytest.mark.whole
def test_an_answer_can_be_changed_and_taken_back_step_by_step(office):
    first = answer(office, Conformity.PARTLY)
    assert answer(office, Conformity.PARTLY) == first
    second = answer(office, Conformity.CONFORMS, note="Now it does.")
    with pytest.raises(NewerAnswer):
        TakeBackAssessment(first, actor=office.act()).execute()
    for row, state in ((second, IssueState.PARTLY_ADDRESSED), (first, IssueState.FLAGGED)):
        TakeBackAssessment(row, actor=office.act()).execute()
        assert TakeBackAssessment(row, actor=office.act()).execute() == row
        office.issue.refresh_from_db()
        assert office.issue.state == state
    assert office.issue.followed.waiting().get().version == office.world.text
    assert office.issue.assessments.count() == 3  # they are their own history


def test_the_assessment_of_the_text_as_raised_stays(office):
    with pytest.raises(NewerAnswer):
        TakeBackAssessment(office.issue.assessments.get(), actor=office.act()).execute()


def test_an_answer_to_an_earlier_text_leaves_the_state(office):
    answer(office, Conformity.CONFORMS)
    answer(office, Conformity.PARTLY, office.world.base)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.ADDRESSED


def test_an_answer_counts_for_the_next_draft_with_the_same_words_and_not_for_the_adopted_text(office):
    world = office.world
    answer(office, Conformity.CONFORMS)
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.seal(world.amendment, world.drafter)
    assert not office.issue.followed.waiting().exists()
    adopted = law.adopt(second, world.drafter)
    assert office.issue.followed.waiting().get().version == adopted


@pytest.mark.whole
def test_a_closed_issue_and_a_text_in_which_it_is_not_followed_get_no_answer(office):
    other = law.make_act(office.world.section, office.world.drafter, number="9-L")
    law.release(other, "public", office.world.drafter, office.world.secretary)
    with pytest.raises(NotFollowed):
        answer(office, Conformity.CONFORMS, other)
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Withdrawn.")).execute()
    with pytest.raises(IssueClosed):
        answer(office, Conformity.PARTLY)


@pytest.mark.parametrize("value", [Conformity.DOES_NOT, Conformity.EXCEEDS, Conformity.PARTLY])
def test_only_an_adopted_text_that_conforms_closes_the_issue(office, value):
    with pytest.raises(ClosesNothing):
        answer(office, Conformity.CONFORMS, closes=True)
    adopted = law.adopt(office.world.draft, office.world.drafter)
    law.release(adopted, "public", office.world.drafter, office.world.secretary)
    with pytest.raises(ClosesNothing):
        answer(office, value, adopted, closes=True)
    answer(office, Conformity.CONFORMS, adopted, closes=True)
    office.issue.refresh_from_db()
    assert office.issue.is_closed


def test_an_answer_is_not_taken_back_once_the_issue_was_closed_with_a_reason(office):
    given = answer(office, Conformity.PARTLY)
    MoveIssue(office.issue, IssueState.CLOSED, actor=office.act(reason="Withdrawn.")).execute()
    with pytest.raises(StateMovedOn):
        TakeBackAssessment(given, actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.is_closed


def test_another_look_at_the_text_as_raised_leaves_the_other_answers_to_be_taken_back(office):
    given = answer(office, Conformity.PARTLY)
    answer(office, Conformity.SILENT, office.world.base)
    TakeBackAssessment(given, actor=office.act()).execute()
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.FLAGGED


def test_the_newest_answer_is_the_one_that_was_written_last_whatever_its_request_began(office):
    early = Actor(office.head, timezone.now() - timedelta(seconds=5))
    first = answer(office, Conformity.PARTLY)
    second = AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=early).execute()
    assert list(office.issue.assessments.standing())[-2:] == [first, second]


def test_nobody_outside_the_office_answers(office):
    drafter = office.act(office.world.drafter)
    with pytest.raises(NotAllowed):
        AssessText(office.issue, office.world.text, Conformity.CONFORMS, actor=drafter).execute()


def test_an_answer_of_a_colleague_is_not_overridden_unseen(office):
    seen = office.issue.newest_answer
    given = AssessText(
        office.issue, office.world.text, Conformity.CONFORMS, actor=office.act(office.head), seen=seen
    ).execute()
    with pytest.raises(AnsweredMeanwhile):
        answer(office, Conformity.DOES_NOT, seen=seen)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.ADDRESSED
    answer(office, Conformity.DOES_NOT, seen=given.pk)
    office.issue.refresh_from_db()
    assert office.issue.state == IssueState.NOT_ADDRESSED
