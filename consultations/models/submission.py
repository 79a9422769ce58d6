"""Submissions: what one institution or one person sends in a round."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from consultations.models.round import Round
from consultations.models.visibility import SubmissionQuerySet
from consultations.values import RECEIVED_STATES, WORKING_STATES, Channel, SubmissionState

LONGEST_REFERENCE = 20


class Submission(RandomKey):
    """The comments of an institution or a person in a round, signed off and sent together."""

    MARK = "S"

    round = models.ForeignKey(Round, models.PROTECT, related_name="submissions")
    institution = models.ForeignKey(Institution, models.PROTECT, null=True, related_name="submissions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="submissions"
    )
    reference = models.CharField(max_length=LONGEST_REFERENCE, unique=True)  # "S-7K3M9Q", drawn at random
    state = models.CharField(
        _("state"), max_length=20, choices=SubmissionState.choices, default=SubmissionState.DRAFT
    )
    nil = models.BooleanField(_("no comments"), default=False)
    signed_off_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_off_at = models.DateTimeField(_("signed off"), null=True)
    received_at = models.DateTimeField(_("received"), null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    late = models.BooleanField(_("late"), default=False)
    late_reason = models.TextField(blank=True)
    return_reason = models.TextField(_("reason of the return"), blank=True)
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, related_name="superseded_by")
    supplements = models.ForeignKey("self", models.PROTECT, null=True, related_name="supplemented_by")
    source = models.TextField(
        _("source"), blank=True, help_text=_("Where a submission entered on behalf of a body comes from.")
    )
    channel = models.CharField(_("channel"), max_length=10, blank=True, choices=Channel.choices)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(_("reason of the withdrawal"), blank=True)

    objects = SubmissionQuerySet.as_manager()
    history = audited()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering: ClassVar[list[str]] = ["reference"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(institution=None, person__isnull=False)
                | Q(institution__isnull=False, person=None),
                name="submission_of_one_institution_or_person",
            ),
            models.UniqueConstraint(
                fields=["round", "institution"],
                condition=Q(state__in=WORKING_STATES, channel=""),
                name="one_working_submission_per_institution",
            ),
            models.UniqueConstraint(
                fields=["round", "person"],
                condition=Q(state__in=WORKING_STATES),
                name="one_working_submission_per_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=RECEIVED_STATES) | (Q(received_at__isnull=False) & ~Q(sha256="")),
                name="received_submission_has_receipt",
            ),
            models.CheckConstraint(
                condition=Q(late=False) | ~Q(late_reason=""), name="late_submission_has_reason"
            ),
        ]
        permissions = [
            ("enter_on_behalf", "Can enter submissions on behalf of institutions"),
            ("read_submissions", "Can read every received submission"),
            ("speak_in_office", "Speaks by office alone: gives no individual views"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def sender(self) -> str:
        """The institution, or "Individual view"."""
        return str(self.institution) if self.institution else str(_("Individual view"))

    @property
    def is_received(self) -> bool:
        """Whether it was sent. A submission that was sent cannot be changed."""
        return self.received_at is not None

    def earlier(self) -> "Submission | None":
        """The last earlier submission of the same sender in the round that is neither replaced nor withdrawn."""
        return (
            Submission.objects.filter(
                round=self.round_id,
                institution=self.institution_id,
                person=self.person_id,
                state=SubmissionState.SUBMITTED,
            )
            .exclude(pk=self.pk)
            .order_by("-received_at")
            .first()
        )
