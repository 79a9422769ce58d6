"""Later texts that change the words on which an issue was closed: nobody is asked about them, but they are not passed over."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Min, Q
from django.db.models.functions import Coalesce

from amendments.audiences import DRAFTING_BODY
from amendments.models import Version
from rights.models import Assessment, FollowedText, RightsIssue
from rights.queries.text_before import text_before
from rights.values import IssueState


@dataclass(frozen=True, slots=True)
class _Closing:
    """How an issue was closed: by an answer on a text, or by hand."""

    at: datetime
    answered: Any = None  # the key of the text whose answer closed it
    sealed_at: datetime | None = None  # when that text was sealed

    def is_before(self, sealed_at: datetime, opened_at: datetime) -> bool:
        """Whether a text is later: newer than the one that was answered, or first read after the closing."""
        return opened_at > self.at or (self.sealed_at is not None and sealed_at > self.sealed_at)


def changed_after_closing(readable: Collection[Any]) -> dict[Any, FollowedText]:
    """By the keys of texts that change the words of a closed issue, the text of its closing to which they stand.

    `readable` has the keys of the texts that count. Of each amendment, and of the law, the newest text says whether the words
    changed. A bounded number of queries, however many issues were closed.
    """
    closings = _closings()
    first = min((one.sealed_at or one.at for one in closings.values()), default=None)
    opened = _opened(readable) if first else {}
    later = [key for key, moment in opened.items() if first and moment > first]
    texts = FollowedText.objects.answering().filter(issue__in=list(closings), version__in=readable)
    told = texts.filter(version__in=later).values_list("issue", "version", "version__sealed_at")
    late = {key for key, text, sealed_at in told if closings[key].is_before(sealed_at, opened[text])}
    joined = ("version__draft__amendment", "version__text_of__draft")
    rows = texts.filter(issue__in=late).select_related(*joined)
    ordered = rows.order_by("issue", "version__sealed_at", "version__number")
    found: dict[Any, FollowedText] = {}
    for key, own in groupby(ordered, key=lambda row: row.issue_id):
        found.update(_changed(list(own), closings[key], opened))
    return found


def _changed(
    own: list[FollowedText], closing: _Closing, opened: Mapping[Any, datetime]
) -> Iterator[tuple[Any, FollowedText]]:
    later = [row for row in own if closing.is_before(row.version.sealed_at, opened[row.version_id])]
    earlier = [row for row in own if row not in later]
    known = [row for row in earlier if row.version_id == closing.answered] or earlier or own[:1]
    for row in {_line(row): row for row in own}.values():
        before = text_before(row, known) if row in later else None
        if before is not None and before.text_hash != row.text_hash:
            yield row.pk, before


def _line(row: FollowedText) -> object:
    return row.version.draft.amendment_id if row.version.draft else None


def _opened(readable: Collection[Any]) -> dict[Any, datetime]:
    """By text, the moment from which the office could read it: when it left its drafting body."""
    rows = Version.objects.filter(pk__in=readable)
    of_draft = Min("draft__releases__at", filter=~Q(draft__releases__audience=DRAFTING_BODY))
    of_law = Min("releases__at", filter=~Q(releases__audience=DRAFTING_BODY))
    return dict(rows.order_by().values_list("pk", Coalesce(of_draft, of_law)))


def _closings() -> dict[Any, _Closing]:
    """How each closed issue was closed last."""
    closed = RightsIssue.objects.filter(state=IssueState.CLOSED).order_by()
    given = Assessment.objects.standing().filter(issue__in=closed, state_after=IssueState.CLOSED)
    columns = "issue", "at", "version", "version__sealed_at"
    answers = {(key, at): told for key, at, *told in given.values_list(*columns)}
    moments: dict[Any, datetime] = {}
    history = RightsIssue.history.filter(id__in=closed.values("pk")).order_by("history_id")
    for key, at, state in history.values_list("id", "history_date", "state"):
        if state == IssueState.CLOSED:
            moments.setdefault(key, at)
        else:
            moments.pop(key, None)
    return {key: _Closing(at, *answers.get((key, at), ())) for key, at in moments.items()}
