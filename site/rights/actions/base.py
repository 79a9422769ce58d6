"""What the actions of this app share."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.permissions import holds
from rights.errors.of_steps import TakenBackAlready, TakenOutAlready
from rights.models import (
    Assessment,
    ConcordanceRow,
    Evidence,
    FollowUp,
    Judgement,
    ReplyRequest,
    RightsIssue,
    TakenBackReply,
)
from rights.powers import Power

R = TypeVar("R")


def key_for(model: type[models.Model], key: UUID | None) -> UUID | None:
    """The key of a form for a new row: None where another row has it, because its form was sent for something else."""
    return None if key and model._default_manager.filter(created_key=key).exists() else key


def same_places(anchors: Iterable[Any], provisions: Iterable[object]) -> bool:
    """Whether anchors of a row stand on exactly these provisions, given by their keys."""
    return {str(anchor.provision_id) for anchor in anchors} == set(map(str, provisions))


def refuse_other_removal(row: ConcordanceRow | Evidence, actor: Actor) -> None:
    """Raise `TakenOutAlready` unless the same person took the row out with the same reason."""
    removal = row.history.filter(removed_at=row.removed_at).earliest("history_id")
    if (removal.history_user_id, removal.history_change_reason) != (actor.user.pk, actor.reason):
        raise TakenOutAlready(removal.actor_label, removal.history_date)


def refuse_other_words(kept: TakenBackReply, actor: Actor) -> None:
    """Raise `TakenBackAlready` unless the same person took the reply back with the same reason."""
    if (kept.taken_back_by_id, kept.reason) != (actor.user.pk, actor.reason):
        raise TakenBackAlready(str(kept.taken_back_by), kept.taken_back_at)


def is_own(newest: Assessment | FollowUp | Judgement | None, actor: Actor) -> bool:
    """Whether the newest step, an answer or its taking back, is that of the person."""
    return newest is not None and (newest.taken_back_by_id or newest.by_id) == actor.user.pk


class IssueAction(BaseAction[R]):
    """A step on an issue by the office."""

    instance: RightsIssue
    ended: tuple[str, ...] = ()  # the questions that ended with the step

    def log_data(self) -> dict[str, Any]:
        """The questions to institutions that ended with the step."""
        return {"ended_questions": self.ended} if self.ended else {}

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office."""
        return holds(self.user, Power.READ) and holds(self.user, Power.WRITE)

    def save(self, issue: RightsIssue) -> RightsIssue:
        """Save the issue with the actor in its history, and announce it. Where it is closed, its questions end."""
        attribute(issue, self.actor)
        issue.save()
        if issue.is_closed:
            self._take_questions_back(issue)
        self.announce([issue.pk])
        return issue

    def _take_questions_back(self, issue: RightsIssue) -> None:
        """Nobody waits for a reply on a closed issue."""
        waiting = ReplyRequest.objects.filter(issue=issue).waiting().select_for_update(no_key=True)
        keys = list(waiting.values_list("pk", flat=True))
        ReplyRequest.objects.filter(pk__in=keys).update(taken_back_at=self.actor.at, taken_back_by=self.user)
        self.touched(ReplyRequest._meta.label_lower, keys)
        self.ended = tuple(map(str, keys))

    def announce(self, issues: Iterable[object]) -> None:
        """Announce that issues changed."""
        self.touched(RightsIssue._meta.label_lower, list(issues))
