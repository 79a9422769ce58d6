"""Lists of opinions: all that a person may read, those on an amendment or act, and what waits to be written or issued."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from amendments.models import AmendedAct, Amendment, Instrument, Provision
from amendments.permissions import holds, sections_of
from amendments.queries.law.acts import visible_amendments
from amendments.work import MOST, OTHERS_WAIT, Task, Update
from consultations.access.memberships import sends_for
from consultations.models import Follow
from consultations.models.letter import FollowKind
from rights.models import Opinion, Recommendation, TakenBackReply
from rights.powers import Power
from rights.queries.follow_up import stories
from rights.queries.issue_opening import acts_for
from rights.queries.office_texts import office_texts

MOST_OPINIONS = 5  # the newest ones whose follow-up the first page counts


def for_opinions(user: Any) -> QuerySet[Any]:  # Any: opinions with the numbers of their recommendations
    """The opinions that the person may read, those not issued yet first, with what a line shows."""
    rows = Opinion.objects.visible_to(user).select_related("amendment", "instrument", "issued_by")
    counted = rows.annotate(
        count=Count("recommendations", distinct=True),
        lacking=Count(
            "recommendations",
            filter=Q(recommendations__reasons="") | Q(recommendations__addressee=None),
            distinct=True,
        ),
    )
    return counted.order_by(F("issued_at").desc(nulls_first=True), "-drafted_at")


def opinions_on(user: Any, subject: Amendment | Instrument) -> QuerySet[Any]:
    """The opinions on an amendment or on an act."""
    name = "amendment" if isinstance(subject, Amendment) else "instrument"
    return for_opinions(user).filter(**{name: subject})


def recommended_on(user: Any, provision: Provision) -> QuerySet[Recommendation]:
    """The issued recommendations on one provision that the person may read."""
    rows = Recommendation.objects.visible_to(user).filter(provision=provision)
    return rows.filter(opinion__issued_at__isnull=False).select_related("opinion__amendment", "addressee")


def subjects(user: Any) -> tuple[list[Amendment], list[Instrument]]:
    """What an opinion can be on: the amendments and acts of which the office works on a text."""
    amendments = visible_amendments(user).filter(pk__in=office_texts(user).values("draft__amendment"))
    return list(amendments), acts_for(user)


def opinion_tasks(user: Any) -> Iterator[Task]:
    """For the office, the opinions to write; for the head, those to issue."""
    if not holds(user, Power.READ):
        return
    issues = holds(user, Power.ISSUE)
    rows = for_opinions(user).filter(issued_at=None)
    for row in rows if issues else rows.filter(drafted_by=user):
        written = row.count - row.lacking
        words = ngettext(
            "%(written)d of %(count)d recommendation is written.",
            "%(written)d of %(count)d recommendations are written.",
            row.count,
        )
        is_whole = bool(row.text and row.count and not row.lacking)
        title = _("Issue the opinion: %(title)s") if issues and is_whole else _("Opinion: %(title)s")
        detail = words % {"written": written, "count": row.count}
        yield Task(title % {"title": row.title}, row.url, row.about, detail=detail)


def recommendation_tasks(user: Any, now: datetime) -> Iterator[Task]:
    """For institutions, recommendations to reply to; for the office, those of which the newest text is not answered."""
    if bodies := sends_for(user, now):
        yield from _to_reply(user, bodies)
    if holds(user, Power.READ) and holds(user, Power.WRITE):
        yield from _to_answer(user)


def _to_reply(user: Any, bodies: list[Any]) -> Iterator[Task]:
    waiting = Recommendation.objects.waiting_for_reply(user).filter(addressee__in=bodies)
    unreplied = Q(recommendations__in=waiting.order_by().values("pk"))
    rows = Opinion.objects.issued().annotate(waiting=Count("recommendations", filter=unreplied))
    for row in rows.filter(waiting__gt=0).select_related("amendment", "instrument"):
        words = ngettext(
            "Reply to %(count)d recommendation of %(number)s",
            "Reply to %(count)d recommendations of %(number)s",
            row.waiting,
        )
        title = words % {"count": row.waiting, "number": row.number}
        due = _end_of(row.reply_by) if row.reply_by else None
        yield Task(title, row.url, row.about, deadline=due, action=_("Reply"), rank=OTHERS_WAIT)


def _to_answer(user: Any) -> Iterator[Task]:
    issued = Opinion.objects.issued().select_related("amendment", "instrument")
    for row in issued.order_by("-issued_at")[:MOST_OPINIONS]:
        rows = list(row.recommendations.select_related("version__instrument"))
        asked = [story.asks for story in stories(user, row, rows).values() if story.asks is not None]
        if asked:
            words = ngettext(
                "Say what became of %(count)d recommendation of %(number)s",
                "Say what became of %(count)d recommendations of %(number)s",
                len(asked),
            )
            title = words % {"count": len(asked), "number": row.number}
            yield Task(title, row.url, row.about, detail=asked[-1].name)


def opinion_updates(user: Any, since: datetime) -> Iterator[Update]:
    """What was issued since, for the office, the drafters of the amendment, and those who follow an act that it is on."""
    rows = Opinion.objects.visible_to(user).filter(issued_at__gt=since).exclude(issued_by=user.pk)
    if not holds(user, Power.READ):
        followed = Follow.objects.filter(person=user.pk, kind=FollowKind.ACT).values_list("key", flat=True)
        amended = AmendedAct.objects.filter(instrument__in=list(followed)).values("amendment")
        rule = Q(instrument__in=list(followed)) | Q(amendment__in=amended)
        for path in sections_of(user):
            rule |= Q(amendment__path__startswith=path)
        rows = rows.filter(rule)
    for row in rows.select_related("amendment", "instrument")[:MOST]:
        title = _("Opinion %(number)s of the Ombudsman's office") % {"number": row.number}
        yield Update(row.issued_at or since, title, row.url, row.about)


def recommendation_updates(user: Any, since: datetime) -> Iterator[Update]:
    """For the office, replies of addressees that were given or taken back since; for the head, to all opinions."""
    if not holds(user, Power.READ):
        return
    own = Recommendation.objects.all()
    if not holds(user, Power.ASSIGN):
        own = own.filter(Q(opinion__drafted_by=user) | Q(issue__owner=user))
    back = TakenBackReply.objects.filter(recommendation=OuterRef("pk")).order_by("-taken_back_at")
    moments = F("reply__at"), Subquery(back.values("taken_back_at")[:1])
    newest = Greatest(*(Coalesce(one, Value(since)) for one in moments))  # without one it is `since`
    joined = ("opinion__amendment", "opinion__instrument", "addressee", "reply")
    rows = own.annotate(newest=newest).filter(newest__gt=since).order_by("-newest").select_related(*joined)
    found = [
        update
        for row in rows.prefetch_related("taken_back_replies")[:MOST]
        for update in _replies(row, since)
    ]
    yield from sorted(found, key=lambda update: update.at, reverse=True)[:MOST]


def _replies(row: Recommendation, since: datetime) -> Iterator[Update]:
    reply = getattr(row, "reply", None)
    if reply is not None and reply.at > since:
        yield Update(reply.at, replied_in_words(row), row.url, row.opinion.about, detail=reply.text)
    for kept in row.taken_back_replies.all():
        if kept.taken_back_at > since:
            words = _("%(institution)s took its reply to recommendation %(place)s of %(number)s back")
            title = words % _named(row)
            yield Update(kept.taken_back_at, title, row.url, row.opinion.about, detail=kept.reason)


def replied_in_words(row: Recommendation) -> str:
    """That the addressee replied."""
    return _("%(institution)s replied to recommendation %(place)s of %(number)s") % _named(row)


def _named(row: Recommendation) -> dict[str, object]:
    return {"institution": row.addressee, "place": row.place, "number": row.opinion.number}


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
