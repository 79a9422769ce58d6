"""What somebody of the office said of a text: whether it fixes the issue."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import ExpressionWrapper, F, Q

from amendments.models import Version
from consultations.models.keys import RandomKey
from rights.models.issue import RightsIssue
from rights.models.unanswered import FAILED
from rights.values import STATE_OF, Conformity, IssueState

IS_FINAL = Q(version__draft=None) & ~Q(version=F("issue__raised_on"), version__text_of=None)


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Chainable reads of assessments."""

    def standing(self) -> "AssessmentQuerySet":
        """Those that were not taken back."""
        return self.filter(taken_back_at=None)

    def counting(self, text: Version | None = None) -> "AssessmentQuerySet":
        """Those that count beyond their own text: none on drafts of an amendment that failed, unless `text` is one of them."""
        is_failed = Q(version__draft__amendment__state__in=FAILED) & ~Q(version=F("issue__raised_on"))
        amendment = text.draft.amendment_id if text and text.draft else None
        return self.standing().filter(~is_failed | Q(version__draft__amendment=amendment))

    def final(self) -> "AssessmentQuerySet":
        """Those of the adopted law: of later texts of the law than the one on which the issue was raised, or of one that an
        amendment had made."""
        return self.filter(IS_FINAL)

    def told_final(self) -> models.QuerySet[Any]:  # Any: with an annotation
        """With `is_final`, whether it is one of these."""
        return self.annotate(is_final=ExpressionWrapper(IS_FINAL, models.BooleanField()))

    def moving(self) -> "AssessmentQuerySet":
        """Those that say where an issue is: of later texts that are or may become law, and about which the issue still is."""
        answers = {"issue__followed__version": F("version"), "issue__followed__answers_issue": True}
        return self.counting().exclude(version=F("issue__raised_on")).filter(**answers)


class Assessment(RandomKey):
    """An answer. Rows are only added, so that they are their own history: the newest that stands counts.

    `place` counts the answers of an issue in the order in which they were written, which is not always that of `at`.
    An answer can be taken back as long as the issue is in `state_after`.
    """

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="assessments")
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    text_hash = models.CharField(max_length=64)
    value = models.CharField(max_length=20, choices=Conformity.choices)
    note = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    state_before = models.CharField(max_length=20, choices=IssueState.choices)
    state_after = models.CharField(max_length=20, choices=IssueState.choices)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["issue", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "place"], name="one_answer_in_a_place")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["issue", "text_hash"], name="assessed_text")
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.version_id}: {self.value}"

    @property
    def has_moved(self) -> bool:
        """Whether the state of the issue followed from it."""
        return self.state_after in (STATE_OF[self.value], IssueState.CLOSED)
