"""A drafter cancels the import of a long act."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _, override

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.long_work import progress
from amendments.models import ActImport, Section
from amendments.permissions import may_draft_in


class CancelImport(BaseAction[ActImport]):
    """The drafters of a body stop an import; nothing of the act is saved. What is imported already stays."""

    action_name = "amendments.cancel_import"

    def __init__(self, asked: ActImport, *, actor: Actor) -> None:
        super().__init__(asked.section, actor=actor)
        self.asked = asked

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft_in(self.user, self.instance)

    def execute(self, skip_permission_checks: bool = False) -> ActImport:
        """Tell the worker first: it holds the section while it saves, and on SQLite nobody else can write."""
        self.check()
        if self._standing().is_active:
            progress.stop(str(self.asked.pk))
        return super().execute()

    def done(self) -> ActImport | None:
        """The import, if it was cancelled, failed or was saved before."""
        standing = self._standing()
        return None if standing.is_active else standing

    def perform(self) -> ActImport:
        """Close the request; its text stays, so that it can be corrected or started again."""
        with override(self.asked.spoken):
            said = _("It was cancelled by %(person)s.") % {"person": self.user}
        ActImport.objects.filter(pk=self.asked.pk).update(
            state=ActImport.State.FAILED, error=said, moved_at=timezone.now()
        )
        return self._standing()

    def subject(self, result: ActImport) -> Section:
        """The log names the section, as for the request."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which act."""
        return {"title": self.asked.given["title"], "number": self.asked.given["number"]}

    def _standing(self) -> ActImport:
        return ActImport.objects.defer("text").get(pk=self.asked.pk)
