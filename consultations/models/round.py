"""The consultation on an amendment and its rounds."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from amendments.admin.record_pages import RecordPage
from amendments.audit.history import audited
from amendments.models import Amendment
from amendments.routing import view
from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from consultations.models.visibility import RoundQuerySet
from consultations.rules.phases import Phase, Times, phase_of
from consultations.values import DayKind, RoundAudience, RoundForm, RoundStep


class Consultation(RecordPage, Page):
    """The place below an amendment where its rounds are announced."""

    parent_page_types: ClassVar[list[str]] = ["amendments.Amendment"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    def is_drafted_by(self, user: object) -> bool:
        """False: actions of the secretariat write this page, and nobody edits it."""
        return False

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Show the rounds of the consultation that the reader may see."""
        return view("consultations.views.round_pages.consultation")(request, self)


class Round(RandomKey):
    """One round on one sealed draft, for one audience. Its phase follows from its times."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="rounds")
    draft = models.ForeignKey("amendments.Draft", models.PROTECT, related_name="rounds")
    form = models.CharField(_("form"), max_length=10, choices=RoundForm.choices, default=RoundForm.WRITTEN)
    audience = models.CharField(
        _("who may take part"), max_length=10, choices=RoundAudience.choices, default=RoundAudience.INVITED
    )
    opens = models.DateTimeField(_("opens"))
    closes = models.DateTimeField(_("closes"))
    days = models.PositiveIntegerField(_("days"), default=0)
    day_kind = models.CharField(max_length=10, choices=DayKind.choices, default=DayKind.CALENDAR)
    closed_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    hearing_at = models.DateTimeField(_("hearing"), null=True, blank=True)
    hearing_place = models.CharField(_("place of the hearing"), max_length=200, blank=True)

    objects = RoundQuerySet.as_manager()
    history = audited()

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering: ClassVar[list[str]] = ["-opens", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="round_closes_after_it_opens"),
        ]
        permissions = [
            ("open_round", "Can open rounds"),
            ("move_round", "Can extend, close, cancel and reopen rounds"),
            ("invite_institutions", "Can invite institutions to rounds"),
            ("watch_round", "Can see who has answered a round"),
            ("see_rounds", "Can see rounds of every audience"),
        ]

    def __str__(self) -> str:
        """Named by its first day. Numbers would have gaps for a reader who may not see every round."""
        day = date_format(localdate(self.opens))
        return _("Round on %(version)s, from %(date)s") % {"version": self.draft, "date": day}

    @property
    def amendment(self) -> Amendment:
        """The amendment consulted on."""
        return self.draft.amendment

    @property
    def url(self) -> str:
        """The page of the round."""
        return reverse("consultations:round", args=[self.pk])

    @property
    def times(self) -> Times:
        """The times that decide the phase."""
        return Times(self.opens, self.closes, self.closed_at, self.cancelled_at)

    @property
    def ended_at(self) -> datetime:
        """The moment at which the round closes or was closed."""
        return min(self.closes, self.closed_at) if self.closed_at else self.closes

    def phase(self, at: datetime) -> Phase:
        """The phase at a moment, for those who are not accepted late."""
        return phase_of(self.times, at)


class RoundNotice(models.Model):
    """An announcement about a round, with its reason. Rows are added and never changed."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="notices")
    step = models.CharField(max_length=10, choices=RoundStep.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    closes_before = models.DateTimeField(null=True)
    closes_after = models.DateTimeField(null=True)
    # Of a corrected audience: what stood before, so that it can be undone
    before = models.JSONField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.round}: {self.get_step_display()}"

    @property
    def tells_the_end(self) -> bool:
        """Whether the announcement says until when comments can be sent."""
        return self.closes_after is not None and self.step not in (RoundStep.CLOSED, RoundStep.CANCELLED)


class Invitation(models.Model):
    """The invitation of an institution to a round."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="invitations")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="invitations")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "institution"], name="invited_once")
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.institution}"


class LateAcceptance(RandomKey):
    """The request of an institution or a person to be accepted after the closing time, and the secretary's answer."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="late_acceptances")
    # Null: the person asks for an individual view
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, related_name="late_acceptances")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="late_acceptances"
    )
    asked_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    request = models.TextField(blank=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)  # of the acceptance, or why the request is declined
    until = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    declined_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    history = audited()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["round", "institution"], name="one_late_acceptance"),
            models.UniqueConstraint(fields=["round", "person"], name="one_late_acceptance_of_a_person"),
            models.CheckConstraint(
                condition=Q(institution=None, person__isnull=False)
                | Q(institution__isnull=False, person=None),
                name="late_acceptance_of_one_institution_or_person",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | (~Q(reason="") & Q(until__isnull=False)),
                name="late_acceptance_has_reason_and_end",
            ),
            models.CheckConstraint(
                condition=Q(declined_at=None) | (~Q(reason="") & Q(accepted_at=None)),
                name="late_decline_has_reason_and_is_no_acceptance",
            ),
        ]
        permissions = [
            ("accept_late", "Can accept institutions and people late"),
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.sender}"

    @property
    def is_waiting(self) -> bool:
        """Whether somebody asked and the secretary has not answered."""
        return self.asked_at is not None and self.accepted_at is None and self.declined_at is None

    @property
    def sender(self) -> str:
        """The institution, or "Individual view": the secretary decides without being told whose."""
        return str(self.institution) if self.institution else str(_("Individual view"))
