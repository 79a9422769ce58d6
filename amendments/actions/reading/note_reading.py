"""Notes which draft of an amendment a person has read."""

from typing import Any

from django.db import transaction

from amendments.models import Draft, ReadDraft


class NoteReading:
    """A person opens a draft. Only the person's own row is written; nobody else reads it, so no log is kept."""

    def __init__(self, draft: Draft, user: Any) -> None:
        self.draft = draft
        self.user = user

    def execute(self) -> None:
        """Keep the newest draft; nothing is written for one that was read before, or that the person may not read."""
        key = {"user": self.user, "amendment_id": self.draft.amendment_id}
        known = ReadDraft.objects.filter(**key).values_list("number", flat=True).first()
        if known is not None and known >= self.draft.number:
            return
        if not Draft.objects.visible_to(self.user).contains(self.draft):
            return
        with transaction.atomic():
            ReadDraft.objects.update_or_create(**key, defaults={"number": self.draft.number})
