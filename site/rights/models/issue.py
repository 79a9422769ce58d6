"""Rights issues: a provision, the rights that it touches, and what the Ombudsman's office thinks of it."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Case, IntegerField, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.comment import Comment
from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from consultations.models.submission import LONGEST_REFERENCE
from consultations.models.vocabulary import Right, Term, Treaty
from consultations.rules.benchmarks import LONGEST_ARTICLE, TreatyArticle
from rights.models.visibility import IssueQuerySet
from rights.values import SHORT_SEVERITY, STATE_OF, IssueState, Severity

LONGEST_TITLE, LONGEST_SOURCE = 300, 300


class NamedOfRecord(models.Model):
    """What an issue named, for each row of its history."""

    rights = models.JSONField(_("rights"), default=list)
    terms = models.JSONField(default=list)
    articles = models.JSONField(_("articles"), default=list)
    comments = models.JSONField(_("comments"), default=list)
    provisions = models.JSONField(_("provisions"), default=list)  # their keys, in the order of the issue

    class Meta:
        abstract = True


class RightsIssue(RandomKey):
    """An issue of the office. It is raised on one text of an act and followed in every later one.

    `revision` counts the saves. A save with an older number is refused as a conflict.
    """

    reference = models.CharField(
        max_length=LONGEST_REFERENCE, unique=True
    )  # HRI-2026-001; the office alone sees it
    instrument = models.ForeignKey("amendments.Instrument", models.PROTECT, related_name="rights_issues")
    raised_on = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    amendment = models.ForeignKey(
        "amendments.Amendment", models.PROTECT, null=True, related_name="rights_issues"
    )  # on a draft of which it was raised; None: on the law in force
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    state = models.CharField(
        _("state"), max_length=20, choices=IssueState.choices, default=IssueState.FLAGGED
    )
    severity = models.CharField(_("severity"), max_length=10, choices=Severity.choices)
    rights = models.ManyToManyField(Right, related_name="issues")
    terms = models.ManyToManyField(Term, related_name="issues")  # groups, grounds, forms, areas and stages
    comments = models.ManyToManyField(Comment, related_name="issues")
    analysis = models.TextField(_("analysis"), blank=True)
    extract = models.TextField(_("quotation"), blank=True)  # from a comparator
    extract_of = models.ForeignKey(Treaty, models.PROTECT, null=True, related_name="+")
    extract_source = models.CharField(_("source"), max_length=LONGEST_SOURCE, blank=True)
    extract_language = models.CharField(_("language"), max_length=3, blank=True)
    recommended_text = models.TextField(_("recommended wording"), blank=True)
    lead = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        related_name="rights_issues",
        verbose_name=_("lead institution"),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="rights_issues", verbose_name=_("analyst")
    )
    due = models.DateField(_("due"), null=True)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_key = models.UUIDField(
        null=True, unique=True
    )  # of the form; posting it again creates no second issue
    revision = models.PositiveIntegerField(default=1)

    objects = IssueQuerySet.as_manager()
    history = audited(NamedOfRecord)
    new_named: Mapping[str, object] | None = (
        None  # what it names from now on; written after the row was saved
    )

    class Meta:
        verbose_name = _("rights issue")
        verbose_name_plural = _("rights issues")
        ordering: ClassVar[list[str]] = ["reference"]
        permissions = [
            ("read_issues", "Can read rights issues and the notes of the office"),
            ("write_issues", "Can open, change and assess rights issues"),
            ("assign_issues", "Can give rights issues to other analysts"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def url(self) -> str:
        return reverse("rights:issue", args=[self.pk])

    @property
    def short_severity(self) -> str:
        """ "Critical" without what it means."""
        return str(SHORT_SEVERITY[self.severity])

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is done about it."""
        return self.state == IssueState.CLOSED

    @property
    def newest_answer(self) -> object:
        """The key of the newest assessment that stands, on whatever text."""
        newest = self.assessments.standing().order_by("-place")
        return newest.values_list("pk", flat=True).first()

    @property
    def came_from(self) -> str:
        """The state in which it was before the one in which it is, without those that answers gave; "" if there is none."""
        steps = self.history.exclude(state__in={self.state, *STATE_OF.values()})
        return steps.order_by("-history_id").values_list("state", flat=True).first() or ""

    def named(self) -> Mapping[str, object]:
        """The codes and references that it names. Four queries unless they were prefetched."""
        return {
            "rights": sorted(row.code for row in self.rights.all()),
            "terms": sorted(f"{row.kind} {row.code}" for row in self.terms.all()),
            "articles": sorted(str(row) for row in self.articles.all()),
            "comments": sorted(row.reference for row in self.comments.all()),
        }

    def of_record(self) -> Mapping[str, object]:
        """What the history keeps besides the columns."""
        keys = self.anchors.order_by("pk").values_list("provision", flat=True)
        provisions = list(dict.fromkeys(map(str, keys)))
        return {"provisions": provisions, **(self.named() if self.new_named is None else self.new_named)}


class IssueArticle(models.Model):
    """Articles of a treaty against which the issue measures the provision; "" is the whole treaty."""

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="articles")
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="+")
    articles = models.CharField(max_length=LONGEST_ARTICLE, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "treaty"], name="treaty_named_once_by_an_issue")
        ]

    def __str__(self) -> str:
        return str(TreatyArticle(self.treaty.code, self.articles))


def worst_first() -> Any:  # Any: an expression
    """The order of severity for a query."""
    order = list(reversed(Severity.values))
    return Case(
        *(When(severity=value, then=Value(place)) for place, value in enumerate(order)),
        output_field=IntegerField(),
    )
