"""Draft n of an amendment: one sealed version of each act that it changes."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from wagtail.models import Page

from amendments.models.visibility import DraftQuerySet
from amendments.permissions import may_draft

LONGEST_BASIS, LONGEST_SIGNATORY = 100, 200
FRAME = ("title", "basis", "signatory")
"""Words of an amendment that frame its act. A draft keeps those with which it was sealed."""


class Draft(models.Model):
    """The draft amending act as it was sealed.

    Its row is written last, after its versions; from then on the database refuses every change and every further
    version. Its hash covers its versions with their instructions and the draft before it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    amendment = models.ForeignKey("amendments.Amendment", models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField(_("number"))
    note = models.TextField(_("note"), blank=True)
    title = models.CharField(_("title"), max_length=255)
    basis = models.CharField(_("provision on which the act rests"), max_length=LONGEST_BASIS, blank=True)
    signatory = models.CharField(_("who signs the act"), max_length=LONGEST_SIGNATORY, blank=True)
    root_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)
    legal_check = models.ForeignKey(
        "amendments.LegalCheck", models.PROTECT, related_name="drafts", verbose_name=_("legal check")
    )  # the pass that opened the seal
    sealed_at = models.DateTimeField(_("sealed"))
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sealed_by_label = models.CharField(max_length=200)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("of an amendment", "draft")
        verbose_name_plural = pgettext_lazy("of an amendment", "drafts")
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["amendment", "number"], name="draft_number")
        ]

    def __str__(self) -> str:
        return str(self.label)

    def is_drafted_by(self, user: Any) -> bool:
        """The drafters of the amendment."""
        return may_draft(user, self.amendment)

    def is_framed_by(self, amendment: Any) -> bool:
        """Whether it was sealed under the words that its amendment has now."""
        return all(getattr(self, name) == getattr(amendment, name) for name in FRAME)

    @property
    def shown_title(self) -> str:
        """The title with which it was sealed, in the language of the reader as far as it is translated."""
        amendment = self.amendment
        return str(amendment.shown_title) if amendment.title == self.title else self.title

    @property
    def from_amendment(self) -> Page:
        """Its amendment."""
        return self.amendment

    @property
    def label(self) -> str:
        """ "Draft 2"."""
        return _("Draft %(number)s") % {"number": self.number}

    @property
    def page(self) -> models.Model:
        """The amendment, below whose page the draft is read."""
        return self.amendment

    @property
    def url(self) -> str:
        """Where its texts are read."""
        return f"{self.amendment.url}v/{self.number}/"

    @property
    def redline_url(self) -> str:
        """Where it is read against what it amends."""
        return f"{self.url}redline/"

    @property
    def act_url(self) -> str:
        """Where the amending act is read."""
        return f"{self.url}act/"

    @property
    def note_url(self) -> str:
        """Where its explanatory note is read."""
        return f"{self.url}note/"
