"""Tells people what their saved searches find.

The indexed rows are noted in the transaction that changed the data. Soon afterwards each saved search is run on those
rows alone, with the rights that its owner has at that moment. A new find is stored for the feed and sent by mail. A
mail that could not be sent is sent with the next one.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import InterfaceError, OperationalError, transaction
from django.utils.timezone import localdate

from search.backends.embedded import Embedded
from search.backends.question import Hit, Question, Sort
from search.mails import send
from search.models.saved import Found, News, SavedSearch
from search.queries.cards import Card, cards_of
from search.queries.results import asked_question

logger = logging.getLogger(__name__)

MOST_TOLD = 100  # finds of one search in one mail: the import of an act must not fill it with a thousand
MOST_KNOWN = 2_000  # hits that are remembered when a search is saved
_BATCH = 2_000  # rows that are processed together


def tell(now: datetime) -> None:
    """Run all saved searches on everything that was noted."""
    while news := list(News.objects.order_by("pk")[:_BATCH]):
        rows = frozenset((one.source, one.object_id) for one in news)
        for saved in SavedSearch.objects.filter(owner__is_active=True).select_related("owner"):
            _tried(saved, partial(_look, saved, rows, now))
        News.objects.filter(pk__in=[one.pk for one in news]).delete()
    for saved in SavedSearch.objects.filter(
        by_mail=True, owner__is_active=True, found__is_mailed=False
    ).distinct():
        _tried(saved, partial(_mail, saved))


def _tried(saved: SavedSearch, step: Callable[[], None]) -> None:
    """Take a step for one search. What is wrong with it must not stop what the owners of others are told."""
    try:
        with transaction.atomic():
            step()
    except (OperationalError, InterfaceError):
        raise  # the database is down: the task is taken again
    except Exception:
        logger.exception("The owner of the saved search %s could not be told of new finds", saved.pk)


def known(saved: SavedSearch) -> None:
    """Remember what the search finds now, so that it is not reported as new when it is indexed again."""
    question = replace(_question(saved), limit=MOST_KNOWN)
    hits = Embedded().find(question).hits
    Found.objects.bulk_create(
        Found(saved=saved, source=hit.source, key=hit.id, day=None, is_mailed=True) for hit in hits
    )


def readable(saved: SavedSearch, found: Iterable[Found]) -> list[tuple[Found, Card]]:
    """The finds that the owner may read now."""
    return _readable(saved, found, saved.owner)


def fed(saved: SavedSearch, found: Iterable[Found]) -> list[tuple[Found, Card]]:
    """The finds that the feed shows: what is public, unless the owner chose all that they may read."""
    return _readable(saved, found, saved.owner if saved.feeds_all else AnonymousUser())


def _readable(saved: SavedSearch, found: Iterable[Found], user: Any) -> list[tuple[Found, Card]]:
    by_place = {Hit(one.source, one.key): one for one in found}
    cards = cards_of(by_place, _question(saved, user), user)
    return [(by_place[card.hit], card) for card in cards]


def _look(saved: SavedSearch, rows: frozenset[tuple[str, str]], now: datetime) -> None:
    question = replace(_question(saved), only=rows, limit=MOST_TOLD)
    cards = cards_of(Embedded().find(question).hits, question, saved.owner)
    Found.objects.bulk_create(
        (
            Found(
                saved=saved,
                source=card.hit.source,
                key=card.hit.id,
                day=localdate(now),
                is_mailed=not saved.by_mail,
            )
            for card in cards
        ),
        ignore_conflicts=True,
    )


def _question(saved: SavedSearch, user: Any = None) -> Question:
    """Newest first. The embedded index answers, because it is never behind the data."""
    asked = asked_question(saved.request, user or saved.owner, Embedded().find)
    return replace(asked, sort=Sort.NEWEST, by_act=False, offset=0)


def _mail(saved: SavedSearch) -> None:
    """Send the finds that the owner may still read; leave out the rest."""
    with transaction.atomic():
        waiting = list(saved.found.select_for_update().filter(is_mailed=False))
        lines = readable(saved, waiting)
        saved.found.filter(pk__in=[one.pk for one in waiting]).update(is_mailed=True)
        if not lines:
            return
        try:
            send(saved, [card for _, card in lines])
        except OSError:  # the mail server does not answer: try again with the next mail
            logger.exception("The mail of the saved search %s could not be sent", saved.pk)
            transaction.set_rollback(True)
