"""Discards an act that was imported by mistake and that nobody outside its body has read."""

from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.errors import NotDiscardable, ReasonNeeded
from amendments.models import AmendedAct, Instrument, Release
from amendments.permissions import may_draft_in


class DiscardAct(BaseAction[Instrument]):
    """The drafters of the body take an act out of the library before anybody else reads it.

    Its sealed text stays in the record, but no page, list or search shows it, and its number is free for a new import.
    """

    action_name = "amendments.discard_act"
    instance: Instrument

    def user_has_permission(self) -> bool:
        """Drafters of the responsible body."""
        return may_draft_in(self.user, self.instance.drafting_body)

    def done(self) -> Instrument | None:
        """The act, if it is discarded already."""
        return Instrument.objects.filter(pk=self.instance.pk).exclude(discarded_at=None).first()

    def perform(self) -> Instrument:
        """Mark the act as discarded, with the reason of the actor."""
        act = self.instance
        if Release.objects.filter(version__instrument=act).exists():
            raise NotDiscardable(_("The act was released to readers. It stays in the library."))
        if AmendedAct.objects.filter(instrument=act).exists():
            raise NotDiscardable(_("An amendment changes this act. It stays in the library."))
        if not self.actor.reason.strip():
            raise ReasonNeeded
        act.discarded_at, act.discarded_by = self.actor.at, self.user
        act.discard_reason = self.actor.reason.strip()
        act.save(update_fields=["discarded_at", "discarded_by", "discard_reason"])
        self.touched("amendments.version", list(act.versions.values_list("pk", flat=True)))
        return act
