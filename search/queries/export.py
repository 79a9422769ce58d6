"""The hits of a question as rows for a file: all of them, up to a number, with the rights of the reader."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from search.indexing import batches
from search.queries.cards import Card, cards_of
from search.queries.engine_answers import found_by_engine
from search.queries.results import asked_question, looser
from search.request import Request

MOST = 1_000
COLUMNS = (
    *("kind", "title", "text", "language", "act", "context"),
    *("status", "institution", "date", "url", "is_public", "is_loose"),
)
_SEPARATORS = frozenset(",;\t\n\r")  # of cells, in the programs of some country
_BEFORE_A_SIGN = re.compile(r"(?<![\s\",;])[\s\",;]*(?=[=+\-@＝＋－＠])")


def exported(request: Request, user: Any) -> Iterator[dict[str, str]]:
    """The hits in the order of the page, and behind them the looser ones that it shows."""
    question = replace(asked_question(request, user, found_by_engine), by_act=False, offset=0, limit=MOST)
    answer = found_by_engine(question)
    cards = tuple(card for some in batches(answer.hits) for card in cards_of(some, question, user))
    loose = looser(request.but(), question, answer, cards, user)
    for card in (*cards, *loose):
        yield _row(card, is_loose=card in loose)


def without_formulas(values: Iterable[str]) -> list[str]:
    """The values of a line, none of which a spreadsheet would compute."""
    return [_BEFORE_A_SIGN.sub(_marked, value) for value in values]


def _marked(before: re.Match[str]) -> str:
    """An apostrophe where a cell begins: at the start, or in a program that takes “;” or a new line for the end of one.

    `amendments.admin.exports` has the same, because the two apps do not import each other; a test compares them.
    """
    begins = before.start() == 0 or not _SEPARATORS.isdisjoint(before[0])
    return f"{before[0]}'" if begins else before[0]


def _row(card: Card, *, is_loose: bool) -> dict[str, str]:
    content, text = card.content, card.text
    values = (
        *(card.hit.source, text.heading, text.body or text.lead, text.language),
        *(content.instrument, content.context),
        str(card.source.statuses.get(content.status, content.status)),
        content.institution,
        content.date.isoformat() if content.date else "",
        content.url,
        "no" if content.is_confidential else "yes",
        "yes" if is_loose else "no",
    )
    return dict(zip(COLUMNS, values, strict=True))
