"""What happened in consultations after a moment, as far as a person may read it."""

from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from amendments.permissions import NOBODY, sections_of
from amendments.queries.languages.shown_titles import shown_titles
from amendments.work import MOST, Update
from consultations.access.memberships import institutions_of
from consultations.access.powers import Power
from consultations.models import Comment, Round, RoundNotice
from consultations.models.visibility import where
from consultations.queries.my_tasks.part_tasks import own_submissions
from consultations.values import CommentState, RoundStep


def updates_for(user: Any, since: datetime, now: datetime) -> list[Update]:
    """Answers to own comments, discarded drafts, announcements about rounds, and comments that came in."""
    if not user.is_authenticated:
        return []
    has_written = own_submissions(user, now).exists()
    own = [*_answers(user, since, now), *_discarded(user, since, now)] if has_written else []
    found = [*own, *_notices(user, since), *_comments(user, since)]
    return sorted(found, key=lambda update: update.at, reverse=True)[:MOST]


def _answers(user: Any, since: datetime, now: datetime) -> list[Update]:
    """Decided answers to comments of the person and of the person's institutions."""
    own = Q(submission__institution__in=institutions_of(user, now)) | Q(submission__person=user)
    rows = (
        Comment.objects.visible_to(user)
        .filter(own, disposition__decided_at__gt=since)
        .exclude(disposition__decided_by=user)
        .select_related("disposition", "submission__round__draft__amendment")
        .order_by("-disposition__decided_at")[:MOST]
    )
    return [
        Update(
            row.disposition.decided_at or since,
            _("%(comment)s is answered: %(answer)s")
            % {"comment": row.reference, "answer": row.disposition.get_value_display()},
            row.url,
            row.submission.round.amendment.shown_title,
            detail=row.disposition.reason,
        )
        for row in rows
    ]


def _discarded(user: Any, since: datetime, now: datetime) -> list[Update]:
    """Drafts of the person that a colleague discarded: all who write for an institution may."""
    bodies = institutions_of(user, now)
    if not bodies:
        return []
    rows = (
        Comment.history.filter(author=user, submission__institution__in=bodies)
        .filter(state=CommentState.DISCARDED, history_date__gt=since)
        .exclude(history_user=user)
        .select_related("submission__round__draft__amendment")
        .order_by("-history_date")[:MOST]
    )
    return [
        Update(
            row.history_date,
            _("%(name)s discarded your draft %(number)s")
            % {"name": row.actor_label, "number": row.reference},
            reverse("consultations:mine"),
            row.submission.round.amendment.shown_title,
        )
        for row in rows
    ]


def _notices(user: Any, since: datetime) -> list[Update]:
    """The notices on rounds. A cancelled round has one only, because nothing announced before holds any more."""
    holds = Q(round__cancelled_at=None) | Q(step=RoundStep.CANCELLED)
    rows = (
        RoundNotice.objects.filter(holds, at__gt=since)
        .filter(round__in=Round.objects.visible_to(user).values("pk"))
        .exclude(by=user)
        .select_related("round__draft__amendment")
        .order_by("-at")[:MOST]
    )
    return [
        Update(
            row.at,
            f"{row.round.draft.label}: {_words(row)}",
            row.round.url,
            row.round.amendment.shown_title,
            detail=row.reason,
        )
        for row in rows
    ]


def _words(notice: Any) -> str:
    words = {
        RoundStep.OPENED: _("comments are invited until %(end)s"),
        RoundStep.EXTENDED: _("comments are accepted longer, until %(end)s"),
        RoundStep.CLOSED: _("the round was closed on %(end)s"),
        RoundStep.CANCELLED: _("the round was cancelled"),
        RoundStep.CORRECTED: _("who may take part was corrected"),
        RoundStep.REOPENED: _("the round is open again, until %(end)s"),
    }[RoundStep(notice.step)]
    end = notice.closes_after or notice.round.ended_at
    return words % {"end": date_format(timezone.localtime(end), "DATETIME_FORMAT")}


def _comments(user: Any, since: datetime) -> list[Update]:
    """How many comments came in on each round that the person answers. Numbers of comments tell nobody's name."""
    rules = [where(user, power, "draft__amendment") for power in (Power.PROPOSE, Power.DECIDE)]
    rules += [Q(draft__amendment__path__startswith=path) for path in sections_of(user)]
    answering = [rule for rule in rules if rule != NOBODY]
    if not answering:
        return []
    answered = reduce(or_, answering)
    rows = (
        Comment.objects.visible_to(user)
        .sent()
        .filter(submitted_at__gt=since, submission__round__in=Round.objects.filter(answered).values("pk"))
        .order_by()
        .values(
            round=F("submission__round"),
            number=F("submission__round__draft__number"),
            amendment=F("submission__round__draft__amendment"),
        )
        .annotate(count=Count("pk"), last=Max("submitted_at"))
        .order_by("-last")[:MOST]
    )
    titles = shown_titles([row["amendment"] for row in rows])
    return [
        Update(
            row["last"],
            ngettext(
                "%(count)d comment came in on draft %(number)d",
                "%(count)d comments came in on draft %(number)d",
                row["count"],
            )
            % row,
            reverse("consultations:board", args=[row["round"]]),
            titles[row["amendment"]],
        )
        for row in rows
    ]
