"""The table of concordance: provisions of comparators beside the provisions of an act."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from consultations.models.submission import LONGEST_REFERENCE
from consultations.models.vocabulary import Right, Treaty
from consultations.rules.benchmarks import TreatyArticle
from rights.models.visibility import RowQuerySet

LONGEST_ARTICLES, LONGEST_SUMMARY = 100, 300


class RightsOfRecord(models.Model):
    """The rights that a row named, for each row of its history."""

    rights = models.JSONField(_("rights"), default=list)

    class Meta:
        abstract = True


class ConcordanceRow(RandomKey):
    """A provision of a comparator beside provisions of an act; without any where the act has none.

    `written_on` is the text on which it was written. `Judgement` rows say the degree, text by text. `revision` counts the
    saves; a save with an older number is refused as a conflict. A removed row stays, with the reason in its history.
    """

    MARK = "TC"

    reference = models.CharField(max_length=LONGEST_REFERENCE, unique=True)  # drawn at random
    instrument = models.ForeignKey(
        "amendments.Instrument", models.PROTECT, related_name="concordance", verbose_name=_("act")
    )
    written_on = models.ForeignKey("amendments.Version", models.PROTECT, related_name="+")
    amendment = models.ForeignKey(
        "amendments.Amendment", models.PROTECT, null=True, related_name="concordance"
    )  # on a draft of which it was written; None: on the law
    treaty = models.ForeignKey(
        Treaty, models.PROTECT, related_name="concordance", verbose_name=_("comparator")
    )
    articles = models.CharField(_("article"), max_length=LONGEST_ARTICLES)
    summary = models.CharField(_("what it asks for"), max_length=LONGEST_SUMMARY)
    quote = models.TextField(_("quotation"), blank=True)
    quote_language = models.CharField(_("language"), max_length=3, blank=True)
    completion = models.TextField(_("plan of completion"), blank=True)
    authority = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        related_name="concordance",
        verbose_name=_("responsible authority"),
    )
    deadline = models.DateField(_("deadline"), null=True)
    rights = models.ManyToManyField(Right, related_name="concordance")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    created_key = models.UUIDField(
        null=True, unique=True
    )  # of the form; posting it again writes no second row
    revision = models.PositiveIntegerField(default=1)

    objects = RowQuerySet.as_manager()
    history = audited(RightsOfRecord)
    new_rights: tuple[Right, ...] | None = None  # written after the row was saved

    class Meta:
        verbose_name = _("row of the table of concordance")
        verbose_name_plural = _("rows of the table of concordance")
        ordering: ClassVar[list[str]] = [
            "treaty__system__order",
            "treaty__order",
            "treaty__code",
            "reference",
        ]
        permissions = [
            ("write_rows", "Can write rows of the table of concordance"),
            ("write_rights_rows", "Can write rows of the table of concordance that name a right"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def url(self) -> str:
        return reverse("concordance:row", args=[self.pk])

    @property
    def cited(self) -> str:
        """The provision of the comparator: "EU-RET 15(1)"."""
        return str(TreatyArticle(self.treaty.code, self.articles))

    def of_record(self) -> Mapping[str, object]:
        """What the history keeps besides the columns."""
        rights: Any = self.rights.all() if self.new_rights is None else self.new_rights
        return {"rights": sorted(row.code for row in rights)}
