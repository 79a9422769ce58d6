"""Institutions and their people. Each has a start and an end and is never deleted."""

from datetime import date, datetime
from typing import ClassVar, Protocol

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.keys import RandomKey
from consultations.values import InstitutionType, MembershipRole


class Lasting(Protocol):
    """A row with a first and a last day."""

    start: date
    end: date | None


def standing(at: datetime, prefix: str = "") -> Q:
    """A condition: the period includes the day of the moment, in the country's time zone."""
    day = localdate(at)
    ended = Q(**{f"{prefix}end": None}) | Q(**{f"{prefix}end__gte": day})
    return Q(**{f"{prefix}start__lte": day}) & ended


def stands(row: Lasting, at: datetime) -> bool:
    """Whether the period of the row includes the day of the moment."""
    day = localdate(at)
    return row.start <= day and (row.end is None or row.end >= day)


def period(name: str) -> models.CheckConstraint:
    """A period does not end before it starts."""
    return models.CheckConstraint(condition=Q(end=None) | Q(end__gte=F("start")), name=name)


class Institution(RandomKey):
    """A body that takes part in consultations."""

    slug = models.SlugField(_("short name"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=200)
    names = models.JSONField(
        _("names in other languages"), default=dict, blank=True, help_text=_('For example {"az": "…"}.')
    )
    type = models.CharField(_("type"), max_length=30, choices=InstitutionType.choices)
    is_fictional = models.BooleanField(_("fictional"), default=False)
    section = models.ForeignKey(
        "amendments.Section",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="institutions",
        verbose_name=_("drafts as"),
        help_text=_(
            "The drafting body of this institution. Its legal service may check what is drafted there."
        ),
    )
    checks_law = models.BooleanField(
        _("its legal service checks the drafts of every body"),
        default=False,
        help_text=_("As that of a ministry of justice."),
    )
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    history = audited()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [period("institution_period")]
        permissions = [
            ("open_section", "Can make an institution a drafting body"),
        ]

    def __str__(self) -> str:
        names: dict[str, str] = self.names
        return names.get((get_language() or "")[:2]) or self.name


class Membership(RandomKey):
    """What a person does for an institution and for how long. A person may belong to several.

    It ends on the day before it begins where it was ended at once: it stood on no whole day.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=MembershipRole.choices)
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)
    show_name = models.BooleanField(_("show the person's name"), default=False)

    history = audited()

    class Meta:
        verbose_name = _("member of an institution")
        verbose_name_plural = _("members of institutions")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user", "institution", "role"], condition=Q(end=None), name="one_standing_membership"
            ),
        ]
        permissions = [
            ("know_members", "Can know the people of every institution"),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.institution} ({self.get_role_display()})"
