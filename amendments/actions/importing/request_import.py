"""A drafter asks for the import of a long act, which the worker carries out."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils.translation import get_language

from amendments.actions.base import BaseAction
from amendments.actions.importing.particulars import Particulars, refuse_known
from amendments.audit.actor import Actor
from amendments.long_work import progress
from amendments.models import ActImport, Section
from amendments.permissions import may_draft_in
from amendments.queries.files.imports import standing_of
from amendments.worker.tasks import import_act


class RequestImport(BaseAction[ActImport]):
    """The drafters of a body request an import. The same import is requested again only after it failed or was cut off."""

    action_name = "amendments.request_import"

    def __init__(
        self,
        section: Section,
        text: str,
        particulars: Particulars,
        *,
        actor: Actor,
        confirmed: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(section, actor=actor)
        self.text = text
        self.particulars = particulars
        self.confirmed = dict(confirmed or {})
        self.digest = sha256(f"{particulars}\0{text}".encode()).hexdigest()

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft_in(self.user, self.instance)

    def execute(self, skip_permission_checks: bool = False) -> ActImport:
        """Answer a second click at once, also on SQLite, where only the worker can write while it imports."""
        self.check()
        return self.done() or super().execute()

    def done(self) -> ActImport | None:
        """The import that the first click requested, unless it failed or was cut off."""
        standing = ActImport.objects.filter(section=self.instance, digest=self.digest).first()
        if standing is None or standing.state == ActImport.State.FAILED:
            return None
        return None if standing_of(standing, self.actor.at).is_silent else standing

    def perform(self) -> ActImport:
        """Store the request; the worker picks it up after the commit."""
        refuse_known(self.particulars, self.user)
        wish = {
            "asked_by": self.user,
            "asked_at": self.actor.at,
            "spoken": get_language() or "en",
            "given": self.particulars.kept(),
            "confirmed": self.confirmed,
            "text": self.text,
            "state": ActImport.State.WAITING,
            "moved_at": self.actor.at,
            "error": "",
        }
        asked, _ = ActImport.objects.update_or_create(
            section=self.instance, digest=self.digest, defaults=wish
        )
        progress.allow(str(asked.pk))
        transaction.on_commit(lambda: import_act.enqueue(str(asked.pk)))
        return asked

    def subject(self, result: ActImport) -> Section:
        """The log names the section, because the site history must not show the title of an act to others."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which act."""
        return {"title": self.particulars.title, "number": self.particulars.number}
