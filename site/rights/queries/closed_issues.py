"""Later texts that change the words on which an issue was closed: nobody is asked about them, but they are not passed over."""

from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from rights.models import Assessment, FollowedText, RightsIssue
from rights.queries.text_before import text_before
from rights.values import IssueState


def changed_after_closing(readable: Collection[Any]) -> dict[Any, FollowedText]:
    """By the keys of texts that change the words of a closed issue, the text of its closing to which they stand.

    `readable` has the keys of the texts that count. Of each amendment, and of the law, the newest text says whether the words
    changed. Five queries, however many issues were closed.
    """
    closings = _closings()
    texts = FollowedText.objects.answering().filter(issue__in=list(closings), version__in=readable)
    first = min((moment for _answered, moment in closings.values()), default=None)
    later = texts.filter(version__sealed_at__gt=first) if first else texts.none()
    told = later.values_list("issue", "version__sealed_at")
    late = {key for key, sealed_at in told if sealed_at > closings[key][1]}
    joined = ("version__draft__amendment", "version__text_of__draft")
    rows = texts.filter(issue__in=late).select_related(*joined)
    ordered = rows.order_by("issue", "version__sealed_at", "version__number")
    found: dict[Any, FollowedText] = {}
    for key, own in groupby(ordered, key=lambda row: row.issue_id):
        found.update(_changed(list(own), *closings[key]))
    return found


def _changed(own: list[FollowedText], answered: Any, moment: datetime) -> Iterator[tuple[Any, FollowedText]]:
    earlier = [row for row in own if row.version.sealed_at <= moment]
    known = [row for row in earlier if row.version_id == answered] or earlier or own[:1]
    newest = {_line(row): row for row in own if row.version.sealed_at > moment}
    for row in newest.values():
        before = text_before(row, known)
        if before is not None and before.text_hash != row.text_hash:
            yield row.pk, before


def _line(row: FollowedText) -> object:
    return row.version.draft.amendment_id if row.version.draft else None


def _closings() -> dict[Any, tuple[Any, datetime]]:
    """By closed issue, the text whose answer closed it, and until when texts were known: until that one, else until the closing."""
    closed = RightsIssue.objects.filter(state=IssueState.CLOSED).order_by()
    given = Assessment.objects.standing().filter(issue__in=closed, state_after=IssueState.CLOSED)
    columns = "issue", "at", "version", "version__sealed_at"
    answers = {(key, at): (version, sealed_at) for key, at, version, sealed_at in given.values_list(*columns)}
    moments: dict[Any, datetime] = {}
    history = RightsIssue.history.filter(id__in=closed.values("pk")).order_by("history_id")
    for key, at, state in history.values_list("id", "history_date", "state"):
        if state == IssueState.CLOSED:
            moments.setdefault(key, at)
        else:
            moments.pop(key, None)
    return {key: answers.get((key, at), (None, at)) for key, at in moments.items()}
