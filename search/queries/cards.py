"""Hits as they are shown: loaded again with the reader's rights, with the words of the query marked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language

from search.backends.question import Hit, Question
from search.models import AudienceToken, ConfidentialContent, Content, PublicContent
from search.query.document import Written
from search.query.highlight import Highlighter, Passage
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
    highlighter = Highlighter(question.plan)
    return tuple(_card(hit, rows[hit], highlighter) for hit in wanted if hit in allowed)


def load(hits: Iterable[Hit], tokens: list[str]) -> dict[Hit, Content]:
    """What hits show; nothing outside the reader's audiences is loaded."""
    wanted = set(hits)
    found = _contents(PublicContent.objects.all(), wanted)
    missing = wanted - found.keys()
    if missing and tokens:
        readable = AudienceToken.objects.filter(entry=OuterRef("entry"), token__in=tokens)
        found |= _contents(ConfidentialContent.objects.filter(Exists(readable)), missing)
    return found


def _contents(rows: QuerySet[Any], wanted: set[Hit]) -> dict[Hit, Content]:
    """In one query: what has the source of one hit and the key of another is thrown away."""
    sources, keys = {hit.source for hit in wanted}, {hit.id for hit in wanted}
    chosen = rows.filter(entry__source__in=sources, entry__key__in=keys)
    named = chosen.annotate(source=F("entry__source"), key=F("entry__key"))
    return {hit: row for row in named if (hit := Hit(row.source, row.key)) in wanted}


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


def _card(hit: Hit, content: Content, highlighter: Highlighter) -> Card:
    shown = [(text, *_passages(text, highlighter)) for text in content.written]
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


def _passages(text: Written, highlighter: Highlighter) -> tuple[Passage, Passage]:
    return (
        highlighter.passage(text.heading, text.language, _HEADING_LENGTH),
        highlighter.passage(text.body, text.language, _BODY_LENGTH),
    )
