"""The act through time, and the library page that holds all acts."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from amendments.admin.record_pages import RecordPage
from amendments.models.titled import Titled, titles_field
from amendments.models.version import Version
from amendments.permissions import may_draft_in
from amendments.routing import InstrumentRoutes, LibraryRoutes


class Library(LibraryRoutes, Page):
    """The page below Home that lists the acts."""

    subpage_types: ClassVar[list[str]] = ["amendments.Instrument"]
    template = "madda/amendments/library.html"
    max_count = 1

    class Meta:
        verbose_name = _("acts")


class InstrumentType(models.TextChoices):
    """What kind of act it is."""

    CONSTITUTION = "constitution", _("Constitution")
    CODE = "code", pgettext_lazy("kind of act", "Code")
    LAW = "law", _("Law")
    DECREE = "decree", _("Decree")
    DECISION = "decision", _("Cabinet decision")
    OTHER = "other", _("Other act")


class Instrument(Titled, RecordPage, InstrumentRoutes, Page):
    """The act through time (FRBR Work). Its texts are sealed versions, never fields of this page."""

    parent_page_types: ClassVar[list[str]] = ["amendments.Library"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False
    template = "madda/amendments/instrument.html"

    drafting_body = models.ForeignKey(
        "amendments.Section", models.PROTECT, related_name="instruments", verbose_name=_("responsible body")
    )
    type = models.CharField(
        _("type"), max_length=20, choices=InstrumentType.choices, default=InstrumentType.LAW
    )
    titles = titles_field()
    number = models.CharField(
        _("number"), max_length=50, help_text=_("As printed, for example 27-L or 713-IVQ.")
    )
    date = models.DateField(_("date of adoption"), null=True, blank=True)
    country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("Two letters; empty for a fictional act.")
    )
    language = models.CharField(_("language of the authentic text"), max_length=3, default="en")
    gazette_references = models.TextField(_("gazette references"), blank=True)
    source = models.CharField(
        _("source"), max_length=500, blank=True, help_text=_("Where the imported text comes from.")
    )
    register_number = models.CharField(_("number in the State Register"), max_length=50, blank=True)
    eli = models.CharField(_("European Legislation Identifier"), max_length=200, blank=True)
    is_official = models.BooleanField(
        _("official text"), default=False, help_text=_("Otherwise the pages say “not an official text”.")
    )

    discarded_at = models.DateTimeField(null=True, editable=False)
    discarded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    discard_reason = models.TextField(blank=True, editable=False)

    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("type"), FieldPanel("number"), FieldPanel("date"), FieldPanel("drafting_body")],
            heading=_("Act"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("gazette_references"),
                FieldPanel("source"),
                FieldPanel("register_number"),
                FieldPanel("eli"),
                FieldPanel("is_official"),
            ],
            heading=_("Publication"),
        ),
    ]

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["country", "type", "number", "date"],
                condition=models.Q(discarded_at=None),
                name="one_instrument_per_number_and_date",
            ),
            models.CheckConstraint(
                condition=models.Q(discarded_at=None)
                | (models.Q(discarded_by__isnull=False) & ~models.Q(discard_reason="")),
                name="discarded_act_has_person_and_reason",
            ),
        ]

    def is_drafted_by(self, user: Any) -> bool:
        """The drafters of the responsible body."""
        return may_draft_in(user, self.drafting_body)

    def text_versions(self) -> models.QuerySet[Version]:
        """What the comparison of two revisions compares."""
        return self.versions.filter(draft=None)

    def consolidated(self) -> models.QuerySet[Version]:
        """The sealed consolidated versions, newest first."""
        return self.versions.filter(draft=None).order_by("-number")
