"""Recommendations of international bodies to the country, as the office imported them, and the issues that rest on them."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.keys import RandomKey
from consultations.models.vocabulary import Right
from rights.international_table import LONGEST_WORDS, GivenRecommendation
from rights.models.issue import RightsIssue
from rights.models.visibility import InternationalQuerySet

PLAIN = ("annotation", "symbol", "published_on", "body", "kind", "text", "session", "position")
LISTS = ("countries", "regions", "themes", "affected", "goals", "states")


class InternationalRecommendation(RandomKey):
    """An annotation of the Universal Human Rights Index, or of a list with its columns. Its number finds it.

    It is no recommendation of the Ombudsman. An import adds and changes rows; no row is deleted. `rights` are those of
    our vocabulary, which the office adds.
    """

    annotation = models.CharField(_("number of the annotation"), max_length=LONGEST_WORDS, unique=True)
    symbol = models.CharField(_("symbol of the document"), max_length=LONGEST_WORDS, blank=True)
    published_on = models.DateField(_("date of the document"), null=True)
    body = models.CharField(_("body"), max_length=LONGEST_WORDS)
    kind = models.CharField(_("kind"), max_length=LONGEST_WORDS, blank=True)
    countries = models.JSONField(_("countries"), default=list)
    regions = models.JSONField(_("regions"), default=list)
    themes = models.JSONField(_("themes"), default=list)
    affected = models.JSONField(_("affected persons"), default=list)
    goals = models.JSONField(_("goals of sustainable development"), default=list)
    text = models.TextField(_("text"))
    session = models.CharField(_("session of the periodic review"), max_length=LONGEST_WORDS, blank=True)
    states = models.JSONField(_("recommending states"), default=list)
    position = models.CharField(_("position of the state"), max_length=LONGEST_WORDS, blank=True)
    rights = models.ManyToManyField(Right, related_name="international")
    issues = models.ManyToManyField(RightsIssue, through="IssueSource", related_name="international")
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = InternationalQuerySet.as_manager()

    class Meta:
        verbose_name = _("international recommendation")
        verbose_name_plural = _("international recommendations")
        ordering: ClassVar[
            list[Any]
        ] = [  # Any: an expression, because databases place an empty day differently
            models.F("published_on").desc(nulls_last=True),
            "body",
            "annotation",
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.symbol}" if self.symbol else self.body

    @property
    def given(self) -> GivenRecommendation:
        """The row as a line of a table. One query unless the rights were prefetched."""
        values: dict[str, Any] = {name: getattr(self, name) for name in PLAIN}  # Any: of each field its own
        values |= {name: tuple(getattr(self, name)) for name in LISTS}
        values["rights"] = tuple(sorted(right.code for right in self.rights.all()))
        return GivenRecommendation(**values)


class IssueSource(models.Model):
    """A recommendation on which an issue rests. Only the office knows of it."""

    issue = models.ForeignKey(RightsIssue, models.CASCADE, related_name="sources")
    recommendation = models.ForeignKey(InternationalRecommendation, models.PROTECT, related_name="sources")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["issue", "recommendation"], name="issue_rests_once_on_a_recommendation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.recommendation_id}"
