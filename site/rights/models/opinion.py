"""The opinion of the head of the office on an amendment or an act in force, with its numbered recommendations."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from rights.models.issue import LONGEST_TITLE, RightsIssue
from rights.models.visibility import OpinionQuerySet, RecommendationQuerySet

LONGEST_NUMBER = 20


class Opinion(RandomKey):
    """What the office says on one amendment, or on one act in force.

    Analysts draft it; nobody else knows of it. Once the head has issued it, the database keeps it and its recommendations as
    they are. `revision` counts the saves of it and of its recommendations.
    """

    amendment = models.ForeignKey(
        "amendments.Amendment", models.PROTECT, null=True, related_name="rights_opinions"
    )
    instrument = models.ForeignKey(
        "amendments.Instrument", models.PROTECT, null=True, related_name="rights_opinions"
    )
    number = models.CharField(  # noqa: DJ001 # None until it is issued
        max_length=LONGEST_NUMBER, null=True, unique=True
    )
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("text"), blank=True)
    language = models.CharField(_("language"), max_length=3)
    reply_by = models.DateField(_("reply by"), null=True)  # for the addressees
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_key = models.UUIDField(
        null=True, unique=True
    )  # of the form; posting it again drafts no second one
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    objects = OpinionQuerySet.as_manager()
    history = audited()

    class Meta:
        verbose_name = _("opinion")
        verbose_name_plural = _("opinions")
        ordering: ClassVar[list[str]] = ["-issued_at", "-drafted_at"]
        permissions = [("issue_opinions", "Can issue the opinions of the Ombudsman's office")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(amendment=None, instrument__isnull=False)
                | Q(amendment__isnull=False, instrument=None),
                name="opinion_on_an_amendment_or_an_act",
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None, issued_by=None, number=None)
                | (
                    Q(issued_at__isnull=False, issued_by__isnull=False, number__isnull=False)
                    & ~Q(text="")
                    & ~Q(number="")
                ),
                name="issued_opinion_has_number_and_words",
            ),
        ]

    def __str__(self) -> str:
        return self.number or self.title

    @property
    def url(self) -> str:
        return reverse("rights:opinion", args=[self.pk])

    @property
    def is_issued(self) -> bool:
        """Whether the head has issued it."""
        return self.issued_at is not None

    @property
    def about(self) -> str:
        """The title of the amendment or act."""
        subject = self.amendment or self.instrument
        return str(subject.shown_title) if subject is not None else ""

    @cached_property
    def has_several_acts(self) -> bool:
        """Whether its amendment changes several acts, so that a number without its act is ambiguous."""
        return self.amendment is not None and self.amendment.amended_acts.count() > 1


class Recommendation(RandomKey):
    """One recommendation: on which issue and provision, why, in which words the provision should stand, and to whom.

    `version` is the text that the wording would change. `rights` and `articles` are what the issue named when it was issued.
    Without an issue, the office chose the provision and the rights.
    """

    opinion = models.ForeignKey(Opinion, models.CASCADE, related_name="recommendations")
    place = models.PositiveIntegerField()  # final once the opinion is issued
    issue = models.ForeignKey(RightsIssue, models.PROTECT, null=True, related_name="recommendations")
    created_key = models.UUIDField(
        null=True, unique=True
    )  # of the form; posting it again writes no second one
    version = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, related_name="recommendations")
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    reasons = models.TextField(_("reasons"), blank=True)
    wording = models.TextField(_("recommended wording"), blank=True)
    addressee = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        related_name="recommendations",
        verbose_name=_("addressee"),
    )
    rights = models.JSONField(default=list)
    articles = models.JSONField(default=list)

    objects = RecommendationQuerySet.as_manager()
    history = audited()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering: ClassVar[list[str]] = ["opinion", "place"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["opinion", "issue"], name="issue_once_in_an_opinion")
        ]

    def __str__(self) -> str:
        return f"{self.opinion}: {self.place}"

    @property
    def url(self) -> str:
        """Its place on the page of the opinion."""
        return f"{self.opinion.url}#r-{self.place}"

    @property
    def lacks(self) -> bool:
        """Whether something is missing before it can be issued."""
        return not (self.reasons and self.addressee_id)
