"""A feed of what happened (Atom, RFC 4287)."""

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from consultations.letters.wording import absolute
from consultations.queries.rounds.calendars import Entry

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # feed readers refuse these
_BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)  # an empty feed must have a moment too


class _News(Atom1Feed):
    """Changed when its newest entry was."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_BEFORE_ALL)


def feed_of(title: str, address: str, entries: Iterable[Entry]) -> str:
    """The feed. An entry keeps its identity, which names no row and counts nothing."""
    feed = _News(
        title=title,
        link=absolute("/"),
        description=None,
        language=get_language(),
        author_name=settings.WAGTAIL_SITE_NAME,
        feed_url=address,
        feed_guid=address,
    )
    for entry in entries:
        digest = hashlib.sha256(f"{address}#{entry.key}".encode()).hexdigest()[:32]
        feed.add_item(
            title=_NOT_XML.sub("", entry.title),
            link=entry.url,
            description="",
            updateddate=entry.at,
            unique_id=f"urn:sha256:{digest}",
        )
    return str(feed.writeString("utf-8"))
