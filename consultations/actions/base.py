"""What the actions of this app share: the check of part and phase, the lock and the history."""

from datetime import date
from typing import ClassVar, TypeVar

from django.db import IntegrityError, models, transaction

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from consultations.access.permissions import holds_part_for, parts_of, phase_for
from consultations.errors import (
    ConsultationsError,
    EndsBeforeStart,
    EndsEarlierAlready,
    ReasonNeeded,
    RoundNotOpen,
)
from consultations.errors.of_states import (
    NotSentYet,
    Replaced,
    SentAlready,
    StepNotPossible,
    WithdrawnAlready,
)
from consultations.models import Comment, Committee, Institution, Membership, Office, Round, Seat, Submission
from consultations.rules.phases import Feature, allows
from consultations.values import SubmissionState

_GONE: dict[str, type[StepNotPossible]] = {  # comments and submissions use the same words for these states
    SubmissionState.WITHDRAWN: WithdrawnAlready,
    SubmissionState.SUPERSEDED: Replaced,
}

R = TypeVar("R")
M = TypeVar("M", bound=models.Model)
Ending = TypeVar("Ending", Membership, Office, Seat)


class ConsultationAction(BaseAction[R]):
    """A step in a round. `feature` names it in the table of phases.

    A person without a part that has the feature in any phase gets `NotAllowed`. In the wrong phase the person gets
    `RoundNotOpen`.
    """

    feature: ClassVar[Feature]

    @property
    def round(self) -> Round:
        raise NotImplementedError

    @property
    def institution(self) -> Institution | None:
        """The institution for which the person acts; None if for no institution."""
        return None

    def user_has_permission(self) -> bool:
        """Whether the person has a part that allows the feature in some phase."""
        return holds_part_for(self.user, self.feature, self.round, self.institution, self.actor.at)

    def require_phase(self) -> None:
        """Refuse in any other phase. Called inside the transaction, after the times were read again."""
        self.round.refresh_from_db(fields=["opens", "closes", "closed_at", "cancelled_at"])
        phase = phase_for(self.round, self.institution, self.user, self.actor.at)
        parts = parts_of(self.user, self.feature, self.round, self.institution, self.actor.at)
        if not allows(phase, self.feature, parts):
            raise RoundNotOpen

    def save(self, instance: M) -> M:
        """Save a row with the actor in its history."""
        attribute(instance, self.actor)
        instance.save()
        return instance


class RoundAction(ConsultationAction[R]):
    """A step on the round itself."""

    instance: Round

    @property
    def round(self) -> Round:
        """The instance."""
        return self.instance


class SubmissionAction(ConsultationAction[R]):
    """A step on a submission by its own institution."""

    instance: Submission

    @property
    def round(self) -> Round:
        """The round of the submission."""
        return self.instance.round

    @property
    def institution(self) -> Institution | None:
        return self.instance.institution

    def user_has_permission(self) -> bool:
        """Only the person of an individual submission may change it."""
        if self.instance.institution_id is None and self.instance.person_id != self.user.pk:
            return False
        return super().user_has_permission()

    def standing(self, state: SubmissionState) -> Submission | None:
        """The submission as it is stored, if it is in this state."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.state == state else None

    def save_submission(self) -> Submission:
        """Save and announce the submission and its comments."""
        self.save(self.instance)
        self.announce()
        return self.instance

    def announce(self) -> None:
        """Announce the submission and its comments."""
        self.touched("consultations.submission", [self.instance.pk])
        self.touched("consultations.comment", list(self.instance.comments.values_list("pk", flat=True)))


class CommentAction(ConsultationAction[R]):
    """A step on a comment that the person may read."""

    instance: Comment

    @property
    def round(self) -> Round:
        """The round of the comment."""
        return self.instance.submission.round

    def lock(self) -> None:
        """Lock the submission first, so that no comment changes while the submission is signed off or sent."""
        Submission.objects.select_for_update().filter(pk=self.instance.submission_id).first()
        super().lock()

    def user_has_permission(self) -> bool:
        """Whether the person has the part and may read the comment."""
        return super().user_has_permission() and Comment.objects.visible_to(self.user).contains(self.instance)


def refuse_received(submission: Submission) -> None:
    """Refuse a step on a submission that was sent, with what became of it."""
    if submission.is_received:
        raise _GONE.get(submission.state, SentAlready)


def refuse_unless_sent(row: Comment | Submission) -> None:
    """Refuse a step that needs something that was sent and stands; says what it is instead."""
    if row.state != SubmissionState.SUBMITTED:
        raise _GONE.get(row.state, NotSentYet)


def required(actor: Actor) -> str:
    """The reason of the actor. Raises `ReasonNeeded` if there is none."""
    if not actor.reason.strip():
        raise ReasonNeeded
    return actor.reason


def ended_on(row: Ending, last_day: date) -> Ending | None:
    """The row as it is stored, if it ends on that day already."""
    row.refresh_from_db(fields=["end"])
    return row if row.end == last_day else None


def end_on(
    row: Membership | Office | Seat, last_day: date, actor: Actor, *, first: date | None = None
) -> None:
    """Write the last day. It is not before the first one possible, and not after one that is written already.

    Otherwise people who may end an office or a membership could take up their own again after it ended.
    """
    row.refresh_from_db(fields=["end"])
    if last_day < (first or row.start):
        raise EndsBeforeStart
    if row.end is not None and last_day > row.end:
        raise EndsEarlierAlready
    row.end = last_day
    attribute(row, actor)
    row.save()


def in_committee(committee: Committee) -> models.Q:
    """Rows of a committee. One that is being founded is found by its names, because it may have been founded a click before."""
    if committee._state.adding:
        return models.Q(committee__slug=committee.slug, committee__name=committee.name)
    return models.Q(committee=committee)


def save_unless_taken(row: Institution | Committee, refusal: type[ConsultationsError]) -> None:
    """Save a row with a unique name. If two people save the same name at once, the second gets the refusal."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        if type(row)._default_manager.exclude(pk=row.pk).filter(slug=row.slug).exists():
            raise refusal from None
        raise
