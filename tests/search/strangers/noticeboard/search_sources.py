"""All that a stranger's app needs to be found: no line of `search` or of the site is touched."""

from collections.abc import Collection, Iterator
from typing import Any

from django.dispatch import Signal

from search.sources import Entry, Text, refresh, register

changed = Signal()  # a stranger's own, sent inside its transactions
NOTICES: dict[str, str] = {}


class Notices:
    """Notices on a board, for everybody."""

    name = "notice"
    label = "Notices"
    statuses: dict[str, str] = {}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """Every notice is one entry."""
        for key, words in NOTICES.items():
            if ids is None or key in ids:
                yield Entry(
                    id=key, url=f"/board/{key}/", texts=(Text("en", words),), audience=frozenset({"public"})
                )

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """All that still hang."""
        return set(ids) & NOTICES.keys()


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """Index again what the app says has changed."""
    if kind == "noticeboard.notice":
        refresh("notice", ids)


register(Notices())
changed.connect(follow)
