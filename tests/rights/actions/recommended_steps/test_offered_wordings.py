"""Where a recommended wording is offered: on the board, with the recommendation, and to whom; and what became of it."""

import pytest
from django.urls import reverse

from amendments.actions.drafting.move_instruction import MoveInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.models import Amendment
from amendments.states import State
from rights.actions.recommended_steps.reply_to_recommendation import ReplyToRecommendation
from rights.actions.recommended_steps.take_recommendation import TakeRecommendation
from rights.queries.repeated_wordings import repeated_in_words
from tests.factories import law
from tests.rights.conftest import issue
from tests.rights.pages import signed_in, text_of
from tests.shares import telling

pytestmark = pytest.mark.whole

WORDING = "The fare is five coins."


def test_the_board_shows_it_beside_the_comments_and_leads_those_who_may_to_the_form(office, opinion, client):
    world = office.world
    board = reverse("consultations:board", args=[world.round.pk])
    drafter = signed_in(client, world.drafter)
    assert "Harsh fares" not in text_of(drafter.get(board))
    row = issue(office, opinion).recommendations.get()
    page = text_of(drafter.get(board))
    take = reverse("rights:take", args=[row.pk])
    assert "Recommendation 1 of HRO-" in page
    assert 'class="proposal-label is-a">A</span>' in page
    assert take in page
    assert "Harsh fares" not in text_of(
        drafter.get(board, {"status": "open"})
    )  # a filter shows comments alone
    assert WORDING in text_of(drafter.get(take))
    assert drafter.post(take, {"wording": ""}).status_code == 422
    assert drafter.post(take, {"wording": WORDING}).status_code == 302
    page = text_of(drafter.get(board))
    assert "; it is proposed to the drafters." in page
    assert take not in page  # it was taken
    assert "; it is proposed to the drafters." in text_of(drafter.get(take, follow=True))
    assert drafter.post(take, {"wording": "The fare is six coins."}).status_code == 422
    member = signed_in(client, world.chair)
    page = text_of(member.get(board))
    assert "Harsh fares" in page
    assert "Its wording is proposed to the drafters as an instruction." in page
    assert "took its wording" not in page
    assert take not in page
    assert member.get(take).status_code == 403


def test_whoever_writes_or_takes_a_wording_is_told_that_a_draft_has_it_already(office, opinion, client):
    world = office.world
    told = "Draft 1 already says this"
    row = opinion.recommendations.get()
    form = reverse("rights:recommendation", args=[row.pk])
    assert told not in text_of(signed_in(client, office.analyst).get(form))
    words = world.text.entries.get(number="2.1").texts.get().text.body
    base = world.base.entries.get(number="2.1").texts.get().text.body
    assert words != base
    type(row).objects.filter(pk=row.pk).update(wording=words)
    page = text_of(client.get(form))
    assert f"{told}, by the instruction “" in page
    row = issue(office, opinion).recommendations.get()
    take = reverse("rights:take", args=[row.pk])
    assert told in text_of(signed_in(client, world.drafter).get(take))
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)  # unreleased
    assert "Draft 2 already says this" in text_of(signed_in(client, world.drafter).get(take))


def test_an_instruction_that_inserts_a_provision_behind_is_not_the_one_that_has_the_wording(office, opinion):
    world = office.world
    behind = law.add(world.amendment, world.drafter, "insert_element", "2.1-1", new="Dogs pay.", after="2.1")
    for row in world.amendment.instructions.exclude(pk=behind.pk).filter(status="taken").order_by("-order"):
        MoveInstruction(row, behind, actor=office.act(world.drafter)).execute()
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    row = opinion.recommendations.get()
    row.wording = law.text_in(draft).entries.get(number="2.1").texts.get().text.body
    told = repeated_in_words(office.analyst, row)
    assert told.startswith("Draft 2 already says this")
    assert "Insert a provision" not in told


@pytest.mark.parametrize(
    ("person", "may"),
    telling(
        [
            ("drafter", True),
            ("secretary", True),
            ("chair", False),
            ("member", False),
            ("body_focal", False),
            ("citizen", False),
            ("rights_analyst", False),
            ("anonymous", False),
        ],
        "drafter",
        "chair",
        "anonymous",
    ),
)
def test_who_may_take_a_wording_finds_the_way_where_the_recommendation_is_read(
    office, row, client, person, may
):
    if person != "anonymous":
        signed_in(client, office.world.people[person])
    hub = reverse("amendments:provision", args=[row.provision_id])
    take = reverse("rights:take", args=[row.pk])
    assert [take in text_of(client.get(url)) for url in (row.opinion.url, hub)] == [may, may]
    TakeRecommendation(row, WORDING, actor=office.act(office.world.drafter)).execute()
    assert [take in text_of(client.get(url)) for url in (row.opinion.url, hub)] == [False, False]


def test_nothing_is_offered_to_take_once_the_amendment_is_over(office, row, client):
    drafter = signed_in(client, office.world.drafter)
    take = reverse("rights:take", args=[row.pk])
    board = reverse("consultations:board", args=[office.world.round.pk])
    assert take in text_of(drafter.get(row.opinion.url))
    Amendment.objects.filter(pk=office.world.amendment.pk).update(state=State.WITHDRAWN)
    for url in (row.opinion.url, board):
        assert take not in text_of(drafter.get(url))


def test_the_board_says_which_draft_holds_the_wording_and_what_the_addressee_replied(office, row, client):
    world = office.world
    board = reverse("consultations:board", args=[world.round.pk])
    taken = TakeRecommendation(row, WORDING, actor=office.act(world.drafter)).execute()
    TakeInstruction(taken, actor=office.act(world.drafter)).execute()
    drafter = signed_in(client, world.drafter)
    assert "; it is in the working text." in text_of(drafter.get(board))
    ReplyToRecommendation(row, "We agree.", actor=office.act(world.body_focal)).execute()
    draft = law.seal(world.amendment, world.drafter)
    page = text_of(drafter.get(board))
    assert "Its wording is in Draft 2." in page
    assert "Border Service replied on " in page
    assert ": We agree." in page
    member = signed_in(client, world.chair)
    page = text_of(member.get(board))
    assert "Draft 2" not in page  # it is not released to them
    assert "Its wording is proposed to the drafters as an instruction." in page
    law.release(draft, "public", world.drafter, world.secretary)
    client.logout()
    assert "Its wording is in Draft 2." in text_of(client.get(row.opinion.url))
