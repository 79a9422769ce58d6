"""What the page of a round says after the secretary has closed it, and what the lists count."""

import pytest
from django.urls import reverse

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.comments.answer_questions import AnswerQuestions, TypedAnswer
from consultations.actions.comments.content import Content
from consultations.actions.rounds.close_round import CloseRound
from consultations.models import RoundQuestion
from consultations.times.zoned_times import moment
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


def test_a_round_that_was_closed_early_names_no_time_until_which_one_can_write(client, world):
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    world.round.refresh_from_db()
    page = " ".join(client.get(world.round.url).content.decode().split())
    assert "Closed. Enough." in page
    assert f"Closed, until {moment(world.round.ended_at)}" not in page
    assert f"<dt>Closed</dt> <dd>{moment(world.round.ended_at)}</dd>" in page
    assert "<dt>Until</dt>" not in page


def test_a_round_that_ended_in_time_tells_until_when_one_could_write(client, world):
    page = " ".join(client.get(world.round.url).content.decode().split())
    assert f"<dt>Until</dt> <dd>{moment(world.round.closes)}" in page


@pytest.mark.parametrize(("person", "words"), [("ngo_author", "My institution"), ("citizen", "My comments")])
def test_the_list_of_rounds_leads_to_own_comments_under_their_name(client, world, person, words):
    client.force_login(world.people[person])
    page = " ".join(client.get(reverse("consultations:list")).content.decode().split())
    assert f'href="{reverse("consultations:mine")}"> {words} </a>' in page


def test_the_page_of_the_amendment_counts_comments_as_the_round_does(client, world):
    """An answer to a question of the round is not a comment on the draft."""
    question = RoundQuestion.objects.create(round=world.round, order=1, text="Why?")
    row = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    typed = [TypedAnswer(question, "So.")]
    AnswerQuestions(
        world.round, typed, Content(), actor=Actor.now(world.ngo_author), institution=world.ngo
    ).execute()
    make.send(row.submission, world.ngo_focal)
    page = " ".join(client.get(world.amendment.url).content.decode().split())
    assert ">1 comment</a>, 0 answered" in page


@pytest.mark.parametrize(("state", "is_offered"), [(State.CONSOLIDATION, True), (State.PUBLISHED, False)])
def test_late_acceptance_is_offered_as_long_as_a_comment_could_change_something(
    client, world, state, is_offered
):
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    client.force_login(world.ngo_focal)
    late = reverse("consultations:ask_late", args=[world.round.pk, world.ngo.pk])
    assert (late in client.get(world.round.url).content.decode()) is is_offered
