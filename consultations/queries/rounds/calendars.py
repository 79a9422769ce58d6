"""The dates of rounds for calendars, and what happened for feeds: only what the reader may know now."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from amendments.audiences import PUBLIC
from amendments.models import Draft, Release, Version
from consultations.access.memberships import institutions_of
from consultations.calendar_texts.events import Event
from consultations.letters.registry import KINDS
from consultations.letters.telling import DATABASE_DOWN
from consultations.letters.wording import absolute
from consultations.models import LateAcceptance, Letter, Round, RoundNotice

logger = logging.getLogger(__name__)

_PAST = timedelta(days=90)  # rounds that closed earlier are in no calendar
_ENTRIES = 30  # of a feed
_LOOKED_AT = 3 * _ENTRIES  # letters: one of which the person may not know yet takes the place of no other


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a feed."""

    key: str
    at: datetime
    title: str
    url: str


def round_dates(user: Any, now: datetime) -> list[Event]:
    """Opening, closing and hearing of each round that the reader may see, and own later ends. Four queries at most."""
    rounds = (
        Round.objects.visible_to(user)
        .filter(closes__gte=now - _PAST)
        .select_related("draft__amendment")
        .prefetch_related("notices")
        .order_by("opens", "pk")
    )
    own = Q(institution__in=institutions_of(user))
    if user.is_authenticated:
        own |= Q(person=user)
    late = LateAcceptance.objects.filter(own, until__isnull=False)
    until = {row.round_id: row.until for row in late}
    return [event for row in rounds for event in _dates(row, until.get(row.pk))]


def _dates(round_: Round, accepted_until: datetime | None) -> Iterator[Event]:
    title = round_.amendment.shown_title
    yield _event(round_, "opens", round_.opens, _("Comments open: %(title)s") % {"title": title})
    yield _event(round_, "closes", round_.ended_at, _("Comments close: %(title)s") % {"title": title})
    if round_.hearing_at:
        said = _("Hearing: %(title)s") % {"title": title}
        yield _event(round_, "hearing", round_.hearing_at, said, round_.hearing_place)
    if accepted_until:
        said = _("Late comments close: %(title)s") % {"title": title}
        yield _event(round_, "late", accepted_until, said)


def _event(round_: Round, what: str, at: datetime, title: str, place: str = "") -> Event:
    notices = list(round_.notices.all())
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return Event(
        f"{round_.pk}-{what}@{host}",
        at,
        title,
        absolute(round_.url),
        max((notice.at for notice in notices), default=round_.opens),
        max(len(notices) - 1, 0),
        place,
        round_.cancelled_at is not None,
    )


def told(user: Any, now: datetime) -> list[Entry]:
    """What the person was told, or would have been told by mail, as far as the person may know of it now."""
    letters = Letter.objects.filter(person=user, at__lte=now, kind__in=KINDS)
    letters = letters.exclude(state__in=[Letter.State.DROPPED, Letter.State.FAILED])
    found: list[Entry] = []
    for letter in letters.select_related("institution", "round__draft__amendment").order_by("-at", "-pk")[
        :_LOOKED_AT
    ]:
        letter.person = user
        try:
            found += _lines_of(letter, now)
        except DATABASE_DOWN:
            raise
        except Exception:  # of one letter, as in a mail; the log names it, and the others are read
            logger.exception("The letter %s (%s) cannot stand in a feed", letter.pk, letter.kind)
        if len(found) == _ENTRIES:
            break
    return found


def _lines_of(letter: Letter, now: datetime) -> list[Entry]:
    """The line of a letter; none if the person may no longer know of it."""
    kind = KINDS[letter.kind]
    row = kind.readable(letter, now)
    if row is None:
        return []
    key = f"{letter.kind}/{letter.about}/{letter.occasion}"
    return [Entry(key, letter.at, kind.subject([row]), absolute(kind.url([row])))]


def published(user: Any, now: datetime) -> list[Entry]:
    """What everybody could read from a day on: rounds that were announced, and texts that were opened; the newest."""
    found = [*announced(user, now), *_opened(user, now)]
    return sorted(found, key=lambda entry: (entry.at, entry.key), reverse=True)[:_ENTRIES]


def _opened(user: Any, now: datetime) -> list[Entry]:
    """The redlines of drafts, and the consolidated texts, that were opened to the public."""
    readable = Q(draft__in=Draft.objects.visible_to(user).values("pk"))
    readable |= Q(version__in=Version.objects.visible_to(user).values("pk"))
    rows = Release.objects.filter(readable, audience=PUBLIC, at__lte=now).order_by("-at", "-pk")[:_ENTRIES]
    found = []
    for row in rows.select_related("draft__amendment", "version__instrument"):
        if row.draft is not None:
            said, url = _("Redline: %(title)s, %(text)s"), row.draft.redline_url
            title, label = row.draft.shown_title, row.draft.label
        elif row.version is not None:
            said, url = _("Text: %(title)s, %(text)s"), row.version.url
            title, label = row.version.instrument.shown_title, row.version.label
        found.append(
            Entry(
                f"opened/{row.draft_id or row.version_id}",
                row.at,
                said % {"title": title, "text": label},
                absolute(url),
            )
        )
    return found


def announced(user: Any, now: datetime) -> list[Entry]:
    """What was announced about the rounds that the reader may see."""
    rows = RoundNotice.objects.filter(round__in=Round.objects.visible_to(user).values("pk"), at__lte=now)
    return [
        Entry(
            f"{row.round_id}/{row.step}/{row.at:%Y%m%d%H%M%S}",
            row.at,
            _("%(step)s: %(title)s")
            % {"step": row.get_step_display(), "title": row.round.amendment.shown_title},
            absolute(row.round.url),
        )
        for row in rows.select_related("round__draft__amendment").order_by("-at", "-pk")[:_ENTRIES]
    ]
