"""The questions of the office to institutions, as their people and the office read them."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from amendments.models import Provision, Version
from consultations.access.memberships import sends_for
from consultations.queries.comments.provision_parts import wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import ProvisionWording, wordings
from rights.models import Assessment, IssueAnchor, ReplyRequest, RightsIssue
from rights.models.visibility import ReplyQuerySet

MOST = 5  # on the page of a provision


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A question with the provision that it is about; None if the reader may not read the text."""

    row: ReplyRequest
    wording: ProvisionWording | None
    words: str = ""  # as the issue covers them, with the parts of the provision; "" in lists

    @property
    def called(self) -> str:
        """How the provision is called."""
        return self.wording.called if self.wording else ""

    @property
    def provision(self) -> object:
        """The key of the provision."""
        return self.wording.provision if self.wording else None

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over without a reply."""
        return self.row.is_open and self.row.due < timezone.localdate()


def for_requests(user: Any) -> ReplyQuerySet[ReplyRequest]:
    """The questions that the person may read, with what is shown of them."""
    return _shown(ReplyRequest.objects.visible_to(user))


def own_requests(user: Any) -> ReplyQuerySet[ReplyRequest]:
    """The questions to the institutions of the person, the unanswered first."""
    return _shown(ReplyRequest.objects.to_bodies_of(user)).order_by(
        Coalesce("replied_at", "taken_back_at").desc(nulls_first=True), "due", "pk"
    )


def _shown(rows: ReplyQuerySet[ReplyRequest]) -> ReplyQuerySet[ReplyRequest]:
    return rows.select_related(
        "institution", "issue__instrument", "issue__owner", "asked_by", "replied_by"
    ).prefetch_related("issue__anchors__version__instrument")


def request_lines(rows: Any, user: Any) -> list[RequestLine]:
    """A line for each. A provision of a text that the person may not read is not named."""
    rows = list(rows)
    firsts = [row.issue.anchors.all()[0] for row in rows]
    readable = Version.objects.visible_to(user).filter(pk__in={one.version_id for one in firsts})
    texts = wordings(readable.select_related("instrument"), [one.provision_id for one in firsts])
    found = [texts.get((one.version_id, str(one.provision_id))) for one in firsts]
    return [RequestLine(row, wording) for row, wording in zip(rows, found, strict=True)]


def request_line(row: ReplyRequest, user: Any) -> RequestLine:
    """The line of one question, with the words that it is about."""
    (line,), first = request_lines([row], user), row.issue.anchors.all()[0]
    if line.wording is None:
        return line
    texts = wordings_with_parts([first.version], [first.provision_id])
    field = first.field if first.quote else ""
    return replace(line, words=words_in(texts, first.version, first.provision_id, field))


def may_reply(user: Any, row: ReplyRequest, now: datetime) -> bool:
    """Whether the person can reply in the name of the institution."""
    return row.is_open and replies_for(user, row, now)


def replies_for(user: Any, row: ReplyRequest, now: datetime) -> bool:
    """Whether the person sends what the institution says."""
    return row.institution_id in sends_for(user, now)


def requests_on(user: Any, provision: Provision) -> list[RequestLine]:
    """The questions to the institutions of the person on one provision: the one that they name, which is the first.

    To show them on the others would tell what the office follows besides.
    """
    first = IssueAnchor.objects.filter(issue=OuterRef("issue")).order_by("pk").values("provision")[:1]
    rows = own_requests(user).alias(first=Subquery(first)).filter(first=provision.pk)
    return request_lines(rows[:MOST], user)


def gone_on_from(row: ReplyRequest) -> bool:
    """Whether the issue is closed, or the office has assessed a text, asked again or issued an opinion since the reply."""
    issue = RightsIssue.objects.get(pk=row.issue_id)
    since = row.replied_at
    answers = Assessment.objects.standing().filter(issue=issue, at__gt=since)
    asked = issue.requests.filter(institution=row.institution_id, asked_at__gt=since)
    opinions = issue.recommendations.filter(opinion__issued_at__gt=since)
    return issue.is_closed or answers.exists() or asked.exists() or opinions.exists()
