"""What the actions on a check share: they hold its amendment, and an answer closes it."""

from typing import TypeVar

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors.of_checks import CheckClosed, NotAReviewer
from amendments.models import LegalCheck
from amendments.queries.way.checking import has_right_to_review, review_obstacle

R = TypeVar("R")


class CheckAction(BaseAction[R]):
    """An action on a check that is under way."""

    instance: LegalCheck

    def lock(self) -> None:
        """Lock the amendment first, as every change of its text does."""
        hold(self.instance.amendment)
        super().lock()

    def refuse_if_closed(self) -> None:
        """Read the check again under the lock: somebody may have answered it or called it back."""
        self.check_again()
        if not self.instance.is_open:
            raise CheckClosed

    def touch(self) -> None:
        """Announce the check."""
        self.touched("amendments.legalcheck", [self.instance.pk])


class ReviewerAction(CheckAction[R]):
    """What the named reviewer does with a check, as long as the reviewer still has the right."""

    def user_has_permission(self) -> bool:
        """The named reviewer."""
        check = self.instance
        return check.reviewer_id == self.user.pk and has_right_to_review(self.user, check.amendment)

    def refuse_if_closed(self) -> None:
        """Ask also whether the reviewer may still answer, for example as a member of the legal service."""
        super().refuse_if_closed()
        if obstacle := review_obstacle(self.user, self.instance.amendment):
            raise NotAReviewer(obstacle)


def answer(check: LegalCheck, result: LegalCheck.Result, actor: Actor) -> None:
    """Close the check; call it inside the transaction of an action."""
    check.result = result
    check.answered_at, check.answered_by, check.answer = actor.at, actor.user, actor.reason
    attribute(check, actor)
    check.save()
