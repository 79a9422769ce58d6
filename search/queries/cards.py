"""Hits as they are shown. They are loaded again with the reader's rights, and the words of the query are marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext as _

from search.backends.question import Hit, Question
from search.queries.contents import Shown, load
from search.query.document import Written
from search.query.highlight import Highlighter, Passage
from search.sources import SearchSource, sources

_ONE_DAY = timedelta(days=1)
_HEADING_LENGTH = 200
_BODY_LENGTH = 280


@dataclass(frozen=True, slots=True)
class Card:
    """A hit as it is shown, in the language that answers best."""

    hit: Hit
    content: Shown
    source: SearchSource
    text: Written
    heading: Passage
    body: Passage

    @property
    def language(self) -> str:
        """The language in which it is shown."""
        return self.text.language

    @property
    def is_translation(self) -> bool:
        """Whether it is shown in a translation."""
        return self.text.is_translation

    @property
    def title(self) -> str:
        """What the hit is called."""
        return "".join(piece.text for piece in self.heading.pieces) or f"{self.source.label} {self.hit.id}"

    @property
    def place(self) -> str:
        """What kind of thing it is, and where it stands; the number of its act unless that is said already."""
        content = self.content
        act = content.instrument if content.instrument not in content.context else ""
        return " · ".join(filter(None, (str(self.source.label), content.context, act)))

    @property
    def tags(self) -> Iterator[tuple[str | Promise, str]]:
        """What stands below it in frames, each with its look."""
        if status := self.status:
            yield status, "is-plain"
        if self.is_translation:
            yield _("translation"), "is-plain"
        if self.is_confidential:
            yield _("not public"), "is-warn"

    @property
    def is_confidential(self) -> bool:
        """Whether this hit is not public."""
        return self.content.is_confidential

    @property
    def like(self) -> str:
        """The key of the hit in an address that asks for more like it."""
        return f"{self.hit.source}:{self.hit.id}"

    @property
    def status(self) -> str | Promise:
        """The status in words. What is in force later or not for long says the day; the index does not age by itself."""
        today = localdate()
        begins, ends = self.content.valid_from, self.content.valid_to
        if begins is not None and begins > today:
            return _("in force from %(day)s") % {"day": date_format(begins)}
        if ends is not None and ends > today:
            return _("in force until %(day)s") % {"day": date_format(ends - _ONE_DAY)}
        return self.source.statuses.get(self.content.status, "")


def cards_of(hits: Iterable[Hit], question: Question, user: Any) -> tuple[Card, ...]:
    """The hits that the user may read at this moment, in their order."""
    wanted = list(hits)
    rows = load(wanted, question.private_tokens)
    allowed = still_visible(rows, user)
    highlighter, spoken = Highlighter(question.plan), (get_language() or "")[:2]
    return tuple(_card(hit, rows[hit], highlighter, spoken) for hit in wanted if hit in allowed)


def still_visible(hits: Iterable[Hit], user: Any) -> set[Hit]:
    """The hits that their apps let the user read at this moment."""
    keys: dict[str, list[str]] = {}
    for hit in hits:
        keys.setdefault(hit.source, []).append(hit.id)
    return {
        Hit(name, key)
        for name, source in sources().items()
        if name in keys
        for key in source.visible_to(user, keys[name])
    }


def _card(hit: Hit, content: Shown, highlighter: Highlighter, spoken: str) -> Card:
    shown = (
        (
            text,
            highlighter.heading(text.heading, text.language, _HEADING_LENGTH),
            highlighter.passage(text.body or text.lead, text.language, _BODY_LENGTH),
        )
        for text in content.written
    )
    text, heading, body = max(
        shown, key=lambda one: (one[1].weight + one[2].weight, one[0].language == spoken)
    )
    return Card(hit, content, sources()[hit.source], text, heading, body)
