"""What waits for the Ombudsman's office and for those whom it asks, what changed on its issues, and the days ahead."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from amendments.permissions import holds
from amendments.work import MOST, OTHERS_WAIT, DateAhead, Task, Update
from consultations.access.memberships import sends_for
from rights.models import Assessment, IssueNote, ReplyRequest, RightsIssue, TakenBackReply
from rights.powers import Power
from rights.queries.asked_replies import own_requests, request_lines
from rights.queries.desk import own_issues
from rights.queries.names_of_texts import names_of
from rights.values import IssueState

SOON = timedelta(days=30)
UNFINISHED = (IssueState.FLAGGED, IssueState.UNDER_ANALYSIS)


def tasks_for(user: Any, now: datetime) -> list[Task]:
    """For the office, own issues to analyse; for institutions, questions to reply to."""
    return [*_to_reply(user, now), *_to_analyse(user, now)]


def _to_reply(user: Any, now: datetime) -> list[Task]:
    """The questions to which the person can reply."""
    bodies = sends_for(user, now)
    if not bodies:
        return []
    rows = own_requests(user).filter(institution__in=bodies).waiting()
    return [
        Task(
            _("Reply to the Ombudsman's office on %(provision)s") % {"provision": line.called}
            if line.called
            else _("Reply to the Ombudsman's office"),
            line.row.url,
            str(line.row.issue.instrument.shown_title),
            deadline=_end_of(line.row.due),
            detail=Truncator(line.row.question).words(30),
            action=_("Reply"),
            rank=OTHERS_WAIT,
        )
        for line in request_lines(rows[:MOST], user)
    ]


def _to_analyse(user: Any, now: datetime) -> list[Task]:
    """Own issues whose day is near or over, the nearest first."""
    if not holds(user, Power.WRITE):
        return []
    last = timezone.localdate(now + SOON)
    own = RightsIssue.objects.visible_to(user).filter(owner=user, due__lte=last)
    standing = own.filter(state__in=UNFINISHED).order_by("due", "reference")
    return [
        Task(
            _("Analyse %(reference)s: %(title)s") % {"reference": row.reference, "title": row.title},
            row.url,
            deadline=_end_of(row.due),
            detail=str(row.get_severity_display()),
        )
        for row in standing.defer("analysis", "extract", "recommended_text")[:MOST]
    ]


def dates_for(user: Any, now: datetime) -> list[DateAhead]:
    """The days by which own issues are due."""
    today = timezone.localdate(now)
    rows = RightsIssue.objects.visible_to(user).filter(owner=user, due__gte=today)
    return [
        DateAhead(
            row.due or today,
            _("%(reference)s is due") % {"reference": row.reference},
            row.url,
            about=row.title,
        )
        for row in rows.exclude(state=IssueState.CLOSED).order_by("due", "reference")[:MOST]
    ]


def updates_for(user: Any, since: datetime) -> list[Update]:
    """What colleagues and institutions said on issues of the person; for the head, on all issues."""
    if not holds(user, Power.READ):
        return []
    issues = own_issues(user)
    found = [*_notes(user, since, issues), *_answers(user, since, issues), *_replies(since, issues)]
    return sorted(found, key=lambda update: update.at, reverse=True)[:MOST]


def _notes(user: Any, since: datetime, issues: QuerySet[RightsIssue]) -> Iterator[Update]:
    rows = (
        IssueNote.objects.visible_to(user)
        .standing()
        .filter(at__gt=since, issue__in=issues)
        .exclude(author=user)
    )
    for row in rows.prefetch_related("issue", "author").order_by("-at")[:MOST]:
        title = _("A note on %(reference)s") % {"reference": row.issue.reference}
        about = row.issue.title
        yield Update(row.at, title, f"{row.issue.url}#notes", about, who=str(row.author), detail=row.text)


def _answers(user: Any, since: datetime, issues: QuerySet[RightsIssue]) -> Iterator[Update]:
    given = Assessment.objects.standing().filter(at__gt=since, issue__in=issues)
    rows = given.exclude(by=user)
    joined = ("issue", "by", "version__instrument", "version__draft__amendment")
    shown = list(rows.prefetch_related(*joined).order_by("-at")[:MOST])
    names = names_of(row.version for row in shown)
    for row in shown:
        title = _("%(reference)s, %(text)s: %(value)s") % {
            "reference": row.issue.reference,
            "text": names.brief(row.version),
            "value": row.get_value_display(),
        }
        yield Update(row.at, title, row.issue.url, row.issue.title, who=str(row.by), detail=row.note)


def _replies(since: datetime, issues: QuerySet[RightsIssue]) -> Iterator[Update]:
    rows = ReplyRequest.objects.filter(replied_at__gt=since, issue__in=issues)
    for row in rows.prefetch_related("issue", "institution").order_by("-replied_at")[:MOST]:
        title = _("%(institution)s replied on %(reference)s") % {
            "institution": row.institution,
            "reference": row.issue.reference,
        }
        url = f"{row.issue.url}#replies"
        yield Update(row.replied_at or since, title, url, row.issue.title, detail=row.reply)
    back = TakenBackReply.objects.filter(taken_back_at__gt=since, request__issue__in=issues)
    for kept in back.prefetch_related("request__issue", "request__institution").order_by("-taken_back_at")[
        :MOST
    ]:
        request = kept.request
        if request is not None:
            title = _("%(institution)s took its reply on %(reference)s back") % {
                "institution": request.institution,
                "reference": request.issue.reference,
            }
            url = f"{request.issue.url}#replies"
            yield Update(kept.taken_back_at, title, url, request.issue.title, detail=kept.reason)


def _end_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
