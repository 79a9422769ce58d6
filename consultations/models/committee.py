"""Committees, their seats and offices, and the amendments that they deal with.

Seats and offices have a start and an end and are never deleted.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from amendments.models import Amendment
from consultations.models.institution import Institution, period
from consultations.models.keys import RandomKey
from consultations.values import OfficeKind, SeatRole


class Committee(RandomKey):
    """A committee. Institutions have its seats, and people have its offices."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")
        permissions = [
            ("keep_every_committee", "Can found committees, and keep the seats and offices of all of them"),
            ("read_every_committee", "Can read the papers of every committee without an office"),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(RandomKey):
    """The place of an institution on a committee for a time."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="seats")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="seats")
    role = models.CharField(_("role"), max_length=10, choices=SeatRole.choices, default=SeatRole.MEMBER)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    history = audited()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            period("seat_period"),
            models.UniqueConstraint(
                fields=["committee", "institution"], condition=Q(end=None), name="one_standing_seat"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee}: {self.institution}"


class Office(RandomKey):
    """The office of a person on a committee for a time. The group of the same name grants the powers of the office."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="offices")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="offices")
    kind = models.CharField(_("office"), max_length=10, choices=OfficeKind.choices)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    history = audited()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            period("office_period"),
            models.UniqueConstraint(
                fields=["committee", "user", "kind"], condition=Q(end=None), name="one_standing_office"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee}: {self.user} ({self.get_kind_display()})"


class Referral(RandomKey):
    """Names the committee of an amendment. Only its people may release the amendment and hold consultations on it."""

    amendment = models.OneToOneField(Amendment, models.PROTECT, related_name="referral")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="referrals")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    history = audited()

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")

    def __str__(self) -> str:
        return f"{self.amendment} → {self.committee}"
