"""The section of a drafting body and the draft amending act."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from amendments.admin.record_pages import RecordPage
from amendments.models.draft import LONGEST_BASIS, LONGEST_SIGNATORY
from amendments.models.instruction import Instruction
from amendments.models.titled import Titled, titles_field
from amendments.models.version import Version
from amendments.permissions import may_draft
from amendments.routing import AmendmentRoutes, SectionRoutes
from amendments.states import State


class Section(SectionRoutes, Page):
    """A drafting body: its group permissions on this page say who drafts here."""

    subpage_types: ClassVar[list[str]] = ["amendments.Amendment"]
    template = "madda/amendments/section.html"

    class Meta:
        verbose_name = _("drafting body")
        verbose_name_plural = _("drafting bodies")


class Amendment(Titled, RecordPage, AmendmentRoutes, Page):
    """The draft amending act: it changes one or several acts, each on one of its consolidated texts."""

    parent_page_types: ClassVar[list[str]] = ["amendments.Section"]
    is_creatable = False
    template = "madda/amendments/amendment.html"

    state = models.CharField(
        _("state"), max_length=30, choices=State.choices, default=State.DRAFTING, editable=False
    )
    titles = titles_field()
    summary = models.TextField(
        _("purpose"),
        blank=True,
        help_text=_("Two or three plain sentences for the public page, which shows them at once."),
    )

    basis = models.CharField(_("provision on which the act rests"), max_length=LONGEST_BASIS, blank=True)
    signatory = models.CharField(_("who signs the act"), max_length=LONGEST_SIGNATORY, blank=True)

    content_panels: ClassVar[list[object]] = [*Page.content_panels, FieldPanel("summary")]

    class Meta:
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        permissions = [
            ("review_amendment", "Can check amendments for a legal service"),
            ("move_amendment", "Can move amendments through the steps of the secretariat"),
        ]

    def with_content_json(self, content: Any) -> "Amendment":
        """The fields of a page revision. The state is left out: only steps change it, never the publishing of a revision."""
        page: Amendment = super().with_content_json(content)
        stored = Amendment.objects.filter(pk=self.pk).values_list("state", flat=True).first()
        page.state = stored or self.state
        return page

    def is_drafted_by(self, user: Any) -> bool:
        """The drafters of the section."""
        return may_draft(user, self)

    def text_versions(self) -> models.QuerySet[Version]:
        """What the comparison of two revisions compares: the base of each act and its versions in the drafts."""
        bases = self.amended_acts.values("base_version")
        return Version.objects.filter(models.Q(pk__in=bases) | models.Q(draft__amendment=self))

    @property
    def instructions(self) -> models.QuerySet[Instruction]:
        """The instructions on all of its acts, act by act."""
        rows = Instruction.objects.filter(amended_act__amendment=self)
        return rows.order_by("amended_act__order", "order", "key")

    @property
    def drafting_body(self) -> Section:
        """The section in which it is drafted."""
        body: Section = self.get_parent().specific
        return body


class StateChange(models.Model):
    """One step of an amendment through its states; appended, never changed."""

    amendment = models.ForeignKey(Amendment, models.PROTECT, related_name="state_changes")
    state = models.CharField(max_length=30, choices=State.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    note = models.TextField(blank=True)
    day = models.DateField(null=True)  # on which it happened outside this site
    number = models.CharField(max_length=50, blank=True)  # of the law or of the entry in the register
    source = models.CharField(max_length=500, blank=True)  # where it was published
    in_force = models.DateField(null=True)
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, related_name="taken_back_by")

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_state_display()} ({self.at:%Y-%m-%d})"

    @property
    def recorded(self) -> str:
        """The number, day, publication and entry into force that were recorded with it, in one line."""
        starts = _("in force from %(date)s") % {"date": date_format(self.in_force)} if self.in_force else ""
        return ", ".join(filter(None, [self.recorded_beside_days, starts]))

    @property
    def recorded_beside_days(self) -> str:
        """The same without the entry into force: where the adoption says it of each act, it may have been corrected."""
        number = _("No. %(number)s") % {"number": self.number} if self.number else ""
        day = date_format(self.day, "DATE_FORMAT") if self.day else ""
        return ", ".join(filter(None, [number, day, self.source]))
