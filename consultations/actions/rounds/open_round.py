"""Opens a round on a sealed draft."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.models import Draft
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.actions.rounds.write_questions import ask
from consultations.errors import AudienceTooWide, BadPeriod, NoRoundNow, OpensTooEarly
from consultations.errors.of_invitations import CannotReadDraft
from consultations.models import Consultation, Institution, Invitation, Round, RoundNotice
from consultations.queries.rounds.round_audiences import open_audiences, shut_out
from consultations.queries.rounds.round_states import obstacle_of_state
from consultations.rules.periods import days_between
from consultations.times.public_holidays import holidays_between
from consultations.values import DayKind, RoundAudience, RoundForm, RoundStep

LONGEST_TITLE = 255  # of a page


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """What the secretary decides about a round."""

    opens: datetime
    closes: datetime
    audience: RoundAudience = RoundAudience.INVITED
    form: RoundForm = RoundForm.WRITTEN
    day_kind: DayKind = DayKind.CALENDAR
    invited: tuple[Institution, ...] = ()
    questions: tuple[str, ...] = ()
    hearing_at: datetime | None = None
    hearing_place: str = ""


class OpenRound(BaseAction[Round]):
    """The secretary opens a round. The first round creates the consultation page of the amendment.

    If the same round on the same draft is opened twice, the second call returns the first round.
    """

    action_name = "consultations.open_round"
    instance: Draft

    def __init__(self, draft: Draft, plan: RoundPlan, *, actor: Actor) -> None:
        super().__init__(draft, actor=actor)
        self.plan = plan

    def user_has_permission(self) -> bool:
        """The secretariat, on a draft that it may read."""
        may_open = holds_on(self.user, Power.OPEN_ROUND, self.instance.from_amendment)
        return may_open and Draft.objects.visible_to(self.user).contains(self.instance)

    def lock(self) -> None:
        """Lock the amendment, because its rounds share their page."""
        hold(self.instance.amendment)

    def done(self) -> Round | None:
        """The same round, unless it was closed or cancelled."""
        plan = self.plan
        return Round.objects.filter(
            draft=self.instance,
            form=plan.form,
            audience=plan.audience,
            opens=plan.opens,
            closes=plan.closes,
            closed_at=None,
            cancelled_at=None,
        ).first()

    def perform(self) -> Round:
        """Create the round, its announcement and its invitations."""
        self.check_again()
        plan = self.plan
        if obstacle := obstacle_of_state(self.instance.amendment):
            raise NoRoundNow(obstacle)
        if plan.audience not in open_audiences(self.instance):
            raise AudienceTooWide
        if localdate(plan.opens) < localdate(self.actor.at):
            raise OpensTooEarly
        if plan.closes <= plan.opens or plan.closes < self.actor.at:
            raise BadPeriod
        consultation = self._consultation()
        round_ = Round(
            consultation=consultation,
            draft=self.instance,
            form=plan.form,
            audience=plan.audience,
            opens=plan.opens,
            closes=plan.closes,
            days=days_of(plan.opens, plan.closes, plan.day_kind),
            day_kind=plan.day_kind,
            hearing_at=plan.hearing_at,
            hearing_place=plan.hearing_place,
        )
        attribute(round_, self.actor)
        round_.save()
        ask(round_, plan.questions, self.actor)
        RoundNotice.objects.create(
            round=round_,
            step=RoundStep.OPENED,
            at=self.actor.at,
            by=self.actor.user,
            reason=self.actor.reason,
            closes_after=plan.closes,
        )
        invite(round_, plan.invited, self.actor)
        self.touched("consultations.round", [round_.pk])
        return round_

    def _consultation(self) -> Consultation:
        amendment = self.instance.amendment
        standing = Consultation.objects.child_of(amendment).first()
        if standing is not None:
            return standing
        page = Consultation(
            title=(_("Consultation: %(title)s") % {"title": amendment.title})[:LONGEST_TITLE],
            slug="consultation",
            owner=self.user,
            first_published_at=self.actor.at,
            last_published_at=self.actor.at,
        )
        amendment.add_child(instance=page)
        return page


def days_of(opens: datetime, closes: datetime, kind: DayKind | str) -> int:
    """The number of days of a round, as it is announced."""
    first, last = localdate(opens), localdate(closes)
    holidays = holidays_between(first, last) if kind == DayKind.WORKING else None
    return days_between(first, last, holidays)


def invite(round_: Round, institutions: Iterable[Institution], actor: Actor) -> list[Invitation]:
    """Invite those who are not invited yet. All of them must be able to read the draft."""
    standing = set(round_.invitations.values_list("institution_id", flat=True))
    further = [institution for institution in institutions if institution.pk not in standing]
    if further and (unable := shut_out(round_.draft, further, actor.at)):
        raise CannotReadDraft(unable)
    return Invitation.objects.bulk_create(
        [
            Invitation(round=round_, institution=institution, at=actor.at, by=actor.user)
            for institution in further
        ]
    )
