"""How each kind of letter comes about in the small world. Reasons, comments and wordings name a word that no mail may say."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.timezone import localdate, localtime

from amendments.actions.checking.ask_check import AskCheck
from amendments.actions.checking.call_back_check import CallBackCheck
from amendments.actions.checking.return_check import ReturnCheck
from amendments.actions.checking.write_finding import FindingData, WriteFinding
from amendments.actions.drafting.change_state import ChangeState
from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.models import AmendedAct, Amendment, CheckFinding
from amendments.states import State, StepDetails
from consultations.actions.answers.decide_disposition import DecideDisposition
from consultations.actions.answers.propose_disposition import ProposeDisposition
from consultations.actions.answers.propose_from_comment import ProposeFromComment
from consultations.actions.institutions.end_membership import EndMembership
from consultations.actions.rounds.accept_late import AcceptLate
from consultations.actions.rounds.ask_late import AskLate
from consultations.actions.rounds.cancel_round import CancelRound
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.decline_late import DeclineLate
from consultations.actions.rounds.extend_round import ExtendRound
from consultations.actions.rounds.reopen_round import ReopenRound
from consultations.actions.submissions.return_submission import ReturnSubmission
from consultations.letters.late_reminders import RemindLate
from consultations.letters.reminders import Remind
from consultations.models import Comment, Follow, Membership, Right
from consultations.models.letter import FollowKind
from consultations.rules.answer_kinds import Answer, Kind
from consultations.values import MembershipRole
from tests.factories import consultation as make, law
from tests.factories.consultation import DAY, NOW
from tests.rights import letter_steps

SECRET = "zirconium"
Step = Callable[[Any], datetime | None]
"""Takes the step in a world; returns the moment at which the letter is written, None for now."""


def now(person: Any, reason: str = "") -> Actor:
    return Actor.now(person, reason=reason)


def _public(world: Any, hours: int = 0) -> Actor:
    return Actor(world.secretary, NOW + timedelta(hours=hours), reason="Holidays.")


def _ahead(world: Any) -> None:
    make.open_round(world.draft, world.secretary, world.ngo, opens=NOW + 5 * DAY, closes=NOW + 20 * DAY)


def _invited(world: Any) -> None:
    _ahead(world)


def _opened(world: Any) -> datetime:
    _ahead(world)
    return NOW + 5 * DAY


def _extended(world: Any) -> None:
    ExtendRound(world.round, NOW + 30 * DAY, actor=_public(world)).execute()


def _cancelled(world: Any) -> None:
    CancelRound(world.round, actor=_public(world)).execute()


def _closed_early(world: Any) -> None:
    CloseRound(world.round, actor=_public(world)).execute()


def _reopened(world: Any) -> datetime:
    CloseRound(world.round, actor=_public(world)).execute()
    ReopenRound(world.round, NOW + 40 * DAY, actor=_public(world, hours=1)).execute()
    return NOW + DAY


def _late_accepted(world: Any) -> None:
    CloseRound(world.round, actor=_public(world)).execute()
    AcceptLate(world.round, world.ngo, NOW + 2 * DAY, actor=_public(world)).execute()


def _written(world: Any, number: str = "2.2", **more: Any) -> Comment:
    said = make.content(
        make.chosen(world.draft, number), rationale=SECRET, proposed_text=f"A {SECRET}.", **more
    )
    return make.draft(world.round, world.ngo_author, world.ngo, said)


def _sign_off_asked(world: Any) -> None:
    make.ask(_written(world).submission, world.ngo_author)


def _returned(world: Any) -> None:
    submission = make.ask(_written(world).submission, world.ngo_author)
    ReturnSubmission(submission, actor=now(world.ngo_focal, SECRET)).execute()


def _received(world: Any) -> None:
    make.send(_written(world).submission, world.ngo_focal)


def _sent(world: Any, **more: Any) -> Comment:
    comment = _written(world, **more)
    make.send(comment.submission, world.ngo_focal)
    return Comment.objects.get(pk=comment.pk)


def _decided_answer(world: Any, comment: Comment) -> datetime:
    ProposeDisposition(comment, Answer.NOTED, [], actor=now(world.secretary, SECRET)).execute()
    DecideDisposition(comment, actor=now(world.chair, SECRET)).execute()
    return timezone.now() + timedelta(minutes=20)


def _answered(world: Any) -> datetime:
    return _decided_answer(world, _sent(world))


def _question_answered(world: Any) -> datetime:
    comment = _sent(world)
    with make.behind_the_seals():
        Comment.objects.filter(pk=comment.pk).update(kind=Kind.QUESTION)
    return _decided_answer(world, Comment.objects.get(pk=comment.pk))


def _second_draft(world: Any) -> datetime:
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new=SECRET)
    draft = law.seal(world.amendment, world.drafter)
    law.release(draft, "public", world.drafter, world.secretary)
    return timezone.now() + timedelta(hours=1)


def _passage_changed(world: Any) -> datetime:
    _sent(world)
    return _second_draft(world)


def _provision_touched(world: Any) -> datetime:
    key = str(world.base.entries.get(number="2.2").provision_id)
    Follow.objects.create(person=world.citizen, kind=FollowKind.PROVISION, key=key)
    return _second_draft(world)


def _right_named(world: Any) -> None:
    right = Right.objects.order_by("pk").first()
    Follow.objects.create(person=world.citizen, kind=FollowKind.RIGHT, key=right.code)
    _sent(world, rights=(right.code,))


def _instruction_proposed(world: Any) -> None:
    comment = _sent(world)
    operation = law.operation("restate", "2.2", new=f"A {SECRET}.")
    ProposeFromComment(comment, operation, f"A {SECRET}.", actor=now(world.secretary)).execute()


def _signed(world: Any) -> None:
    Amendment.objects.filter(pk=world.amendment.pk).update(state=State.THIRD_READING)
    amendment = Amendment.objects.get(pk=world.amendment.pk)
    details = StepDetails(localdate(), "2-L")
    ChangeState(amendment, State.SIGNED, actor=now(world.secretary), details=details).execute()


def _adopted(world: Any) -> None:
    _signed(world)
    version = law.adopt(world.draft, world.drafter)
    law.release(version, "public", world.drafter, world.secretary)


def _on_day(world: Any, days: int) -> datetime:
    at = localtime(world.round.closes - days * DAY).replace(hour=9, minute=0)
    Remind().run(at)
    return at


def _silent(world: Any) -> datetime:
    return _on_day(world, 7)


def _unsent(world: Any) -> datetime:
    _written(world)
    return _on_day(world, 7)


def _heads(world: Any) -> datetime:
    world.people["ngo_head"] = make.make_member(world.secretary, world.ngo, "ngo_head", MembershipRole.HEAD)
    return _on_day(world, 1)


def _release_asked(world: Any) -> None:
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="free of charge", new=SECRET)
    draft = law.seal(world.amendment, world.drafter)
    RequestRelease(draft, "committee", actor=now(world.drafter, SECRET)).execute()


def _late_asked(world: Any) -> None:
    CloseRound(world.round, actor=_public(world)).execute()
    AskLate(world.round, world.ngo, actor=now(world.ngo_focal, SECRET)).execute()


def _late_declined(world: Any) -> None:
    _late_asked(world)
    (row,) = world.round.late_acceptances.all()
    DeclineLate(world.round, row, actor=now(world.secretary, SECRET)).execute()


def _late_reminded(world: Any) -> datetime:
    _written(world)
    CloseRound(world.round, actor=_public(world)).execute()
    AcceptLate(world.round, world.ngo, NOW + 9 * DAY, actor=_public(world)).execute()
    at = localtime(NOW + 2 * DAY).replace(hour=9, minute=0)
    RemindLate().run(at)
    return at


def _check(world: Any) -> Any:
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    world.people["reviewer"] = law.join_legal_service(law.make_reviewer("reviewer"))
    return AskCheck(world.amendment, world.reviewer, localdate(), actor=now(world.drafter, SECRET)).execute()


def _check_asked(world: Any) -> None:
    _check(world)


def _called_back(world: Any) -> None:
    CallBackCheck(_check(world), actor=now(world.drafter)).execute()


def _check_answered(world: Any) -> None:
    check = _check(world)
    act = AmendedAct.objects.get(amendment=world.amendment)
    row = act.instructions.order_by("order").last()
    data = FindingData(CheckFinding.Severity.BLOCKS, SECRET, row, act, "")
    WriteFinding(check, data, actor=now(world.reviewer)).execute()
    ReturnCheck(check, actor=now(world.reviewer, SECRET)).execute()


def _member_added(world: Any) -> None:
    person = make.make_member(world.secretary, world.ngo, "newcomer", MembershipRole.AUTHOR)
    world.people["newcomer"] = person


def _membership_ended(world: Any) -> None:
    membership = Membership.objects.get(user=world.ngo_author)
    EndMembership(membership, actor=now(world.secretary, SECRET)).execute()


NGO = frozenset({"ngo_author", "ngo_focal"})
BOTH = NGO | {"body_author", "body_focal"}
CONCERNED = BOTH | {"chair", "member"}
STEPS: Mapping[str, tuple[Step, frozenset[str]]] = {
    "invited": (_invited, frozenset({"ngo_focal"})),
    "opened": (_opened, NGO),
    "extended": (_extended, BOTH),
    "cancelled": (_cancelled, BOTH),
    "closed_early": (_closed_early, BOTH),
    "reopened": (_reopened, BOTH),
    "late_accepted": (_late_accepted, NGO),
    "late_declined": (_late_declined, frozenset({"ngo_focal"})),
    "sign_off_asked": (_sign_off_asked, frozenset({"ngo_focal"})),
    "returned": (_returned, frozenset({"ngo_author"})),
    "received": (_received, NGO),
    "answered": (_answered, NGO),
    "question_answered": (_question_answered, NGO),
    "passage_changed": (_passage_changed, NGO),
    "released": (_second_draft, CONCERNED),
    "instruction_proposed": (_instruction_proposed, frozenset({"drafter"})),
    "decided": (_signed, CONCERNED),
    "adopted": (_adopted, CONCERNED),
    "silent_reminded": (_silent, frozenset({"ngo_focal", "body_focal"})),
    "late_reminded": (_late_reminded, NGO),
    "unsent_reminded": (_unsent, frozenset({"ngo_author"})),
    "head_reminded": (_heads, frozenset({"ngo_head"})),
    "check_asked": (_check_asked, frozenset({"reviewer"})),
    "check_called_back": (_called_back, frozenset({"reviewer"})),
    "check_answered": (_check_answered, frozenset({"drafter"})),
    "release_asked": (_release_asked, frozenset({"secretary"})),
    "member_added": (_member_added, NGO | {"newcomer"}),
    "membership_ended": (_membership_ended, NGO),
    "late_asked": (_late_asked, frozenset({"secretary"})),
    "provision_touched": (_provision_touched, frozenset({"citizen"})),
    "right_named": (_right_named, frozenset({"citizen"})),
    **letter_steps.STEPS,
}
