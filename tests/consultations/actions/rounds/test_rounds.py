"""Rounds: who may open, extend, close, cancel and reopen them, and what is announced."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format
from django.utils.timezone import localdate

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.invite_institutions import InviteInstitutions
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.errors import BadPeriod, NoRoundNow, OpensTooEarly, PublicReasonNeeded, RoundNotOpen
from consultations.models import ConfidentialLogEntry, Consultation
from consultations.queries.rounds.managing import managed_round
from consultations.rules.phases import Phase
from consultations.values import DayKind, RoundAudience
from tests.factories import consultation as make, law

NOT_THE_SECRETARY = ["ngo_focal", "drafter", "chair", "member", "admin", "auditor", "citizen"]


def actor(world, person="secretary", *, at=None, reason="Many asked for it."):
    return Actor(getattr(world, person), at or make.NOW, reason=reason)


def steps(world):
    later = world.round.closes + timedelta(days=5)
    return {
        "extend": ExtendRound(world.round, later, actor=actor(world)),
        "close": CloseRound(world.round, actor=actor(world)),
        "cancel": CancelRound(world.round, actor=actor(world)),
    }


def test_rounds_on_different_drafts_are_opened_one_after_the_other(world):
    plan = RoundPlan(make.NOW + make.DAY, make.NOW + 20 * make.DAY)
    assert law.holds(OpenRound(world.draft, plan, actor=Actor.now(world.secretary)), world.amendment)


def test_a_round_hangs_on_the_consultation_page_of_its_amendment(world):
    page = Consultation.objects.get()
    assert page.get_parent().specific == world.amendment
    second = make.open_round(world.draft, world.secretary, closes=make.NOW + 21 * make.DAY)
    assert second.consultation == page
    assert world.round.days == 30
    assert {i.institution for i in world.round.invitations.all()} == {world.ngo, world.body}


def test_the_name_of_a_round_counts_no_rounds_that_the_reader_may_not_see(world):
    name = str(world.round)
    assert name == f"Round on Draft 1, from {date_format(localdate(world.round.opens))}"
    make.open_round(world.draft, world.secretary, audience=RoundAudience.INVITED)
    later = make.open_round(world.draft, world.secretary, closes=make.NOW + 21 * make.DAY)
    assert str(later) == name  # both began on the same day, whatever was opened between them


@pytest.mark.parametrize("person", NOT_THE_SECRETARY)
def test_only_the_secretary_opens_and_changes_rounds(world, person):
    who = actor(world, person)
    later = world.round.closes + timedelta(days=5)
    plan = RoundPlan(make.NOW, later)
    for action in (
        OpenRound(world.draft, plan, actor=who),
        ExtendRound(world.round, later, actor=who),
        CloseRound(world.round, actor=who),
        CancelRound(world.round, actor=who),
        ReopenRound(world.round, later, actor=who),
        InviteInstitutions(world.round, [world.stranger], actor=who),
    ):
        with pytest.raises(NotAllowed):
            action.execute()


def test_a_round_is_opened_on_a_draft_only(world):
    with pytest.raises(NotAllowed):
        make.open_round(world.base, world.secretary)


def test_a_version_that_the_secretariat_may_not_read_gets_no_round(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    unreleased = law.seal(world.amendment, world.drafter)
    with pytest.raises(NotAllowed):
        make.open_round(unreleased, world.secretary)


def test_no_round_is_announced_for_a_day_that_is_past(world):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    plan = RoundPlan(make.NOW - make.DAY, make.NOW + 9 * make.DAY, RoundAudience.PUBLIC)
    with pytest.raises(OpensTooEarly):
        OpenRound(world.draft, plan, actor=actor(world)).execute()


@pytest.mark.parametrize("state", [State.DRAFTING, State.LEGAL_CHECK])
def test_no_round_is_announced_while_the_text_is_with_drafters_or_reviewer(world, state):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    plan = RoundPlan(make.NOW + make.DAY, make.NOW + 9 * make.DAY, RoundAudience.PUBLIC)
    with pytest.raises(NoRoundNow, match="open it for consultation"):
        OpenRound(world.draft, plan, actor=actor(world)).execute()


@pytest.mark.parametrize("days", [-1, 0])
def test_a_round_closes_after_it_opens(world, days):
    with pytest.raises(BadPeriod):
        make.open_round(world.draft, world.secretary, closes=make.NOW - 10 * make.DAY + days * make.DAY)


@pytest.mark.parametrize("step", ["extend", "close", "cancel"])
def test_a_change_needs_a_public_reason_and_is_announced_with_it(world, step):
    action = steps(world)[step]
    action.actor = actor(world, reason=" ")
    with pytest.raises(PublicReasonNeeded):
        action.execute()
    action.actor = actor(world)
    action.execute()
    notice = world.round.notices.last()
    assert (notice.reason, notice.by) == ("Many asked for it.", world.secretary)


def test_an_extension_only_moves_later(world):
    with pytest.raises(BadPeriod):
        ExtendRound(world.round, world.round.closes - timedelta(days=1), actor=actor(world)).execute()
    later = world.round.closes + timedelta(days=5)
    assert ExtendRound(world.round, later, actor=actor(world)).execute().days == 35


def test_a_second_click_on_a_step_is_done_and_no_second_step(world):
    later = world.round.closes + timedelta(days=5)

    def twice(build):
        first, second = build().execute(), build().execute()
        assert first == second == world.round
        return world.round.notices.last()

    def logged():
        return ConfidentialLogEntry.objects.filter(object_id=str(world.round.pk)).count()

    before, known = logged(), world.round.notices.count()
    assert twice(lambda: ExtendRound(world.round, later, actor=actor(world))).closes_after == later
    twice(lambda: CloseRound(world.round, actor=actor(world)))
    assert twice(lambda: ReopenRound(world.round, later, actor=actor(world))).step == "reopened"
    with pytest.raises(BadPeriod):  # the round was closed meanwhile: no second click, and no extension
        ExtendRound(world.round, later, actor=actor(world)).execute()
    twice(lambda: CancelRound(world.round, actor=actor(world)))
    assert world.round.notices.count() == known + 4
    assert logged() == before + 4


def test_closing_early_ends_the_round_and_reopening_starts_it_again(world):
    CloseRound(world.round, actor=actor(world)).execute()
    assert world.round.phase(make.NOW) is Phase.CLOSED
    with pytest.raises(RoundNotOpen):
        ExtendRound(world.round, world.round.closes + timedelta(days=5), actor=actor(world)).execute()
    ReopenRound(world.round, make.NOW + timedelta(days=3), actor=actor(world)).execute()
    assert world.round.phase(make.NOW) is Phase.OPEN


def test_recording_that_the_time_is_over_needs_no_reason(world):
    after = actor(world, at=world.round.closes + timedelta(seconds=1), reason="")
    CloseRound(world.round, actor=after).execute()
    assert CloseRound(world.round, actor=after).execute().notices.count() == 2  # opened, closed: once


def test_a_cancelled_round_takes_nothing_more(world):
    CancelRound(world.round, actor=actor(world)).execute()
    CancelRound(world.round, actor=actor(world)).execute()
    assert world.round.phase(make.NOW) is Phase.CANCELLED
    with pytest.raises(RoundNotOpen):
        make.draft(world.round, world.ngo_author, world.ngo, make.content())


def test_nobody_is_invited_twice(world):
    action = InviteInstitutions(world.round, [world.ngo, world.stranger], actor=actor(world))
    assert [i.institution for i in action.execute()] == [world.stranger]
    assert world.round.invitations.count() == 3


def test_working_days_leave_out_weekends_and_holidays(world, settings):
    settings.MADDA_COUNTRY = "AZ"
    opens = make.NOW.replace(year=2025, month=3, day=17, hour=5)  # a Monday; 20 to 24 March is Novruz
    round_ = make.open_round(
        world.draft,
        world.secretary,
        opens=opens,
        closes=opens + timedelta(days=14),
        day_kind=DayKind.WORKING,
    )
    assert round_.days < 10 - 2


@pytest.mark.parametrize(
    ("audience", "may"),
    [
        (RoundAudience.PUBLIC, {"ngo", "body", "stranger", "person"}),
        (RoundAudience.INVITED, {"ngo"}),
        (RoundAudience.COMMITTEE, {"ngo", "body"}),
    ],
)
def test_who_may_take_part_follows_from_the_audience(world, audience, may):
    round_ = make.open_round(world.draft, world.secretary, world.ngo, audience=audience)
    who = {
        "ngo": (world.ngo_author, world.ngo),
        "body": (world.body_author, world.body),
        "stranger": (world.stranger_focal, world.stranger),
        "person": (world.citizen, None),
    }
    for name, (person, institution) in who.items():
        if name in may:
            assert make.draft(round_, person, institution, make.content()).pk
        else:
            with pytest.raises(NotAllowed):
                make.draft(round_, person, institution, make.content())


def test_a_second_click_opens_no_second_round(world):
    same = {"opens": world.round.opens, "closes": world.round.closes}
    again = make.open_round(world.draft, world.secretary, world.ngo, world.body, **same)
    assert again == world.round


@pytest.mark.whole
def test_a_round_opens_on_an_amendment_with_the_longest_title(world):
    amendment = law.make_amendment(world.section, world.base, world.drafter, "x" * 255)
    law.add(amendment, world.drafter, "repeal", "1.2.1")
    version = law.seal(amendment, world.drafter)
    law.release(version, "public", world.drafter, world.secretary)
    assert len(make.open_round(version, world.secretary).consultation.title) == 255


@pytest.mark.parametrize("state", [State.IN_FORCE, State.WITHDRAWN, State.REJECTED])
def test_a_round_stays_closed_where_no_comment_could_change_the_law(world, state):
    at = world.round.ended_at + timedelta(hours=1)
    offered = managed_round(world.round, at).steps
    assert {"reopen", "accept-late"} <= set(offered)
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)
    world.round.refresh_from_db()
    until, who = at + timedelta(days=1), actor(world, at=at, reason="A letter was late.")
    for action in (
        AcceptLate(world.round, world.ngo, until, actor=who),
        ReopenRound(world.round, until, actor=who),
    ):
        with pytest.raises(NoRoundNow, match="no comment could change it"):
            action.execute()
    closed = type(world.round).objects.get(pk=world.round.pk)
    assert not {"reopen", "extend", "accept-late"} & set(managed_round(closed, at).steps)
