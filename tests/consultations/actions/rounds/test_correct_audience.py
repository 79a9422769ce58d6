"""The audience of a round is never wider than the release of its draft, and is corrected before the round opens only."""

from datetime import timedelta

import pytest

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.rounds.correct_audience import CorrectAudience, UndoCorrection
from consultations.actions.rounds.invite_institutions import InviteInstitutions
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.errors import AudienceTooWide, NothingCorrected, PublicReasonNeeded, RoundNotOpen
from consultations.errors.of_invitations import CannotReadDraft
from consultations.queries.rounds.round_audiences import committee_seats, invited_last_time, open_audiences
from consultations.values import RoundAudience, RoundStep
from tests.factories import consultation as make, law

PUBLIC, COMMITTEE, INVITED = RoundAudience.PUBLIC, RoundAudience.COMMITTEE, RoundAudience.INVITED


def actor(world, person="secretary", *, at=make.NOW, reason="The wrong box was ticked."):
    return Actor(getattr(world, person), at, reason=reason)


@pytest.fixture
def planned(world):
    """A round for everybody that opens tomorrow, with the NGO invited."""
    return make.open_round(world.draft, world.secretary, world.ngo, opens=make.NOW + make.DAY)


def invited(round_):
    return {row.institution for row in round_.invitations.all()}


def test_the_audience_and_the_invitations_are_set_anew(world, planned):
    CorrectAudience(planned, COMMITTEE, [world.body], actor=actor(world)).execute()
    planned.refresh_from_db()
    assert (planned.audience, invited(planned)) == (COMMITTEE, {world.body})
    notice = planned.notices.last()
    assert (notice.step, notice.reason) == (RoundStep.CORRECTED, "The wrong box was ticked.")
    assert planned.history.first().audience == COMMITTEE
    assert planned.history.first().history_user == world.secretary


def test_a_correction_is_undone_and_the_undoing_too(world, planned):
    CorrectAudience(planned, COMMITTEE, [world.body], actor=actor(world)).execute()
    UndoCorrection(planned, actor=actor(world)).execute()
    planned.refresh_from_db()
    assert (planned.audience, invited(planned)) == (PUBLIC, {world.ngo})
    UndoCorrection(planned, actor=actor(world)).execute()  # a second click
    planned.refresh_from_db()
    assert (planned.audience, invited(planned)) == (PUBLIC, {world.ngo})
    later = actor(world, at=make.NOW + timedelta(minutes=2))
    UndoCorrection(planned, actor=later).execute()
    planned.refresh_from_db()
    assert (planned.audience, invited(planned)) == (COMMITTEE, {world.body})


def test_without_a_correction_there_is_nothing_to_undo(world, planned):
    with pytest.raises(NothingCorrected):
        UndoCorrection(planned, actor=actor(world)).execute()


def test_the_same_audience_is_no_correction(world, planned):
    with pytest.raises(NothingCorrected):
        CorrectAudience(planned, PUBLIC, [world.ngo], actor=actor(world)).execute()


def test_a_correction_needs_a_reason(world, planned):
    with pytest.raises(PublicReasonNeeded):
        CorrectAudience(planned, COMMITTEE, [], actor=actor(world, reason=" ")).execute()


@pytest.mark.parametrize("days", [1, 5, 40])
def test_from_the_opening_on_nothing_is_corrected(world, planned, days):
    when = make.NOW + days * make.DAY
    with pytest.raises(RoundNotOpen):
        CorrectAudience(planned, COMMITTEE, [], actor=actor(world, at=when)).execute()
    with pytest.raises(RoundNotOpen):
        UndoCorrection(planned, actor=actor(world, at=when)).execute()


@pytest.mark.parametrize("person", ["ngo_focal", "drafter", "chair", "member", "admin", "auditor", "citizen"])
def test_only_the_secretary_corrects(world, planned, person):
    for action in (
        CorrectAudience(planned, COMMITTEE, [], actor=actor(world, person)),
        UndoCorrection(planned, actor=actor(world, person)),
    ):
        with pytest.raises(NotAllowed):
            action.execute()


@pytest.mark.parametrize(
    ("releases", "open_to"),
    [
        ([], []),
        (["drafting_body"], []),
        (["invited"], [INVITED]),
        (["committee"], [COMMITTEE]),
        (["invited", "committee"], [INVITED, COMMITTEE]),
        (["public"], [INVITED, COMMITTEE, PUBLIC]),
    ],
)
def test_no_audience_is_wider_than_the_release(world, releases, open_to):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    for audience in releases:
        law.release(draft, audience, world.drafter, world.secretary)
    assert open_audiences(draft) == open_to
    if releases and releases != ["drafting_body"]:  # the secretary reads it
        for audience in RoundAudience:
            if audience in open_to:
                assert make.open_round(draft, world.secretary, audience=audience).audience == audience
            else:
                Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
                plan = RoundPlan(make.NOW, make.NOW + 20 * make.DAY, audience)
                with pytest.raises(AudienceTooWide):
                    OpenRound(draft, plan, actor=actor(world)).execute()


def test_an_audience_is_not_corrected_to_a_wider_one_than_the_release(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    round_ = make.open_round(draft, world.secretary, audience=COMMITTEE, opens=make.NOW + make.DAY)
    with pytest.raises(AudienceTooWide):
        CorrectAudience(round_, PUBLIC, [], actor=actor(world)).execute()


def test_the_last_round_and_the_seats_of_the_committee_name_institutions(world):
    assert invited_last_time(world.draft) == {world.ngo.pk, world.body.pk}
    make.open_round(world.draft, world.secretary, world.stranger, opens=make.NOW + make.DAY)
    assert invited_last_time(world.draft) == {world.stranger.pk}
    assert committee_seats(world.draft, make.NOW) == {world.body.pk}


@pytest.fixture
def of_committee(world):
    """A draft that is released to its committee alone, and a round on it that opens tomorrow."""
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "committee", world.drafter, world.secretary)
    return make.open_round(draft, world.secretary, audience=COMMITTEE, opens=make.NOW + make.DAY)


def test_nobody_is_invited_who_could_not_read_the_draft(world, of_committee):
    """Whatever the step; those with a seat can read it, and after a wider release the others too."""
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    draft, asked = of_committee.draft, [world.body, world.stranger]
    plan = RoundPlan(make.NOW + make.DAY, make.NOW + 9 * make.DAY, COMMITTEE, invited=tuple(asked))
    for action in (
        OpenRound(draft, plan, actor=actor(world)),
        CorrectAudience(of_committee, COMMITTEE, asked, actor=actor(world)),
        InviteInstitutions(of_committee, asked, actor=actor(world)),
    ):
        with pytest.raises(CannotReadDraft) as refusal:
            action.execute()
        assert f"have no seat there: {world.stranger}. Leave" in str(refusal.value)
        assert not of_committee.invitations.exists()
    InviteInstitutions(of_committee, [world.body], actor=actor(world)).execute()
    law.release(draft, "public", world.drafter, world.secretary)
    InviteInstitutions(of_committee, asked, actor=actor(world)).execute()
    assert invited(of_committee) == set(asked)
