"""Answers to questions are drafts of comments: saved at once, sent with the submission, covered by its receipt."""

import uuid

import pytest

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.comments.answer_questions import AnswerQuestions, TypedAnswer
from consultations.actions.comments.content import Content
from consultations.errors import EditConflict
from consultations.errors.of_states import AnswersQuestion
from consultations.models import Comment, RoundQuestion
from consultations.record.receipts import receipt_hash
from consultations.rules.answer_kinds import Answer
from consultations.values import CommentState
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(world):
    rows = [
        RoundQuestion(round=world.round, order=place, text=text)
        for place, text in ((1, "Who?"), (2, "When?"))
    ]
    return RoundQuestion.objects.bulk_create(rows)


def answer(world, person, institution, *answers, said=None, key=None):
    said = said or Content()
    action = AnswerQuestions(
        world.round, answers, said, actor=Actor.now(person), institution=institution, key=key
    )
    return action.execute()


def test_what_was_typed_is_saved_and_the_rest_is_not(world, asked):
    saved = answer(
        world, world.ngo_author, world.ngo, TypedAnswer(asked[0], ""), TypedAnswer(asked[1], "Soon.")
    )
    assert [(row.question, row.rationale, row.state) for row in saved] == [(asked[1], "Soon.", "draft")]
    assert Comment.objects.count() == 1


def test_the_same_form_saves_once_and_an_emptied_answer_is_discarded(world, asked):
    key = uuid.uuid4()
    for _ in range(2):
        (first,) = answer(world, world.citizen, None, TypedAnswer(asked[0], "We."), key=key)
    assert first.revision == 1
    assert answer(world, world.citizen, None, TypedAnswer(asked[0], " ", 1)) == []
    first.refresh_from_db()
    assert first.state == CommentState.DISCARDED
    (again,) = answer(world, world.citizen, None, TypedAnswer(asked[0], "They."))
    assert again.pk != first.pk


def test_a_colleague_who_saved_meanwhile_is_not_overwritten(world, asked):
    answer(world, world.ngo_author, world.ngo, TypedAnswer(asked[0], "We."))
    answer(world, world.ngo_focal, world.ngo, TypedAnswer(asked[0], "They.", 1))
    with pytest.raises(EditConflict):
        answer(
            world, world.ngo_author, world.ngo, TypedAnswer(asked[1], "Soon."), TypedAnswer(asked[0], "I.", 1)
        )
    assert [row.rationale for row in Comment.objects.all()] == ["They."]


def test_who_takes_no_part_answers_nothing(world, asked):
    for person, body in ((world.secretary, None), (world.drafter, None), (world.citizen, world.ngo)):
        with pytest.raises(NotAllowed):
            answer(world, person, body, TypedAnswer(asked[0], "We."))


def test_answers_are_sent_with_the_comments_and_the_receipt_covers_their_questions(world, asked):
    (saved,) = answer(world, world.ngo_author, world.ngo, TypedAnswer(asked[0], "We."))
    sent = make.send(saved.submission, world.ngo_focal)
    assert receipt_hash(sent, sent.comments.all()) == sent.sha256
    RoundQuestion.objects.filter(pk=asked[0].pk).update(text="Another question?")
    assert receipt_hash(sent, sent.comments.all()) != sent.sha256


def test_an_answer_gets_no_answer_of_its_own(world, asked):
    (saved,) = answer(world, world.citizen, None, TypedAnswer(asked[0], "We."))
    make.send(saved.submission, world.citizen)
    saved.refresh_from_db()
    with pytest.raises(AnswersQuestion):
        ProposeDisposition(saved, Answer.NOTED, actor=Actor.now(world.secretary)).execute()
