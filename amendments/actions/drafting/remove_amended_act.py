"""Takes an act out of an amendment again."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.actions.checking.closed_text import refuse_under_check
from amendments.audit.actor import Actor
from amendments.errors import ActInUse, ActsNeeded
from amendments.models import AmendedAct, Amendment
from amendments.permissions import may_draft
from amendments.queries.law.acts import removable_acts


class RemoveAmendedAct(BaseAction[Amendment]):
    """An act can be taken out until an instruction was written on it or a draft was sealed with it."""

    action_name = "amendments.remove_amended_act"
    instance: Amendment

    def __init__(self, act: AmendedAct, *, actor: Actor) -> None:
        super().__init__(act.amendment, actor=actor)
        self.act = act

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def done(self) -> Amendment | None:
        """Whether the act is taken out already."""
        return None if AmendedAct.objects.filter(pk=self.act.pk).exists() else self.instance

    def perform(self) -> Amendment:
        """Delete the row: nothing refers to it."""
        refuse_under_check(self.instance)
        if not removable_acts(self.instance).filter(pk=self.act.pk).exists():
            raise ActInUse
        if self.instance.amended_acts.count() == 1:
            raise ActsNeeded
        AmendedAct.objects.filter(pk=self.act.pk).delete()
        self.touched("amendments.amendment", [self.instance.pk])
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which act."""
        return {"act": str(self.act.instrument)}
