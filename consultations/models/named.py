"""The rights, grounds of discrimination and treaties that a comment names."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.vocabulary import Right, Term, Treaty
from consultations.rules.benchmarks import LONGEST_ARTICLE, TermKind, TreatyArticle

NAMED = ("rights", "grounds", "named_treaties__treaty")
"""What `Comment.named` reads, for `prefetch_related`."""


@dataclass(frozen=True, slots=True)
class Named:
    """The rows of the vocabularies that a comment names, treaties with their articles ("" = the whole treaty)."""

    rights: tuple[Right, ...] = ()
    grounds: tuple[Term, ...] = ()
    treaties: tuple[tuple[Treaty, str], ...] = ()

    @property
    def codes(self) -> dict[str, list[str]]:
        """Their codes in a fixed order, as receipts and histories keep them. A treaty is "ECHR 14"."""
        articles = (str(TreatyArticle(treaty.code, articles)) for treaty, articles in self.treaties)
        return {
            "rights": sorted(row.code for row in self.rights),
            "grounds": sorted(row.code for row in self.grounds),
            "treaties": sorted(articles),
        }


class CodesOfRecord(models.Model):
    """The codes that a comment named and the names of its files, for each row of its history."""

    rights = models.JSONField(_("rights"), default=list)
    grounds = models.JSONField(_("grounds"), default=list)
    treaties = models.JSONField(_("treaties"), default=list)
    attachments = models.JSONField(_("attachments"), default=list)

    class Meta:
        abstract = True


class NamedRight(models.Model):
    """A right that a comment names."""

    comment = models.ForeignKey("consultations.Comment", models.CASCADE, related_name="named_rights")
    right = models.ForeignKey(Right, models.PROTECT, related_name="named_in")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "right"], name="right_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.right}"


class NamedGround(models.Model):
    """A ground of discrimination that a comment names."""

    comment = models.ForeignKey("consultations.Comment", models.CASCADE, related_name="named_grounds")
    ground = models.ForeignKey(
        Term, models.PROTECT, related_name="named_in", limit_choices_to={"kind": TermKind.GROUND.value}
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "ground"], name="ground_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.ground}"


class NamedTreaty(models.Model):
    """A treaty that a comment names, with its articles as cited: "5(1)(f)", "13, 14"; "" is the whole treaty."""

    comment = models.ForeignKey("consultations.Comment", models.CASCADE, related_name="named_treaties")
    treaty = models.ForeignKey(Treaty, models.PROTECT, related_name="named_in")
    articles = models.CharField(max_length=LONGEST_ARTICLE, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["treaty__system__order", "treaty__order", "treaty__code"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "treaty"], name="treaty_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.treaty}"
