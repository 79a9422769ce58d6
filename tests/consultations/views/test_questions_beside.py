"""The questions of a round stand on the form of a comment too. There is one answer to each, wherever it is written."""

import pytest
from django.urls import reverse

from consultations.kept_text import account_proof
from consultations.models import Comment, RoundQuestion
from tests.factories.writing import typed

NOTHING = {"stance": "", "rationale": ""}


@pytest.fixture
def asked(world):
    """The first of two questions of the open round."""
    rows = [
        RoundQuestion(round=world.round, order=place, text=text)
        for place, text in enumerate(["Who pays?", "When?"], 1)
    ]
    return RoundQuestion.objects.bulk_create(rows)[0]


def answer(question, text, revision=""):
    return {f"answer-{question.pk.hex}": text, f"revision-{question.pk.hex}": revision}


def answers():
    return list(
        Comment.objects.exclude(question=None).exclude(state="discarded").values_list("rationale", flat=True)
    )


def test_the_form_of_a_comment_has_a_field_for_each_question(author, world, asked, address):
    page = author.get(address).content.decode()
    assert "Question 1: Who pays?" in page
    assert "Question 2: When?" in page
    assert page.count('name="answer-') == 2


def test_the_comment_and_the_answers_are_saved_together(author, world, asked, address):
    author.post(address, {**typed(world, visibility="committee"), **answer(asked, "We do."), "save": "1"})
    comment, said = Comment.objects.order_by("question")
    if comment.question_id:
        comment, said = said, comment
    assert (comment.rationale, said.rationale) == ("Words of the author.", "We do.")
    assert (said.question, said.visibility, said.submission) == (asked, "committee", comment.submission)


def test_a_form_that_only_answers_saves_no_empty_comment(author, world, asked, address):
    got = author.post(address, {**typed(world, **NOTHING), **answer(asked, "We do."), "send": "1"})
    said = Comment.objects.get()
    assert said.question == asked
    assert got["Location"] == reverse("consultations:submission", args=[said.submission_id])


def test_an_answer_from_elsewhere_is_shown_and_keeps_its_readers(author, world, asked, address):
    page = reverse("consultations:answer_questions", args=[world.round.pk])
    author.post(page, {**typed(world, visibility="secretariat"), **answer(asked, "We do."), "save": "1"})
    assert "We do.</textarea>" in author.get(address).content.decode()
    for text in ("We do.", "We all do."):
        author.post(address, {**typed(world), **answer(asked, text, "1"), "save": "1"})
        said = Comment.objects.get(question=asked)
        assert (said.rationale, said.visibility) == (text, "secretariat")


def test_a_form_that_was_open_meanwhile_overwrites_no_answer(client, world, asked, address):
    """Neither by an empty field nor by other words; when it saves again, its words replace what it then has seen."""
    client.force_login(world.ngo_focal)
    client.post(address, {**typed(world, **NOTHING), **answer(asked, "We do."), "save": "1"})
    client.force_login(world.ngo_author)
    client.post(address, {**typed(world), **answer(asked, ""), "save": "1"})
    assert answers() == ["We do."]
    other = {**typed(world), **answer(asked, "They do."), "save": "1"}
    refused = client.post(address, other)
    page = refused.content.decode()
    assert refused.status_code == 409
    assert page.count("What is saved now") == 1
    assert "They do.</textarea>" in page
    assert answers() == ["We do."]
    seen = refused.context["asked"].data[f"revision-{asked.pk.hex}"]
    client.post(address, {**other, **answer(asked, "They do.", seen)})
    assert answers() == ["They do."]


def test_it_is_saved_by_itself_and_can_be_emptied_again(author, world, asked, address):
    data = {**typed(world, **NOTHING), **answer(asked, "We do.")}
    for _ in range(2):
        author.post(f"{address}autosave/", data)
    assert answers() == ["We do."]
    author.post(f"{address}autosave/", {**data, **answer(asked, "")})
    assert answers() == []


def test_what_was_typed_after_the_session_comes_back_to_its_author(client, world, asked, address):
    account = account_proof(world.ngo_author)
    client.post(address, {**typed(world), **answer(asked, "We do."), "account": account})
    client.force_login(world.ngo_author)
    page = client.get(address).content.decode()
    assert "We do.</textarea>" in page
    assert "it is not saved yet" in page


def test_the_answers_stay_those_of_the_body_that_they_were_shown_for(author, world, asked, address):
    """Also if the comment of the same form is an individual view."""
    page = author.get(address).content.decode()
    assert f'name="answers_for" value="{world.ngo.pk}"' in page
    assert "You answer for Harbour Legal Aid" in page
    data = {**typed(world), **answer(asked, "We do."), "answers_for": str(world.ngo.pk), "save": "1"}
    author.post(address, {**data, "acting_for": "person"})
    assert Comment.objects.get(question=asked).submission.institution == world.ngo
    assert Comment.objects.get(question=None).submission.person == world.ngo_author


def test_nobody_answers_for_a_body_of_others(author, world, asked, address):
    data = {**typed(world), **answer(asked, "We do."), "answers_for": str(world.body.pk), "save": "1"}
    author.post(address, data)
    assert Comment.objects.get(question=asked).submission.institution == world.ngo
