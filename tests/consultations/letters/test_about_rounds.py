"""Who is told of a round, when, and what."""

from datetime import timedelta

import pytest
from django.core import mail

from amendments.audit.actor import Actor
from amendments.models import Amendment
from amendments.states import State
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.invite_institutions import InviteInstitutions
from consultations.actions.rounds.open_round import OpenRound, RoundPlan
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.letters.stopping import stop
from consultations.models import Letter
from consultations.models.letter import LetterGroup
from consultations.times.zoned_times import moment
from consultations.values import RoundAudience
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW

pytestmark = pytest.mark.django_db


def by(world, reason="For a good reason."):
    return Actor(world.secretary, NOW, reason=reason)


def test_those_who_send_are_invited_at_once_and_all_are_told_when_it_opens(world, told):
    make.open_round(world.draft, world.secretary, world.ngo, opens=NOW + 5 * DAY, closes=NOW + 20 * DAY)
    assert told() == [f"ngo_focal: Invitation to comment: {world.amendment.title}"]
    assert told(NOW + 4 * DAY) == []
    opened = told(NOW + 5 * DAY)
    assert [line.partition(" until")[0] for line in opened] == [
        "ngo_author: Open for comments", "ngo_focal: Open for comments"
    ]  # fmt: skip
    assert told(NOW + 6 * DAY) == []


def test_a_round_that_is_open_already_tells_nobody_twice(world, told):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.CONSULTATION)
    plan = RoundPlan(NOW, NOW + 25 * DAY, RoundAudience.PUBLIC, invited=(world.ngo,))
    round_ = OpenRound(world.draft, plan, actor=by(world)).execute()
    lines = told()
    assert sorted(line.partition(":")[0] for line in lines) == ["ngo_author", "ngo_focal"]
    InviteInstitutions(round_, [world.ngo, world.stranger], actor=by(world)).execute()
    assert [line.partition(": ")[0] for line in told()] == ["stranger_focal"]


def test_the_committee_is_told_of_its_own_rounds(world, told):
    make.open_round(world.draft, world.secretary, audience=RoundAudience.COMMITTEE)
    assert [line.partition(":")[0] for line in told()] == ["body_author", "body_focal"]


def test_an_invitation_is_plain_says_why_and_cannot_be_stopped(world, told):
    make.open_round(world.draft, world.secretary, world.ngo, opens=NOW + 5 * DAY, closes=NOW + 20 * DAY)
    stop(world.ngo_focal, LetterGroup.ROUNDS)
    told()
    (message,) = mail.outbox
    assert "Harbour Legal Aid is invited to comment" in message.body
    assert "You receive this because you send comments for Harbour Legal Aid." in message.body
    assert "http://127.0.0.1:8000/consultations/rounds/" in message.body
    assert "It belongs to your part in the procedure and cannot be stopped." in message.body
    assert message.extra_headers.keys().isdisjoint({"List-Unsubscribe", "List-Unsubscribe-Post"})


def test_a_mail_that_can_be_stopped_says_how(world, told):
    ExtendRound(world.round, NOW + 30 * DAY, actor=by(world)).execute()
    told()
    for message in mail.outbox:
        assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert message.extra_headers["List-Unsubscribe"].strip("<>") in message.body


@pytest.mark.parametrize(
    ("step", "subject"),
    [
        (lambda w: ExtendRound(w.round, NOW + 30 * DAY, actor=by(w)), "More time, until "),
        (lambda w: CancelRound(w.round, actor=by(w)), "Round cancelled: "),
        (lambda w: CloseRound(w.round, actor=by(w)), "Round closed early: "),
    ],
)
def test_who_takes_part_is_told_of_a_change_with_its_public_reason(world, told, step, subject):
    step(world).execute()
    lines = told()
    assert [line.partition(":")[0] for line in lines] == [
        "body_author",
        "body_focal",
        "ngo_author",
        "ngo_focal",
    ]
    assert all(f": {subject}" in line for line in lines)
    assert "Reason: For a good reason." in mail.outbox[0].body
    assert told() == []


def test_who_wrote_in_their_own_name_is_told_too(world, told):
    make.draft(world.round, world.citizen, None, make.content())
    ExtendRound(world.round, NOW + 30 * DAY, actor=by(world)).execute()
    assert "citizen" in {line.partition(":")[0] for line in told()}


def test_a_round_that_is_open_again_is_told(world, told):
    CloseRound(world.round, actor=by(world)).execute()
    ReopenRound(
        world.round, NOW + 40 * DAY, actor=Actor(world.secretary, NOW + timedelta(hours=1), reason="More.")
    ).execute()
    assert sum(": Open again until " in line for line in told(NOW + DAY)) == 4


def test_who_left_the_institution_is_not_told(world, told):
    make.open_round(world.draft, world.secretary, world.ngo, opens=NOW + 5 * DAY, closes=NOW + 20 * DAY)
    membership = world.ngo_focal.memberships.get()
    EndMembership(membership, (NOW - DAY).date(), actor=Actor.now(world.secretary)).execute()
    assert told() == [f"{name}: Membership ended: {world.ngo}" for name in ("ngo_author", "ngo_focal")]
    assert Letter.objects.get(kind="invited").state == Letter.State.DROPPED


def test_a_step_that_is_refused_owes_nothing(world, told):
    with pytest.raises(Exception, match="reason"):
        ExtendRound(world.round, NOW + 30 * DAY, actor=by(world, reason="")).execute()
    assert not Letter.objects.exists()


def test_an_invitation_waits_for_the_release_of_the_draft(world, told):
    """The secretary announces a round on a draft that the committee reads; the others read it from the opening on."""
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "committee", world.drafter, world.secretary)
    make.open_round(second, world.secretary, world.ngo, opens=NOW + 2 * DAY, closes=NOW + 9 * DAY)
    assert not any("Invitation" in line for line in told())
    law.release(second, "public", world.drafter, world.secretary)
    assert any(line.startswith("ngo_focal: Invitation") for line in told(NOW + 3 * DAY))


def test_the_end_of_a_round_is_told_with_its_time_zone(world, told):
    make.open_round(world.draft, world.secretary, world.ngo, opens=NOW + 5 * DAY, closes=NOW + 20 * DAY)
    told()
    assert f"closes on {moment(NOW + 20 * DAY)}." in mail.outbox[0].body
    assert "(UTC+4)" in moment(NOW)
