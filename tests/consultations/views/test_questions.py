"""Questions are asked when a round is prepared, answered on one page, and their answers stand below them."""

import uuid

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.comments.answer_questions import AnswerQuestions, TypedAnswer
from consultations.actions.comments.content import Content
from consultations.actions.rounds.close_round import CloseRound
from consultations.kept_text import account_proof
from consultations.models import Comment, RoundQuestion
from consultations.values import Identity, Visibility
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(world):
    rows = [
        RoundQuestion(round=world.round, order=place, text=text)
        for place, text in ((1, "Who pays?"), (2, "When?"))
    ]
    return RoundQuestion.objects.bulk_create(rows)


@pytest.fixture
def form(world, asked):
    return reverse("consultations:answer_questions", args=[world.round.pk])


def typed(body, *answers, **more):
    fields = {f"answer-{question.pk.hex}": text for question, text in answers}
    return {
        "acting_for": str(body.pk) if body else "person",
        "visibility": "public",
        "identity": "shown",
        "language": "en",
        "key": str(uuid.uuid4()),
        **fields,
        **more,
    }


def answered(world, person, body, question, text, **said):
    action = AnswerQuestions(
        world.round, [TypedAnswer(question, text)], Content(**said), actor=Actor.now(person), institution=body
    )
    (comment,) = action.execute()
    return comment


def test_the_secretary_writes_the_questions_until_the_round_opens(client, world):
    planned = make.open_round(
        world.draft, world.secretary, opens=make.NOW + make.DAY, closes=make.NOW + 9 * make.DAY
    )
    client.force_login(world.secretary)
    step = reverse("consultations:round_step", args=[planned.pk, "questions"])
    client.post(step, {"questions": "Who pays?\r\n\r\n  When  exactly? "})
    assert [row.text for row in planned.questions.all()] == ["Who pays?", "When exactly?"]
    page = client.get(reverse("consultations:manage_round", args=[planned.pk])).content.decode()
    assert "Who pays?\nWhen exactly?</textarea>" in page
    long = client.post(step, {"questions": "x" * 1001}).content.decode()
    assert "Shorten the question" in long
    opened = client.get(reverse("consultations:manage_round", args=[world.round.pk])).content.decode()
    assert "Write the questions" not in opened


def test_each_question_has_a_field_and_what_was_typed_becomes_a_draft(author, world, asked, form):
    writing = reverse("consultations:comment_on_document", args=[world.round.pk])
    assert form in author.get(writing).content.decode()
    page = author.get(form).content.decode()
    assert "Question 1: Who pays?" in page
    answer = author.post(form, {**typed(world.ngo, (asked[0], "We do.")), "save": "1"})
    comment = Comment.objects.get()
    assert (comment.question, comment.rationale, comment.submission.institution) == (
        asked[0],
        "We do.",
        world.ngo,
    )
    assert "We do.</textarea>" in author.get(answer["Location"]).content.decode()
    edit = author.get(reverse("consultations:edit_comment", args=[comment.pk]))
    assert edit["Location"] == f"{form}?for={world.ngo.pk}"


def test_answers_are_saved_by_themselves_once(author, world, asked, form):
    data = typed(world.ngo, (asked[0], ""))
    assert author.post(f"{form}autosave/", data).status_code == 202
    data[f"answer-{asked[0].pk.hex}"] = "We do."
    for _ in range(2):
        assert author.post(f"{form}autosave/", data).status_code == 204
    data[f"answer-{asked[0].pk.hex}"] = "We all do."
    assert author.post(form, {**data, "send": "1"})["Location"] == reverse(
        "consultations:submission", args=[Comment.objects.get().submission_id]
    )
    assert Comment.objects.get().rationale == "We all do."


def test_two_colleagues_see_both_texts(client, world, asked, form):
    answered(world, world.ngo_author, world.ngo, asked[0], "We do.")
    client.force_login(world.ngo_focal)
    data = typed(world.ngo, (asked[0], "They do."), **{f"revision-{asked[0].pk.hex}": "7"})
    answer = client.post(form, {**data, "save": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "They do.</textarea>" in page
    assert "We do." in page


def test_what_was_typed_after_the_session_belongs_to_its_author(client, world, asked, form):
    data = typed(world.ngo, (asked[0], "We do."), account=account_proof(world.ngo_author))
    assert "/login/" in client.post(form, data)["Location"]
    client.force_login(world.ngo_author)
    page = client.get(form).content.decode()
    assert "We do.</textarea>" in page
    assert "it is not saved yet" in page
    assert not Comment.objects.exists()


def test_after_the_closing_time_nothing_is_lost(author, world, asked, form):
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    answer = author.post(form, {**typed(world.ngo, (asked[0], "We do.")), "save": "1"})
    assert answer.status_code == 422
    assert "We do.</textarea>" in answer.content.decode()
    assert not Comment.objects.exists()


def test_nobody_answers_for_a_body_of_others(author, world, asked, form):
    for wrong in (str(world.body.pk), "x"):
        data = typed(world.ngo, (asked[0], "We do."), acting_for=wrong)
        assert author.post(form, {**data, "save": "1"}).status_code == 404
    assert not Comment.objects.exists()


def test_answers_stand_below_their_question_for_those_who_may_read_them(client, world, asked):
    drafts = [
        answered(world, world.ngo_author, world.ngo, asked[0], "All of us."),
        answered(world, world.body_author, world.body, asked[0], "Not us.", visibility=Visibility.COMMITTEE),
        answered(world, world.citizen, None, asked[0], "The rich.", identity=Identity.WITHHELD),
    ]
    for draft, sender in zip(drafts, (world.ngo_focal, world.body_focal, world.citizen), strict=True):
        make.send(draft.submission, sender)
    answered(world, world.stranger_focal, world.stranger, asked[0], "A draft.")
    for person, words, count in (
        (None, {"All of us.", "The rich."}, "2 answers"),
        ("body_focal", {"All of us.", "The rich.", "Not us."}, "3 answers"),
        ("secretary", {"All of us.", "The rich.", "Not us."}, "3 answers"),
        ("stranger_focal", {"All of us.", "The rich."}, "2 answers"),
    ):
        client.logout()
        if person:
            client.force_login(getattr(world, person))
        page = client.get(reverse("consultations:question", args=[asked[0].pk])).content.decode()
        told = {text for text in ("All of us.", "The rich.", "Not us.", "A draft.") if text in page}
        assert told == words
        assert count in client.get(reverse("consultations:round", args=[world.round.pk])).content.decode()
    client.force_login(world.secretary)
    board = client.get(reverse("consultations:board", args=[world.round.pk])).content.decode()
    assert "3 answers" in board
    assert "No comment matches." in board  # answers are no rows of the law


def test_a_receipt_names_the_question(client, world, asked):
    comment = answered(world, world.citizen, None, asked[1], "Soon.")
    sent = make.send(comment.submission, world.citizen)
    client.force_login(world.citizen)
    assert "Question 2" in client.get(reverse("consultations:receipt", args=[sent.pk])).content.decode()
    page = client.get(comment.url).content.decode()
    assert "Question 2: When?" in page
    assert "it gets no answer of its own" in page


def test_a_round_without_questions_has_no_such_form(author, world):
    assert author.get(reverse("consultations:answer_questions", args=[world.round.pk])).status_code == 404
