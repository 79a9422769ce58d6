"""Hits as they are shown: loaded again with the reader's rights, with the words of the query marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language

from search.backends.question import Hit, Question
from search.models import AudienceToken, ConfidentialContent, Content, PublicContent
from search.query.document import Written
from search.query.highlight import Passage, passage
from search.query.plan import Plan
from search.sources import SearchSource, sources

_HEADING_LENGTH = 200
_BODY_LENGTH = 280


@dataclass(frozen=True, slots=True)
class Card:
    """A hit as it is shown, in the language that answers best."""

    hit: Hit
    content: Content
    source: SearchSource
    language: str
    heading: Passage
    body: Passage
    is_confidential: bool  # the reader sees what not everybody may

    @property
    def title(self) -> str:
        """What the hit is called."""
        return "".join(piece.text for piece in self.heading.pieces) or f"{self.source.label} {self.hit.id}"

    @property
    def like(self) -> str:
        """How an address names it, to ask for more like it."""
        return f"{self.hit.source}:{self.hit.id}"

    @property
    def status(self) -> str | Promise:
        """The status in words."""
        return self.source.statuses.get(self.content.status, "")


def cards_of(hits: Iterable[Hit], question: Question, user: Any) -> tuple[Card, ...]:
    """The hits that the user may read at this moment, in their order."""
    wanted = list(hits)
    rows = load(wanted, question.private_tokens)
    allowed = still_visible(rows, user)
    return tuple(_card(hit, rows[hit], question.plan) for hit in wanted if hit in allowed)


def load(hits: Iterable[Hit], tokens: list[str]) -> dict[Hit, Content]:
    """What hits show; nothing outside the reader's audiences is loaded."""
    found: dict[Hit, Content] = {}
    for source, keys in _by_source(hits).items():
        found |= _contents(PublicContent.objects.all(), source, keys)
        missing = [key for key in keys if Hit(source, key) not in found]
        if missing and tokens:
            readable = AudienceToken.objects.filter(token__in=tokens).values("entry")
            found |= _contents(ConfidentialContent.objects.filter(entry__in=readable), source, missing)
    return found


def _contents(rows: QuerySet[Any], source: str, keys: list[str]) -> dict[Hit, Content]:
    chosen = rows.filter(entry__source=source, entry__key__in=keys).annotate(key=F("entry__key"))
    return {Hit(source, row.key): row for row in chosen}


def still_visible(hits: Iterable[Hit], user: Any) -> set[Hit]:
    """The hits that their apps let the user read at this moment."""
    known = sources()
    return {
        Hit(source, key)
        for source, keys in _by_source(hits).items()
        if source in known
        for key in known[source].visible_to(user, keys)
    }


def _by_source(hits: Iterable[Hit]) -> dict[str, list[str]]:
    keys: dict[str, list[str]] = {}
    for hit in hits:
        keys.setdefault(hit.source, []).append(hit.id)
    return keys


def _card(hit: Hit, content: Content, plan: Plan) -> Card:
    shown = [(text, *_passages(text, plan)) for text in content.written]
    spoken = (get_language() or "")[:2]
    text, heading, body = max(
        shown, key=lambda one: (one[1].weight + one[2].weight, one[0].language == spoken)
    )
    return Card(
        hit,
        content,
        sources()[hit.source],
        text.language,
        heading,
        body,
        is_confidential=isinstance(content, ConfidentialContent),
    )


def _passages(text: Written, plan: Plan) -> tuple[Passage, Passage]:
    return (
        passage(text.heading, text.language, plan, _HEADING_LENGTH),
        passage(text.body, text.language, plan, _BODY_LENGTH),
    )
