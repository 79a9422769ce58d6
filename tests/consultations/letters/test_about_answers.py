"""Who is told of answers, new drafts and laws."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils.timezone import localdate

from amendments.actions.drafting.change_state import ChangeState
from amendments.audit.actor import Actor
from amendments.models import Amendment, StateChange
from amendments.states import State, StepDetails
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.models import Comment
from consultations.rules.answer_kinds import Answer, Kind
from consultations.values import Identity, Visibility
from tests.factories import consultation as make, law
from tests.factories.consultation import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.whole]
SOON = NOW + timedelta(hours=3)  # also on a machine that takes long to come to a test


def sent(world, *numbers, **more):
    """Comments of the legal aid that were sent, on provisions."""
    rows = [
        make.draft(
            world.round, world.ngo_author, world.ngo, make.content(make.chosen(world.draft, n), **more)
        )
        for n in numbers
    ]
    make.send(rows[0].submission, world.ngo_focal)
    return list(Comment.objects.filter(pk__in=[row.pk for row in rows]))


def decide(world, comment):
    ProposeDisposition(comment, Answer.NOTED, [], actor=Actor.now(world.secretary)).execute()
    DecideDisposition(comment, actor=Actor.now(world.chair)).execute()


def test_several_answers_of_a_quarter_of_an_hour_come_in_one_mail(world, told):
    comments = sent(world, "2.1", "2.2")
    told()
    for comment in comments:
        decide(world, comment)
    assert told() == []
    title = world.amendment.title
    assert told(SOON + timedelta(hours=1)) == [
        f"ngo_author: 2 comments are answered: {title}",
        f"ngo_focal: 2 comments are answered: {title}",
    ]
    assert all(comment.reference in mail.outbox[0].body for comment in comments)


def test_an_answered_question_is_told_as_such(world, told):
    comments = sent(world, "2.1")
    with make.behind_the_seals():
        Comment.objects.update(kind=Kind.QUESTION)
    told()
    decide(world, comments[0])
    assert {line.partition(": ")[2].partition(":")[0] for line in told(SOON)} == {"Your question is answered"}


def test_a_proposed_answer_is_told_to_nobody_and_a_proposed_instruction_to_the_drafters(world, told):
    (comment,) = sent(world, "2.2", proposed_text="Children pay.")
    told()
    operation = law.operation("restate", "2.2", new="Children pay.")
    ProposeFromComment(comment, operation, "Children pay.", actor=Actor.now(world.secretary)).execute()
    assert told(SOON) == [f"drafter: A proposed instruction waits: {world.amendment.title}"]
    assert "Children" not in mail.outbox[0].body


def test_authors_hear_that_the_next_draft_changed_their_passage_once_they_may_read_it(world, told):
    sent(world, "2.2", visibility=Visibility.SECRETARIAT, identity=Identity.WITHHELD)
    told()
    law.add(
        world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new="for half the fare"
    )
    second = law.seal(world.amendment, world.drafter)
    assert told(SOON) == []
    law.release(second, "committee", world.drafter, world.secretary)
    assert not any(line.startswith("ngo") for line in told(SOON + timedelta(hours=1)))
    law.release(second, "public", world.drafter, world.secretary)
    lines = told(SOON + timedelta(hours=2))
    changed = [line for line in lines if "changed what you commented on" in line]
    assert [line.partition(":")[0] for line in changed] == ["ngo_author", "ngo_focal"]
    released = [line.partition(":")[0] for line in lines if "can be read" in line]
    assert released == ["ngo_author", "ngo_focal"]
    assert not any("half the fare" in message.body for message in mail.outbox)


def test_a_draft_is_told_only_to_those_who_may_read_it_and_once(world, told):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "invited", world.drafter, world.secretary)
    first = {line.partition(":")[0] for line in told(SOON)}
    assert {"ngo_author", "ngo_focal"} <= first
    law.release(second, "public", world.drafter, world.secretary)
    then = {line.partition(":")[0] for line in told(SOON) if "can be read" in line}
    assert not first & then


def test_all_who_had_to_do_with_it_hear_of_the_decision_and_the_adoption(world, told):
    sent(world, "2.2")
    told()
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.THIRD_READING)
    amendment = Amendment.objects.get(pk=world.amendment.pk)
    signed = StepDetails(localdate(), "2-L")
    ChangeState(amendment, State.SIGNED, actor=Actor.now(world.secretary), details=signed).execute()
    assert f"ngo_author: Signed: {amendment.title}" in told()
    version = law.adopt(world.draft, world.drafter)
    law.release(version, "public", world.drafter, world.secretary)
    lines = told()
    assert f"ngo_author: Adopted: {version.instrument.title}" in lines
    assert told() == []


def _sign(world) -> Amendment:
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.THIRD_READING)
    amendment = Amendment.objects.get(pk=world.amendment.pk)
    signed = StepDetails(localdate(), "2-L")
    ChangeState(amendment, State.SIGNED, actor=Actor.now(world.secretary), details=signed).execute()
    return amendment


def test_the_mail_on_a_decision_says_what_was_decided_and_not_what_followed(world, told):
    sent(world, "2.2")
    told()
    amendment = _sign(world)
    Amendment.objects.filter(pk=amendment.pk).update(state=State.PUBLISHED)
    assert f"ngo_author: Signed: {amendment.title}" in told()


def test_nobody_hears_of_a_decision_that_was_taken_back(world, told):
    sent(world, "2.2")
    told()
    amendment = _sign(world)
    step = amendment.state_changes.latest("at")
    StateChange.objects.create(
        amendment=amendment, state=State.THIRD_READING, at=step.at, by=world.secretary, takes_back=step
    )
    assert told() == []
