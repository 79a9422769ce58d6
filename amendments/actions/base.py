"""The base of every action: an actor, a permission check, one transaction, a log entry and an announcement."""

from collections.abc import Collection
from typing import Any, ClassVar, Generic, TypeVar

from django.db import models, transaction
from django.utils.translation import gettext as _
from wagtail.actions.base import BaseAction as WagtailAction
from wagtail.log_actions import log

from amendments.audit.actor import Actor
from amendments.errors import NoActor, NotAllowed
from amendments.record.linking import recording
from amendments.signals import announce
from amendments.text.visible_text import refuse_hidden

R = TypeVar("R")


class BaseAction(WagtailAction, Generic[R]):
    """One change made by a person.

    A subclass says who may (`user_has_permission`) and what happens (`perform`); it names what it changed in
    `changed`. Tasks start with `transaction.on_commit` inside `perform`; mails are rows of the transaction.
    """

    action_name: ClassVar[str]
    permission_error_class = NotAllowed

    def __init__(self, instance: models.Model, *, actor: Actor) -> None:
        if actor is None or actor.user is None or actor.user.pk is None:
            raise NoActor
        super().__init__(instance, user=actor.user)
        self.actor = actor
        self._changed: dict[str, list[object]] = {}

    def user_has_permission(self) -> bool:
        """Whether the actor may do this to the instance."""
        raise NotImplementedError

    def perform(self) -> R:
        """Make the change; runs inside the transaction."""
        raise NotImplementedError

    def settle(self) -> None:
        """Bring up to date what follows from the change; runs after it, in the same transaction."""

    def done(self) -> R | None:
        """The result of the same step if it was taken before, so that a second click changes nothing; else None."""
        return None

    def log_data(self) -> dict[str, Any]:
        """What the log keeps beside actor, moment and reason."""
        return {}

    def check(self, skip_permission_checks: bool = False) -> None:
        """Raise `NotAllowed` unless the actor may do this; nobody skips it."""
        if not self.user.is_active or not self.user_has_permission():
            raise NotAllowed(_("Your role does not include this step."))

    def execute(self, skip_permission_checks: bool = False) -> R:
        """Check, then change, log and announce in one transaction. If the step is done already, only its result is returned."""
        refuse_hidden(vars(self))  # first: PostgreSQL refuses a null character in the queries of the check
        self.check()
        with transaction.atomic():
            self.lock()
            standing = self.done()
            if standing is not None:
                return standing
            with recording():
                result = self.perform()
                self.settle()
                self.write_log(result)
                for kind, ids in self._changed.items():
                    announce(kind, ids, self.actor, self.action_name)
        return result

    def lock(self) -> None:
        """Lock the instance until the end of the transaction, so that two editors change it one after the other.

        Where it is new, lock the person: of two clicks, the second one finds what the first one made.
        """
        hold(self.user if self.instance._state.adding else self.instance)

    def check_again(self) -> None:
        """Check on the instance as it is stored, under the lock.

        For powers of a committee: until the lock was held, the amendment may have been referred to another one.
        """
        self.instance.refresh_from_db()
        self.check()

    def touched(self, kind: str, ids: Collection[object]) -> None:
        """Announce these rows at the end of the transaction."""
        self._changed.setdefault(kind, []).extend(ids)

    def subject(self, result: R) -> models.Model:
        """What the log names: the result, where it is a row."""
        return result if isinstance(result, models.Model) and result.pk else self.instance

    def write_log(self, result: R) -> None:
        """Who did what and why, at the actor's moment."""
        data = {"acting_for": self.actor.acting_for, "reason": self.actor.reason, **self.log_data()}
        log(
            instance=self.subject(result),
            action=self.action_name,
            user=self.user,
            data=data,
            timestamp=self.actor.at,
        )


def hold(row: models.Model) -> None:
    """Lock the row until the end of the transaction. Others may still add rows that refer to it."""
    row._meta.model._base_manager.select_for_update(no_key=True).filter(pk=row.pk).first()
