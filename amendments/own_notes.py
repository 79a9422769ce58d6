"""What explanatory notes keep of a person (`register_personal_data`)."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amendments.models import Draft, NoteAnswer, NoteFile

_OF_FILE = ("name", "size", "sha256")


class OwnNotes:
    """What the person wrote in explanatory notes, and attached to them."""

    slug = "notes"
    label = _("Explanatory notes that you wrote, and files that you attached to them")
    kept = _("A note goes with its draft and is kept for good, with the history of its words.")

    def count(self, user: Any) -> int:
        return self._words(user).count() + self._files(user).count()

    def rows(self, user: Any) -> Iterator[dict[str, Any]]:
        """The words as they were saved each time, then the files without their contents."""
        yield from (
            self._words(user).order_by("history_date", "history_id").values("history_date", "item", "words")
        )
        yield from self._files(user).order_by("added_at", "pk").values("added_at", "item", *_OF_FILE)

    def _words(self, user: Any) -> QuerySet[Any]:
        rows: QuerySet[Any] = NoteAnswer.history.filter(history_user=user)
        return rows.filter(draft__in=Draft.objects.visible_to(user).values("pk")).exclude(history_type="-")

    def _files(self, user: Any) -> QuerySet[NoteFile]:
        drafts = Draft.objects.visible_to(user).values("pk")
        return NoteFile.objects.filter(added_by=user, draft__in=drafts)
