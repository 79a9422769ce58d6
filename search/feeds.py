"""The feed of a saved search."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from search.mails import absolute
from search.models.saved import SavedSearch
from search.queries.cards import Card

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # feed readers refuse these


class _InItsLanguage(Atom1Feed):
    """Each entry names the language of its text, and an empty feed changed when its search was saved."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=self.feed["saved_at"])


def feed_of(saved: SavedSearch, address: str, dated: Iterable[tuple[datetime, Card]]) -> Atom1Feed:
    """What a search found, each with the moment that is told of it (Atom, RFC 4287)."""
    feed = _InItsLanguage(
        title=_clean(saved.name),
        link=absolute(f"{reverse('search:search')}?{saved.address}"),
        description=None,
        language=saved.language,
        author_name=settings.WAGTAIL_SITE_NAME,
        author_link=absolute("/"),
        feed_url=address,
        feed_guid=address,
        saved_at=saved.saved_at,
    )
    for moment, card in dated:
        feed.add_item(
            title=_clean(card.title),
            link=absolute(card.content.url),
            description=str(escape(_clean(_summary(card)))),
            updateddate=moment,
            unique_id=f"{address}#{card.like}",
            categories=[str(card.source.label)],
            language=card.language or saved.language,
        )
    return feed


def _summary(card: Card) -> str:
    """Where it stands; of what everybody may read the found words instead."""
    words = "" if card.is_confidential else "".join(piece.text for piece in card.body.pieces)
    return words or card.content.context


def _clean(words: str) -> str:
    return _NOT_XML.sub("", words)
