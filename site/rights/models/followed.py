"""The passages that an issue is about, their places in later texts, and the texts in which it is followed."""

from collections.abc import Collection
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from consultations.models.anchored import AnchoredPassage, PlacedPassage, quote_constraint, range_constraint
from consultations.rules.placement import Status
from rights.models.assessment import IS_FINAL, Assessment, AssessmentQuerySet
from rights.models.issue import RightsIssue
from rights.models.unanswered import same_words, unanswered
from rights.values import IssueState


class IssueAnchor(AnchoredPassage):
    """A passage of the text on which the issue was raised."""

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="anchors")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, related_name="issue_anchors")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            range_constraint("issue_anchor_range"),
            quote_constraint("issue_anchor_quotes_its_range"),
        ]


class IssuePlacement(PlacedPassage):
    """The place of a passage of an issue in a later text of the act."""

    anchor = models.ForeignKey(IssueAnchor, models.CASCADE, related_name="placements")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    @property
    def decision(self) -> str:
        """What tells the decision of a person from another one; "" if nobody has decided."""
        return self.decided_at.isoformat() if self.decided_at else ""

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["anchor", "version"], name="one_issue_placement_per_version"),
            range_constraint("issue_placement_range"),
            models.CheckConstraint(
                condition=Q(status=Status.DELETED) | Q(provision__isnull=False),
                name="issue_placement_stands_somewhere",
            ),
        ]


class FollowedQuerySet(models.QuerySet["FollowedText"]):
    """Chainable reads of followed texts."""

    def answering(self) -> "FollowedQuerySet":
        """Texts on which the office answers for the issue. Drafts that leave the provision alone are only followed."""
        return self.filter(answers_issue=True)

    def waiting(
        self, readable: Collection[Any] | None = None, closed: Collection[Any] = ()
    ) -> "FollowedQuerySet":
        """Texts for which nobody has said whether they fix the issue, which is still open.

        An answer on a draft counts for later drafts with the same words, unless it was given on a draft of an amendment that
        failed. The first text of the law that is adopted gets an answer of its own; a later one has the answer of the law that
        was answered last, as long as the words are the same. Words that went and came back are asked about again: the state
        of the issue follows from answers alone.
        Whoever has answered a later draft of the same amendment, or a later text of the law, is not asked about an earlier
        one. Nobody is asked about drafts of an amendment that is over.
        With the keys of the texts that a reader may read, those of them; other texts and the answers on them do not count.
        `closed` has the keys of rows that wait although their issue is closed.
        """
        open_ones = self.answering().filter(~Q(issue__state=IssueState.CLOSED) | Q(pk__in=list(closed)))
        given = Assessment.objects.counting()
        if readable is not None:
            open_ones, given = open_ones.filter(version__in=readable), given.filter(version__in=readable)
        return unanswered(open_ones, given, "issue", _is_answered(given, readable))


def _is_answered(given: AssessmentQuerySet, readable: Collection[Any] | None) -> Q:
    """Whether a text has an answer: its own one, or an earlier one since which its amendment or the law had no other words.

    An answer on the law on which a draft stands, or on an older text, does not count for the draft. Drafts are asked about
    from the first one that has other words than that law.
    """
    same = same_words(given, "issue")
    is_own = Q(version__draft__amendment=OuterRef("version__draft__amendment"))
    is_newer = Q(version__sealed_at__gt=OuterRef("version__parent__sealed_at"))
    drafts = _others(Q(version__draft__amendment=OuterRef(OuterRef("version__draft__amendment"))), readable)
    by_draft = same.filter(is_own | is_newer).filter(~Exists(drafts))
    source = Q(version__draft__amendment=OuterRef(OuterRef("version__text_of__draft__amendment")))
    by_law = same.filter(IS_FINAL, ~Exists(_others(Q(version__draft=None) | source, readable)))
    is_carried = Q(Exists(by_draft), version__draft__isnull=False) | Q(Exists(by_law), version__draft=None)
    return Q(Exists(same.filter(version=OuterRef("version")))) | is_carried


def _others(line: Q, readable: Collection[Any] | None) -> FollowedQuerySet:
    """The texts with other words between an answer and a text, which are the two queries around this one.

    `line` chooses among the texts: the drafts of one amendment, or the law.
    """
    at = OuterRef("version__sealed_at")
    between = {"version__sealed_at__gte": at, "version__sealed_at__lt": OuterRef(at)}
    rows = FollowedText.objects.answering().filter(line, **between, issue=OuterRef("issue"))
    if readable is not None:
        rows = rows.filter(version__in=readable)
    return rows.filter(~Q(text_hash=OuterRef("text_hash")))


class FollowedText(models.Model):
    """A text of the act in which an issue is followed; the first one is that on which it was raised.

    The hash is of the words of its provisions there. Texts of one hash say the same. `answers_issue` says whether the office
    is asked about it; `follow_text.answers` has the rule.
    """

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="followed")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="followed_issues")
    text_hash = models.CharField(max_length=64)
    answers_issue = models.BooleanField(default=True)

    objects = FollowedQuerySet.as_manager()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "version"], name="issue_followed_once_in_a_text")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["version", "text_hash"], name="followed_text")
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.version_id}"
