"""What waits for the Ombudsman's office, what changed on its issues, and the days ahead."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.permissions import holds
from amendments.work import MOST, DateAhead, Task, Update
from rights.models import Assessment, IssueNote, RightsIssue
from rights.powers import Power
from rights.queries.desk import own_issues
from rights.queries.names_of_texts import text_name
from rights.values import IssueState

SOON = timedelta(days=30)
UNFINISHED = (IssueState.FLAGGED, IssueState.UNDER_ANALYSIS)


def tasks_for(user: Any, now: datetime) -> list[Task]:
    """Own issues to analyse whose day is near or over, the nearest first."""
    if not holds(user, Power.WRITE):
        return []
    last = timezone.localdate(now + SOON)
    rows = RightsIssue.objects.visible_to(user).filter(owner=user, state__in=UNFINISHED, due__lte=last)
    return [
        Task(
            _("Analyse %(reference)s: %(title)s") % {"reference": row.reference, "title": row.title},
            row.url,
            deadline=_end_of(row.due),
            detail=str(row.get_severity_display()),
        )
        for row in rows.order_by("due", "reference")[:MOST]
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
    """What colleagues wrote and answered on issues of the person; for the head, on all issues."""
    issues = own_issues(user)
    notes = IssueNote.objects.visible_to(user).filter(at__gt=since, issue__in=issues).exclude(author=user)
    answers = Assessment.objects.standing().filter(at__gt=since, issue__in=issues).exclude(by=user)
    found = [
        Update(
            row.at,
            _("A note on %(reference)s") % {"reference": row.issue.reference},
            f"{row.issue.url}#notes",
            row.issue.title,
            who=str(row.author),
            detail=row.text,
        )
        for row in notes.select_related("issue", "author").order_by("-at")[:MOST]
    ]
    found += [
        Update(
            row.at,
            _("%(reference)s, %(text)s: %(value)s")
            % {
                "reference": row.issue.reference,
                "text": text_name(row.version),
                "value": row.get_value_display(),
            },
            row.issue.url,
            row.issue.title,
            who=str(row.by),
            detail=row.note,
        )
        for row in answers.select_related("issue", "by", "version__instrument").order_by("-at")[:MOST]
    ]
    return sorted(found, key=lambda update: update.at, reverse=True)[:MOST]


def _end_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(23, 59, 59)))
