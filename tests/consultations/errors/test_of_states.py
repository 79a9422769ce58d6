"""A step that cannot be taken names its cause, one for each state."""

import pytest

from amendments.audit.actor import Actor
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.group_comments import GroupComments
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.co_sign_comment import CoSignComment
from consultations.actions.comments.withdraw_comment import WithdrawComment
from consultations.actions.submissions.ask_sign_off import AskSignOff
from consultations.actions.submissions.return_submission import ReturnSubmission
from consultations.actions.submissions.sign_off_submission import SignOffSubmission
from consultations.actions.submissions.submit import Submit
from consultations.actions.submissions.withdraw_submission import WithdrawSubmission
from consultations.errors.of_states import StepNotPossible
from consultations.rules.answer_kinds import Answer
from tests.factories import consultation as make


def by(person):
    return Actor.now(person, reason="Because.")


@pytest.fixture
def written(world):
    return make.draft(world.round, world.ngo_author, world.ngo, make.content())


@pytest.fixture
def sent(world, written):
    make.send(written.submission, world.ngo_focal)
    written.refresh_from_db()
    return written


def refused(action):
    with pytest.raises(StepNotPossible) as caught:
        action.execute()
    return str(caught.value)


def test_what_is_with_its_authors(world, written):
    focal, submission = by(world.ngo_focal), written.submission
    assert "not signed off yet" in refused(Submit(submission, actor=focal))
    assert "with its authors already" in refused(ReturnSubmission(submission, actor=focal))
    assert "not sent yet" in refused(WithdrawSubmission(submission, actor=focal))
    assert "not sent yet" in refused(WithdrawComment(written, actor=focal))


def test_what_is_signed_off(world, written):
    SignOffSubmission(written.submission, actor=by(world.ngo_focal)).execute()
    assert "signed off already" in refused(AskSignOff(written.submission, actor=by(world.ngo_author)))


def test_what_is_sent(world, sent):
    focal = by(world.ngo_focal)
    for action in (AskSignOff, SignOffSubmission, ReturnSubmission):
        assert "sent already" in refused(action(sent.submission, actor=focal))
    own = make.draft(world.round, world.citizen, None, make.content())
    assert "needs no sign-off" in refused(AskSignOff(own.submission, actor=by(world.citizen)))


def test_what_is_withdrawn(world, sent):
    focal = by(world.ngo_focal)
    WithdrawSubmission(sent.submission, actor=focal).execute()
    for action in (AskSignOff, SignOffSubmission, ReturnSubmission):
        assert "was withdrawn" in refused(action(sent.submission, actor=focal))
    sent.refresh_from_db()
    answer = ProposeDisposition(sent, Answer.NOTED, [], actor=by(world.secretary))
    assert "was withdrawn" in refused(answer)


@pytest.mark.whole
def test_what_a_later_submission_replaces(world, sent):
    later = make.draft(world.round, world.ngo_author, world.ngo, make.content(rationale="Rather so."))
    make.send(later.submission, world.ngo_focal, supersedes=True)
    assert "later submission" in refused(WithdrawSubmission(sent.submission, actor=by(world.ngo_focal)))
    assert "later submission" in refused(WithdrawComment(sent, actor=by(world.ngo_focal)))


@pytest.mark.whole
def test_answers(world, sent):
    secretary = by(world.secretary)
    assert "No answer is proposed" in refused(DecideDisposition(sent, actor=secretary, decided_in="1"))
    ProposeDisposition(sent, Answer.NOTED, [], actor=secretary).execute()
    DecideDisposition(sent, actor=secretary, decided_in="meeting 1").execute()
    again = ProposeDisposition(sent, Answer.NOTED, [], actor=secretary)
    assert "decided and can no longer" in refused(again)


@pytest.mark.whole
def test_merging(world, sent):
    secretary = by(world.secretary)
    other = make.draft(world.round, world.body_author, world.body, make.content())
    make.send(other.submission, world.body_focal)
    assert "none with itself" in refused(GroupComments(sent, [sent], actor=secretary))
    GroupComments(sent, [other], actor=secretary).execute()
    assert f"{other.reference} is merged" in refused(GroupComments(other, [sent], actor=secretary))


def test_co_signing(world, sent):
    own = CoSignComment(sent, world.ngo, actor=by(world.ngo_focal))
    assert "Your institution sent this comment itself" in refused(own)
    WithdrawComment(sent, actor=by(world.ngo_focal)).execute()
    with pytest.raises(StepNotPossible, match="was withdrawn"):
        CoSignComment(sent, world.body, actor=by(world.body_focal)).execute()


def test_no_cause_is_said_in_the_words_of_another():
    words = [str(cause.message) for cause in StepNotPossible.__subclasses__() if "message" in vars(cause)]
    assert len(set(words)) == len(words) == 19
    assert "This cannot be done." not in words
