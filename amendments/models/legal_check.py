"""The legal check of a working text: who was asked, what was found, and whether it passed."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from amendments.audit.history import audited
from amendments.models.amended_act import AmendedAct
from amendments.models.instruction import Instruction
from amendments.permissions import sections_of


class LegalCheckQuerySet(models.QuerySet["LegalCheck"]):
    """Chainable reads of checks."""

    def visible_to(self, user: Any) -> "LegalCheckQuerySet":
        """The checks of the named reviewer, and those of the drafters of the body."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        rule = Q(reviewer=user)
        for path in sections_of(user):
            rule |= Q(amendment__path__startswith=path)
        return self.filter(rule)

    def open(self) -> "LegalCheckQuerySet":
        """Checks without an answer. While there is one, nobody changes the text."""
        return self.filter(result=LegalCheck.Result.ASKED)


class LegalCheck(models.Model):
    """One reviewer reads the working text of an amendment in all of its acts, and passes or returns it.

    `text_hash` names the text that was given to the reviewer. A pass opens sealing of that text and of no other.
    """

    class Result(models.TextChoices):
        """What came of it."""

        ASKED = "asked", pgettext_lazy("of a legal check", "under way")
        PASSED = "passed", pgettext_lazy("of a legal check", "passed")
        RETURNED = "returned", pgettext_lazy("of a legal check", "returned")
        CALLED_BACK = "called_back", pgettext_lazy("of a legal check", "called back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    amendment = models.ForeignKey("amendments.Amendment", models.PROTECT, related_name="legal_checks")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewer_label = models.CharField(max_length=200)  # as text, because an account may change
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    due = models.DateField()
    note = models.TextField(blank=True)
    text_hash = models.CharField(max_length=64)
    result = models.CharField(max_length=12, choices=Result.choices, default=Result.ASKED)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answer = models.TextField(blank=True)

    history = audited()
    objects = LegalCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal check")
        verbose_name_plural = _("legal checks")
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["amendment"], condition=Q(result="asked"), name="one_open_check_per_amendment"
            ),
            models.CheckConstraint(
                condition=~Q(reviewer=models.F("asked_by")), name="nobody_checks_what_they_asked_for"
            ),
            models.CheckConstraint(
                condition=Q(result="asked", answered_at=None)
                | (~Q(result="asked") & Q(answered_at__isnull=False)),
                name="an_open_check_has_no_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer_label} ({self.asked_at:%Y-%m-%d}): {self.get_result_display()}"

    @property
    def is_open(self) -> bool:
        """Whether the reviewer still has the text."""
        return self.result == self.Result.ASKED

    @property
    def is_passed(self) -> bool:
        """Whether it opened sealing."""
        return self.result == self.Result.PASSED


class CheckFinding(models.Model):
    """What the reviewer found in an instruction, or in a provision of the working text.

    The drafter ticks it off when it is dealt with.
    """

    class Severity(models.TextChoices):
        """Whether the text can pass with it."""

        BLOCKS = "blocks", pgettext_lazy("of a finding", "must be corrected")
        ADVICE = "advice", pgettext_lazy("of a finding", "advice")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    legal_check = models.ForeignKey(LegalCheck, models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField()  # within the check: finding 1
    act = models.ForeignKey(AmendedAct, models.PROTECT, null=True, related_name="+")
    instruction = models.ForeignKey(Instruction, models.PROTECT, null=True, related_name="findings")
    provision = models.UUIDField(null=True)  # of the working text, which may not be stored yet
    cited = models.CharField(max_length=500, blank=True)  # in full: "part 3 of Annex 1"
    severity = models.CharField(max_length=10, choices=Severity.choices)
    text = models.TextField()
    ticked_at = models.DateTimeField(null=True)
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    history = audited()

    class Meta:
        verbose_name = _("finding of a check")
        verbose_name_plural = _("findings of a check")
        ordering: ClassVar[list[str]] = ["legal_check", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["legal_check", "number"], name="one_finding_per_number"),
            models.CheckConstraint(
                condition=Q(instruction__isnull=False, provision=None)
                | Q(instruction=None, provision__isnull=False),
                name="a_finding_is_about_an_instruction_or_a_provision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.about}"

    @property
    def about(self) -> str:
        """The key of the instruction, or the citation of the provision."""
        return self.instruction.key if self.instruction is not None else self.cited

    @property
    def is_blocking(self) -> bool:
        """Whether the text cannot pass with it."""
        return self.severity == self.Severity.BLOCKS
