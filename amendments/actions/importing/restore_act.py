"""Puts a discarded act back into the library."""

from amendments.actions.base import BaseAction
from amendments.actions.importing.particulars import Particulars, refuse_known
from amendments.models import Instrument
from amendments.permissions import may_draft_in


class RestoreAct(BaseAction[Instrument]):
    """The drafters of the body undo a discard, as long as no other act bears the number by now."""

    action_name = "amendments.restore_act"
    instance: Instrument

    def user_has_permission(self) -> bool:
        """Drafters of the responsible body."""
        return may_draft_in(self.user, self.instance.drafting_body)

    def done(self) -> Instrument | None:
        """The act, if it is in the library already."""
        return Instrument.objects.filter(pk=self.instance.pk, discarded_at=None).first()

    def perform(self) -> Instrument:
        """Take the mark away."""
        act = self.instance
        given = Particulars(act.title, act.number, act.language, act.country, act.type, act.date)
        refuse_known(given, self.user)
        act.discarded_at, act.discarded_by, act.discard_reason = None, None, ""
        act.save(update_fields=["discarded_at", "discarded_by", "discard_reason"])
        self.touched("amendments.version", list(act.versions.values_list("pk", flat=True)))
        return act
