"""The answer to a comment. The drafter or the secretary proposes it; the committee decides."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from amendments.record.recorded_kind import values_of
from consultations.models.comment import Comment
from consultations.models.keys import RandomKey
from consultations.rules.answer_kinds import NEEDS_REASON
from consultations.values import ANSWER_LABELS, Effect


class Disposition(RandomKey):
    """The answer to a comment. It is a proposal until it is decided. The history keeps earlier proposals.

    A decision is a sealed `SentEvent` with all that was decided; from then on the database keeps this row and its targets.
    """

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="disposition")
    value = models.CharField(
        _("answer"), max_length=30, choices=[(answer.value, label) for answer, label in ANSWER_LABELS.items()]
    )
    reason = models.TextField(_("reason"), blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_in = models.CharField(_("decided in"), max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=1)

    history = audited()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(value__in=sorted(NEEDS_REASON)) | ~Q(reason=""), name="answer_has_its_reason"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="decision_has_person_and_moment",
            ),
        ]
        permissions = [
            ("propose_answer", "Can propose answers"),
            ("decide_answer", "Can decide answers"),
            ("record_decision", "Can record what the committee decided"),
            ("read_proposed_answers", "Can read proposed answers"),
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.get_value_display()}"

    @property
    def is_decided(self) -> bool:
        """Whether the committee has decided."""
        return self.decided_at is not None

    def as_decided(self) -> dict[str, object]:
        """What is decided, as the sealed event keeps it."""
        said = ("value", "reason", "proposed_by_id", "proposed_at", "decided_in")
        targets = sorted(list(values_of(target, *TARGET)) for target in self.targets.all())
        return {**dict(zip(said, values_of(self, *said), strict=True)), "targets": targets}


TARGET = ("effect", "instruction_id", "draft_id", "provision_id", "comment_id")
"""What an answer points at: the columns of a target."""


class DispositionTarget(models.Model):
    """What an answer points at: an instruction and the effect on it, a provision, or another comment."""

    disposition = models.ForeignKey(Disposition, models.CASCADE, related_name="targets")
    instruction = models.ForeignKey(
        "amendments.Instruction", models.PROTECT, null=True, related_name="disposition_targets"
    )
    effect = models.CharField(max_length=10, blank=True, choices=Effect.choices)
    draft = models.ForeignKey("amendments.Draft", models.PROTECT, null=True, related_name="+")
    provision = models.ForeignKey("amendments.Provision", models.PROTECT, null=True, related_name="+")
    comment = models.ForeignKey(Comment, models.PROTECT, null=True, related_name="answers_pointing_here")

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(instruction__isnull=False, provision=None, comment=None)
                | Q(instruction=None, provision__isnull=False, comment=None)
                | Q(instruction=None, provision=None, comment__isnull=False),
                name="one_target_each",
            ),
            models.CheckConstraint(
                condition=Q(instruction=None, effect="") | (Q(instruction__isnull=False) & ~Q(effect="")),
                name="effect_on_an_instruction",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.disposition_id}"


class CommentInstruction(models.Model):
    """The instruction that came of a comment, with the wording that was taken."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="instruction_links")
    instruction = models.ForeignKey("amendments.Instruction", models.PROTECT, related_name="comment_links")
    wording = models.TextField()
    as_proposed = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "instruction"], name="one_link_per_instruction")
        ]

    def __str__(self) -> str:
        return f"{self.comment} → {self.instruction}"
