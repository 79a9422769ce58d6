"""Sealed states of a text: rows that the database refuses to change (`amendments/record/seals.py`)."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from wagtail.models import Page

from amendments.models.visibility import VersionQuerySet
from amendments.permissions import may_draft_in
from amendments.provisions.printing.label_forms import LONGEST

LONGEST_NUMBER, LONGEST_EID = 60, 200


class Version(models.Model):
    """One sealed state of the whole text of an act: consolidated, or as a draft of an amendment makes it.

    The row is written after its entries; from then on the database refuses every change. There is no unsealed
    version. A version of a draft has the number of the draft and is released with it; `order` is the place of its act
    in the draft.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    instrument = models.ForeignKey("amendments.Instrument", models.PROTECT, related_name="versions")
    draft = models.ForeignKey("amendments.Draft", models.PROTECT, null=True, related_name="versions")
    order = models.PositiveIntegerField(default=0)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    text_of = models.ForeignKey("self", models.PROTECT, null=True, related_name="consolidations")
    number = models.PositiveIntegerField(_("number"))
    law_number = models.CharField(_("by law"), max_length=50, blank=True)
    note = models.TextField(_("note"), blank=True, help_text=_("A corrigendum says here what it corrects."))
    root_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)
    sealed_at = models.DateTimeField(_("sealed"))
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    sealed_by_label = models.CharField(max_length=200)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = pgettext_lazy("counted", "versions")
        ordering: ClassVar[list[str]] = ["number", "order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["instrument", "number"],
                condition=models.Q(draft=None),
                name="consolidated_version_number",
            ),
            models.UniqueConstraint(fields=["draft", "instrument"], name="one_version_per_act_of_a_draft"),
            models.UniqueConstraint(fields=["draft", "order"], name="one_version_per_place_in_a_draft"),
        ]
        permissions = [
            ("release_version", "Can release versions (secretariat)"),
            ("approve_release", "Can approve a release (chair)"),
            ("read_requested", "Can read every version whose release is asked for"),
            ("read_released", "Can read every version that left its drafting body"),
        ]

    def __str__(self) -> str:
        return str(self.label)

    def is_drafted_by(self, user: Any) -> bool:
        """The drafters of its draft; those of the responsible body for a consolidated text."""
        if self.draft is not None:
            return self.draft.is_drafted_by(user)
        return may_draft_in(user, self.instrument.drafting_body)

    @property
    def from_amendment(self) -> Page | None:
        """The amendment of its draft, or the one whose adoption made a consolidated text; None for an imported text."""
        source = self if self.draft_id else self.text_of
        return source.draft.amendment if source is not None and source.draft is not None else None

    @property
    def is_draft(self) -> bool:
        """Whether it belongs to a draft of an amendment and is no consolidated text."""
        return self.draft_id is not None

    @property
    def label(self) -> str:
        """ "Draft 2" or "Consolidated text 1"."""
        words = _("Draft %(number)s") if self.is_draft else _("Consolidated text %(number)s")
        return words % {"number": self.number}

    @property
    def page(self) -> models.Model:
        """The page below which this version is read."""
        return self.draft.amendment if self.draft else self.instrument

    @property
    def url(self) -> str:
        """Where the text is read; the version of a draft is read with those of the other acts."""
        return self.draft.url if self.draft else f"{self.instrument.url}v/{self.number}/"


class VersionEntry(models.Model):
    """A line of the manifest: which provision stands where, under which number."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="entries")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, related_name="entries")
    parent = models.ForeignKey("amendments.Provision", models.PROTECT, null=True, related_name="+")
    order = models.PositiveIntegerField()
    number = models.CharField(max_length=LONGEST_NUMBER, blank=True)
    label = models.CharField(max_length=LONGEST, blank=True)  # as the act prints it: "({number}) "
    eid = models.CharField(max_length=LONGEST_EID, blank=True)
    is_repealed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["version", "provision"], name="one_entry_per_provision"),
            models.UniqueConstraint(fields=["version", "order"], name="one_entry_per_place"),
        ]

    def __str__(self) -> str:
        return self.number


class EntryText(models.Model):
    """The authentic wording of an entry in one language. Translations are no part of the record (`translation.py`)."""

    entry = models.ForeignKey(VersionEntry, models.PROTECT, related_name="texts")
    language = models.CharField(max_length=3)
    text = models.ForeignKey("amendments.ProvisionText", models.PROTECT, related_name="entry_texts")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["entry", "language"], name="one_text_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.entry} ({self.language})"


class Commencement(models.Model):
    """When a version enters into force; appended, the latest row counts, the end of validity is derived."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="commencements")
    date = models.DateField(null=True, help_text=_("Leave it empty until the day is known."))
    source = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["recorded_at", "pk"]

    def __str__(self) -> str:
        begins = date_format(self.date) if self.date else _("undetermined")
        return f"{self.version}: {begins}"
