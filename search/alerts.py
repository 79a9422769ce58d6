"""Telling people of what their saved searches find.

What was indexed is noted in the transaction of the data. Soon after, each saved search is asked about those rows
alone, with the rights that its owner has at that moment; what it finds for the first time is kept for its feed and
sent by mail. A mail that could not be sent is tried again with the next.
"""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from search.backends.embedded import Embedded
from search.backends.question import Hit, Question, Sort
from search.mails import send
from search.models.saved import Found, News, SavedSearch
from search.queries.cards import Card, cards_of
from search.queries.results import question_of

logger = logging.getLogger(__name__)

MOST_TOLD = 100  # of one search at once: whoever imports an act does not write a thousand lines to somebody
MOST_KNOWN = 2_000  # hits that are remembered when a search is saved
_BATCH = 2_000  # rows that are looked at together


def tell(now: datetime) -> None:
    """Ask all saved searches about everything that was noted."""
    while news := list(News.objects.order_by("pk")[:_BATCH]):
        rows = frozenset((one.source, one.object_id) for one in news)
        for saved in SavedSearch.objects.filter(owner__is_active=True).select_related("owner"):
            _look(saved, rows, now)
        News.objects.filter(pk__in=[one.pk for one in news]).delete()
    for saved in SavedSearch.objects.filter(
        by_mail=True, owner__is_active=True, found__is_mailed=False
    ).distinct():
        _mail(saved)


def known(saved: SavedSearch) -> None:
    """Remember what stands there already: it is no news when it is indexed again."""
    question = replace(_question(saved), limit=MOST_KNOWN)
    hits = Embedded().find(question).hits
    Found.objects.bulk_create(
        Found(saved=saved, source=hit.source, key=hit.id, at=None, is_mailed=True) for hit in hits
    )


def readable(saved: SavedSearch, found: Iterable[Found]) -> list[tuple[Found, Card]]:
    """What was found, as far as the owner may read it now."""
    by_place = {Hit(one.source, one.key): one for one in found}
    cards = cards_of(by_place, _question(saved), saved.owner)
    return [(by_place[card.hit], card) for card in cards]


def _look(saved: SavedSearch, rows: frozenset[tuple[str, str]], now: datetime) -> None:
    question = replace(_question(saved), only=rows, limit=MOST_TOLD)
    cards = cards_of(Embedded().find(question).hits, question, saved.owner)
    Found.objects.bulk_create(
        (
            Found(saved=saved, source=card.hit.source, key=card.hit.id, at=now, is_mailed=not saved.by_mail)
            for card in cards
        ),
        ignore_conflicts=True,
    )


def _question(saved: SavedSearch) -> Question:
    """The newest first; asked of the embedded index, which is never behind."""
    return replace(question_of(saved.request, saved.owner), sort=Sort.NEWEST, by_act=False, offset=0)


def _mail(saved: SavedSearch) -> None:
    """Send what the owner may still read; the rest is not told."""
    with transaction.atomic():
        waiting = list(saved.found.select_for_update().filter(is_mailed=False))
        lines = readable(saved, waiting)
        saved.found.filter(pk__in=[one.pk for one in waiting]).update(is_mailed=True)
        if not lines:
            return
        try:
            send(saved, [card for _, card in lines])
        except OSError:  # the mail server does not answer: another time
            logger.exception("The mail of the saved search %s could not be sent", saved.pk)
            transaction.set_rollback(True)
