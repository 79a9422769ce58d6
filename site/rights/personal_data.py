"""What the app of rights keeps of a person (`register_personal_data`). What the person may read now, and no more."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from amendments.models import Version
from rights.models import (
    Assessment,
    ConcordanceRow,
    Evidence,
    FollowUp,
    IssueNote,
    Judgement,
    Opinion,
    Recommendation,
    RecommendationReply,
    ReplyRequest,
    RightsIssue,
    RightTag,
    TakenBackReply,
)


class OwnRightsWork:
    """Everything that the person wrote about human rights and in tables of concordance."""

    slug = "rights"
    label = _("What you wrote about human rights and in tables of concordance")
    kept = _("Kept for good: opinions and their follow-up rest on it. Only you read your private notes.")

    def count(self, user: Any) -> int:
        return sum(rows.count() for rows, _names in _kinds(user))

    def rows(self, user: Any) -> Iterator[Mapping[str, Any]]:
        """Kind by kind, the oldest first."""
        for rows, names in _kinds(user):
            kind = rows.model._meta.model_name
            for values in rows.order_by(names[0], "pk").values(*names):
                yield {"kind": kind, **values}


def _kinds(user: Any) -> Iterator[tuple[QuerySet[Any], tuple[str, ...]]]:
    """The rows of each kind with the columns that are told; the first is the moment."""
    yield from _on_issues(user)
    yield from _on_opinions(user)


def _on_issues(user: Any) -> Iterator[tuple[QuerySet[Any], tuple[str, ...]]]:
    readable = Version.objects.visible_to(user).values("pk")
    issues = RightsIssue.objects.visible_to(user).values("pk")
    told = ("raised_at", "reference", "title", "analysis")
    yield RightsIssue.objects.visible_to(user).filter(raised_by=user), told
    tags = RightTag.objects.standing_or_removed(user).filter(tagged_by=user)
    yield tags, ("tagged_at", "right__code", "provision", "instruction", "comment", "removed_at")
    own: QuerySet[Any] = IssueNote.objects.visible_to(user).filter(author=user)
    yield own, ("at", "issue__reference", "text", "is_private", "taken_back_at")
    own = Evidence.objects.standing_or_removed(user).filter(written_by=user)
    yield (
        own.annotate(of_kind=F("kind")),  # “kind” is that of the table
        (
            "written_at",
            "issue__reference",
            "of_kind",
            "period",
            "place",
            "summary",
            "cases",
            "source",
            "removed_at",
        ),
    )
    own = Assessment.objects.filter(by=user, issue__in=issues, version__in=readable)
    yield own, ("at", "issue__reference", "value", "note", "taken_back_at")
    asked = ReplyRequest.objects.visible_to(user)
    yield asked.filter(asked_by=user), ("asked_at", "question", "due", "taken_back_at")
    yield asked.filter(replied_by=user), ("replied_at", "question", "reply")


def _on_opinions(user: Any) -> Iterator[tuple[QuerySet[Any], tuple[str, ...]]]:
    """Opinions with what follows from them, and rows of the concordance."""
    readable = Version.objects.visible_to(user).values("pk")
    opinions = Opinion.objects.visible_to(user)
    follow = Recommendation.objects.visible_to(user).values("pk")
    wrote = Q(drafted_by=user) | Q(issued_by=user)
    yield opinions.filter(wrote), ("drafted_at", "number", "title", "text", "issued_at")
    replies = RecommendationReply.objects.filter(by=user, recommendation__in=follow)
    yield replies, ("at", "recommendation__opinion__number", "recommendation__place", "text")
    answers = FollowUp.objects.filter(by=user, recommendation__in=follow, version__in=readable)
    yield (
        answers,
        ("at", "recommendation__opinion__number", "recommendation__place", "value", "note", "taken_back_at"),
    )
    asked = ReplyRequest.objects.visible_to(user).values("pk")
    kept = TakenBackReply.objects.filter(Q(request__in=asked) | Q(recommendation__in=follow), by=user)
    yield kept, ("at", "text", "taken_back_at", "reason")
    rows = ConcordanceRow.objects.standing_or_removed(user)
    yield (
        rows.filter(written_by=user),
        ("written_at", "reference", "articles", "summary", "quote", "completion", "removed_at"),
    )
    given = Judgement.objects.visible_to(user).filter(by=user, row__in=rows.order_by().values("pk"))
    yield given, ("at", "row__reference", "degree", "comment", "taken_back_at")
