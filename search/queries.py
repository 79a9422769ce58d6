"""A page of hits for one reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import get_language

from search.backends.engine import engine
from search.backends.question import Hit, Question
from search.models import ConfidentialEntry, IndexedEntry, PublicEntry
from search.query.document import Written
from search.query.highlight import Passage, passage
from search.query.parse import parse
from search.query.plan import Plan
from search.sources import SearchSource, audience_of, sources

PAGE_SIZE = 20
LAST_PAGE = 50  # whoever did not find it in a thousand hits needs other words
_HEADING_LENGTH = 200
_BODY_LENGTH = 280


@dataclass(frozen=True, slots=True)
class Card:
    """A hit as it is shown, in the language that answers best."""

    entry: IndexedEntry
    source: SearchSource
    language: str
    heading: Passage
    body: Passage

    @property
    def status(self) -> str | Promise:
        """The status in words."""
        return self.source.statuses.get(self.entry.status, "")

    @property
    def is_confidential(self) -> bool:
        """Whether the reader sees what not everybody may."""
        return isinstance(self.entry, ConfidentialEntry)


@dataclass(frozen=True, slots=True)
class Results:
    """One page of hits. `is_about`: some hit was no longer the reader's, so the totals are upper bounds."""

    plan: Plan
    kind: str = ""  # the source whose hits are listed, "" for all
    page: int = 1
    cards: tuple[Card, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    dropped: int = 0

    @property
    def found(self) -> int:
        """Hits of the kind in the index."""
        return self.counts.get(self.kind, 0) if self.kind else sum(self.counts.values())

    @property
    def total(self) -> int:
        """Hits of the kind, without those that this page had to drop."""
        return self.found - self.dropped

    @property
    def is_about(self) -> bool:
        """Whether the total is an upper bound."""
        return self.dropped > 0

    @property
    def pages(self) -> int:
        """How many pages can be asked for."""
        return min(max(-(-self.found // PAGE_SIZE), 1), LAST_PAGE)


def search(text: str, user: Any, *, kind: str = "", page: int = 1) -> Results:
    """Answer what a reader typed; `kind` names the source to list, before `kind:` in the text."""
    known = sources()
    plan = parse(text, known)
    kind = kind if kind in known else (plan.kinds[-1] if plan.kinds else "")
    question = Question(
        plan=plan,
        audience=audience_of(user),
        sources=tuple(known),
        chosen={"kind": frozenset({kind})} if kind else {},
        offset=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    answer = engine().find(question)
    shown = _still_visible(_rows(answer.hits, question), user)
    cards = tuple(_card(row, known[row.source], plan) for row in shown)
    return Results(plan, kind, page, cards, answer.counted("kind"), dropped=len(answer.hits) - len(cards))


def _rows(hits: Iterable[Hit], question: Question) -> list[IndexedEntry]:
    """The entries of hits, in their order; nothing outside the reader's audiences is loaded."""
    wanted = list(hits)
    if not wanted:
        return []
    which = reduce(or_, (Q(source=hit.source, key=hit.id) for hit in wanted))
    rows: dict[Hit, IndexedEntry] = {
        Hit(row.source, row.key): row for row in PublicEntry.objects.filter(which)
    }
    if len(rows) < len(wanted) and question.private_tokens:
        readable = ConfidentialEntry.objects.filter(
            which, audience__token__in=question.private_tokens
        ).distinct()
        rows |= {Hit(row.source, row.key): row for row in readable}
    return [rows[hit] for hit in wanted if hit in rows]


def _still_visible(rows: list[IndexedEntry], user: Any) -> list[IndexedEntry]:
    """The entries that their apps let the user read at this moment."""
    keys: dict[str, list[str]] = {}
    for row in rows:
        keys.setdefault(row.source, []).append(row.key)
    visible = {name: sources()[name].visible_to(user, some) for name, some in keys.items()}
    return [row for row in rows if row.key in visible[row.source]]


def _card(entry: IndexedEntry, source: SearchSource, plan: Plan) -> Card:
    shown = [(text, *_passages(text, plan)) for text in entry.written]
    spoken = (get_language() or "")[:2]
    text, heading, body = max(
        shown, key=lambda one: (one[1].weight + one[2].weight, one[0].language == spoken)
    )
    return Card(entry, source, text.language, heading, body)


def _passages(text: Written, plan: Plan) -> tuple[Passage, Passage]:
    return (
        passage(text.heading, text.language, plan, _HEADING_LENGTH),
        passage(text.body, text.language, plan, _BODY_LENGTH),
    )
