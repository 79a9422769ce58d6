"""The worker imports what a drafter asked for."""

from django.utils import timezone

from amendments.actions.importing.import_act import ImportAct
from amendments.actions.importing.particulars import Particulars
from amendments.audit.actor import Actor
from amendments.models import ActImport, Version
from amendments.provisions.scheme import Parsed


class CarryOutImport(ImportAct):
    """Imports an act for the person who requested it, with the rights that the person has now, and closes the request."""

    def __init__(self, asked: ActImport, parsed: Parsed) -> None:
        super().__init__(
            asked.section,
            parsed,
            Particulars.of(asked.given),
            actor=Actor.now(asked.asked_by),
            confirmed=asked.confirmed,
        )
        self.asked = asked

    def done(self) -> Version | None:
        """The version that another worker imported in the meantime, if any."""
        return ActImport.objects.get(pk=self.asked.pk).version

    def perform(self) -> Version:
        """Import the act and close the request in one transaction."""
        version = super().perform()
        ActImport.objects.filter(pk=self.asked.pk).update(
            state=ActImport.State.DONE, version=version, text="", error="", moved_at=timezone.now()
        )
        return version
