"""Who moves an amendment on while comments can still be sent reads it before."""

from datetime import timedelta

import pytest
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.queries.way.step_warnings import warnings_before
from amendments.states import State
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.models import Round
from consultations.rules.answer_kinds import Answer
from consultations.times.zoned_times import moment
from consultations.values import Visibility
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "state", [State.CONSOLIDATION, State.COMMITTEE_REVIEW, State.REVISED, State.WITHDRAWN]
)
def test_an_open_round_is_named_before_the_step(world, state):
    (notice,) = warnings_before(world.amendment, state)
    until = moment(world.round.closes)  # with its time zone
    assert notice.url == world.round.url
    assert notice.words.startswith(f"A round on Draft 1 is still open: comments can be sent until {until}. ")


@pytest.mark.parametrize("state", [State.INTERAGENCY, State.CONSULTATION, State.DRAFTING])
def test_a_step_to_consultation_needs_no_warning(world, state):
    assert warnings_before(world.amendment, state) == []


def test_an_announced_round_is_named(world):
    Round.objects.update(opens=timezone.now() + timedelta(days=1))
    (notice,) = warnings_before(world.amendment, State.CONSOLIDATION)
    assert notice.words.startswith("A round on Draft 1 is announced. It opens at ")


@pytest.mark.parametrize("end", [CloseRound, CancelRound])
def test_a_round_that_has_ended_is_not_named(world, end):
    end(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    assert warnings_before(world.amendment, State.CONSOLIDATION) == []


def test_public_comments_without_a_decided_answer_are_named_before_the_draft_is_submitted(world):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content())
    make.send(comment.submission, world.ngo_focal)
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    assert warnings_before(world.amendment, State.REVISED) == []  # answers may still follow
    (notice,) = warnings_before(world.amendment, State.SUBMITTED)
    assert notice.words.startswith("Comments of the round on Draft 1 have no decided answer yet.")
    assert notice.url == world.round.url
    reason = Actor.now(world.secretary, reason="The tariff says it already.")
    ProposeDisposition(comment, Answer.NOT_ACCEPTED, actor=reason).execute()
    assert warnings_before(world.amendment, State.SIGNED) == [notice]
    DecideDisposition(comment, actor=Actor.now(world.chair)).execute()
    assert warnings_before(world.amendment, State.SIGNED) == []


def test_who_takes_a_step_does_not_learn_that_there_are_comments_for_the_committee(world):
    comment = make.draft(
        world.round, world.ngo_author, world.ngo, make.content(visibility=Visibility.COMMITTEE)
    )
    make.send(comment.submission, world.ngo_focal)
    CloseRound(world.round, actor=Actor.now(world.secretary, reason="Enough.")).execute()
    assert warnings_before(world.amendment, State.SUBMITTED) == []


def test_the_page_of_the_step_shows_it(world, client):
    client.force_login(world.secretary)
    type(world.amendment).objects.update(state=State.CONSULTATION)
    page = client.get(f"/amendments/{world.amendment.pk}/steps/consolidation/").content.decode()
    assert "A round on Draft 1 is still open" in page
    assert f'<a href="{world.round.url}">Open the page</a>' in page
