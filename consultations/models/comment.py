"""Comments: what somebody thinks of a provision, why, and which wording they propose."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from consultations.models.institution import Institution
from consultations.models.keys import RandomKey
from consultations.models.named import CodesOfRecord, Named
from consultations.models.question import RoundQuestion
from consultations.models.submission import LONGEST_REFERENCE, Submission
from consultations.models.visibility import CommentQuerySet
from consultations.models.vocabulary import Right, Term, Treaty
from consultations.values import (
    KIND_LABELS,
    STANCE_LABELS,
    CommentState,
    Identity,
    Priority,
    Visibility,
)


class Comment(RandomKey):
    """A comment. `revision` counts the saves of a draft. A save with an older number is refused as a conflict."""

    MARK = "C"

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="comments")
    reference = models.CharField(max_length=LONGEST_REFERENCE, unique=True)  # "C-7K3M9Q", drawn at random
    state = models.CharField(
        _("state"), max_length=20, choices=CommentState.choices, default=CommentState.DRAFT
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=[(kind.value, label) for kind, label in KIND_LABELS.items()]
    )
    stance = models.CharField(
        _("stance"),
        max_length=30,
        blank=True,
        choices=[(stance.value, label) for stance, label in STANCE_LABELS.items()],
    )
    rationale = models.TextField(_("reasons"), blank=True)
    proposed_text = models.TextField(_("proposed text"), blank=True)
    visibility = models.CharField(
        _("who may read it"), max_length=20, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    identity = models.CharField(
        _("identity of the author"), max_length=10, choices=Identity.choices, default=Identity.SHOWN
    )
    language = models.CharField(_("language"), max_length=3, default="en")
    priority = models.CharField(max_length=10, choices=Priority.choices, default=Priority.MEDIUM)
    rights = models.ManyToManyField(Right, through="NamedRight", related_name="comments")
    grounds = models.ManyToManyField(Term, through="NamedGround", related_name="comments")
    treaties = models.ManyToManyField(Treaty, through="NamedTreaty", related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments")
    duplicate_of = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="duplicates", verbose_name=_("merged with")
    )
    # Of the round, which the comment answers
    question = models.ForeignKey(RoundQuestion, models.PROTECT, null=True, related_name="answers")
    in_reply_to = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    revision = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    # The key of the form that created the draft; posting that form again creates no second draft
    created_key = models.UUIDField(null=True, unique=True)
    # The key of the form that saved it last; saving again from the same form is not a conflict
    saved_key = models.UUIDField(null=True)
    # From what was signed off: it stays a draft when the others are sent
    is_left_out = models.BooleanField(default=False)
    submitted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_reason = models.TextField(blank=True)
    # What readers see instead of the words as sent, which stay; None: these (`CoverWords`)
    shown_rationale = models.TextField(null=True)  # noqa: DJ001 # "" shows nothing
    shown_proposed_text = models.TextField(null=True)  # noqa: DJ001 # the same
    covers_files = models.BooleanField(default=False)

    objects = CommentQuerySet.as_manager()
    history = audited(CodesOfRecord)
    new_named: Named | None = None  # `write_named` writes it after the comment was saved
    new_attachments: list[str] | None = None  # the names of its files; written after the comment was saved

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering: ClassVar[list[str]] = ["reference"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state__in=[CommentState.DRAFT, CommentState.DISCARDED])
                | Q(submitted_at__isnull=False),
                name="sent_comment_has_its_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state=CommentState.WITHDRAWN)
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                name="withdrawn_comment_has_moment_and_reason",
            ),
            models.UniqueConstraint(
                fields=["submission", "question"],
                condition=~Q(state=CommentState.DISCARDED),
                name="one_answer_to_a_question",
            ),
            models.CheckConstraint(
                condition=Q(duplicate_of=None) | ~Q(duplicate_of=models.F("pk")),
                name="comment_is_no_duplicate_of_itself",
            ),
        ]
        permissions = [
            ("read_committee_comments", "Can read comments for the committee only"),
            ("sit_on_committee", "Sits on the committee"),
            ("read_secretariat_comments", "Can read comments for the secretariat only"),
            ("read_withdrawn_comments", "Can read the text of withdrawn comments"),
            ("read_comment_history", "Can read the history of comments"),
            ("reveal_identity", "Can see withheld identities (logged)"),
            ("group_comments", "Can group similar comments"),
            ("cover_words", "Can cover words that must not be shown"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def url(self) -> str:
        return reverse("consultations:comment", args=[self.pk])

    @property
    def named(self) -> Named:
        """The rights, grounds and treaties that it names. Three queries unless they were prefetched."""
        treaties = tuple((row.treaty, row.articles) for row in self.named_treaties.all())
        return Named(tuple(self.rights.all()), tuple(self.grounds.all()), treaties)

    def of_record(self) -> Mapping[str, object]:
        """What the history keeps besides the columns."""
        names = self.new_attachments
        if names is None:
            names = [row.name for row in self.attachments.all()]
        return {**(self.named if self.new_named is None else self.new_named).codes, "attachments": names}

    @property
    def is_covered(self) -> bool:
        """Whether readers see something else than what was sent."""
        return self.covers_files or not (self.shown_rationale is None and self.shown_proposed_text is None)

    @property
    def reasons_shown(self) -> str:
        """The reasons as readers see them."""
        return self.rationale if self.shown_rationale is None else self.shown_rationale

    @property
    def proposal_shown(self) -> str:
        """The proposed text as readers see it."""
        return self.proposed_text if self.shown_proposed_text is None else self.shown_proposed_text

    @property
    def is_withheld(self) -> bool:
        """Whether the identity of the author is withheld."""
        return self.identity == Identity.WITHHELD


class CoSignature(models.Model):
    """Another institution co-signs a comment."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="co_signatures")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="co_signatures")
    consented_at = models.DateTimeField()
    consented_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["comment", "institution"], name="one_co_signature")
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.institution}"
