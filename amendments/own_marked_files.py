"""What marked files keep of a person (`register_personal_data`)."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from amendments.models import MarkedFile


class OwnMarkedFiles:
    """The files with marked changes that the person uploaded."""

    slug = "marked_files"
    label = _("Files with marked changes that you uploaded")
    kept = _("Each with its draft, as long as the draft is kept. The file itself is not kept.")

    def count(self, user: Any) -> int:
        return self._files(user).count()

    def rows(self, user: Any) -> Iterator[Mapping[str, Any]]:
        """The name of each file, when it was uploaded and whether its marks were taken in."""
        yield from self._files(user).order_by("read_at", "pk").values("read_at", "name", "state", "moved_at")

    def _files(self, user: Any) -> QuerySet[MarkedFile]:
        return MarkedFile.objects.filter(read_by=user)
