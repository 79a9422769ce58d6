"""Takes a further act into an amendment."""

from typing import Any

from django.db.models import Max

from amendments.actions.base import BaseAction
from amendments.actions.checking.closed_text import refuse_under_check
from amendments.actions.drafting.open_amendment import may_amend
from amendments.audit.actor import Actor
from amendments.errors import ActAmendedAlready, AlreadyAdopted
from amendments.models import AmendedAct, Amendment, Version
from amendments.permissions import may_draft


class AddAmendedAct(BaseAction[AmendedAct]):
    """The drafters amend one more act, on a consolidated text that they may read; it comes after the others."""

    action_name = "amendments.add_amended_act"
    instance: Amendment

    def __init__(self, amendment: Amendment, base: Version, *, actor: Actor) -> None:
        super().__init__(amendment, actor=actor)
        self.base = base

    def user_has_permission(self) -> bool:
        """Drafters of the section, on a text that they may read."""
        return may_draft(self.user, self.instance) and may_amend(self.user, self.base)

    def done(self) -> AmendedAct | None:
        """Whether the act is amended on this text already."""
        return self.instance.amended_acts.filter(base_version=self.base).first()

    def perform(self) -> AmendedAct:
        """Put it behind the others."""
        amendment = self.instance
        if amendment.amended_acts.filter(instrument=self.base.instrument_id).exists():
            raise ActAmendedAlready
        if Version.objects.filter(text_of__draft__amendment=amendment).exists():
            raise AlreadyAdopted
        refuse_under_check(amendment)
        last = amendment.amended_acts.aggregate(last=Max("order"))["last"] or 0
        act = AmendedAct.objects.create(
            amendment=amendment, instrument=self.base.instrument, base_version=self.base, order=last + 1
        )
        self.touched("amendments.amendment", [amendment.pk])
        return act

    def subject(self, result: AmendedAct) -> Amendment:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which act."""
        return {"act": str(self.base.instrument)}
