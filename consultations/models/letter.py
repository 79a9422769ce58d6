"""Letters: who was told what, and how a person wants to be told."""

import secrets
from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from consultations.models.institution import Institution
from consultations.models.round import Round


class LetterGroup(models.TextChoices):
    """What letters are about. A person chooses for each group how often to be told."""

    ROUNDS = "rounds", _("Rounds in which you can take part")
    WORK = "work", _("Steps that wait for you")
    RECEIPTS = "receipts", _("Receipts of what was sent")
    ANSWERS = "answers", _("Answers to your comments")
    TEXTS = "texts", _("New drafts, decisions and adopted laws")


class Pace(models.TextChoices):
    """How often a person is told."""

    AT_ONCE = "at_once", _("at once")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")
    OFF = "off", _("never")


class FollowKind(models.TextChoices):
    """What can be followed."""

    ACT = "act", _("act")
    PROVISION = "provision", _("provision")
    ROUND = "round", _("round")
    RIGHT = "right", _("right")


class Follow(models.Model):
    """Something that a person wants to hear of, and how often. It gives no right to read anything."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    kind = models.CharField(max_length=10, choices=FollowKind.choices)
    key = models.CharField(max_length=40, help_text="The key of the row.")
    pace = models.CharField(_("how often"), max_length=10, choices=Pace.choices, default=Pace.AT_ONCE)

    class Meta:
        verbose_name = _("thing followed")
        verbose_name_plural = _("things followed")
        ordering: ClassVar[list[str]] = ["kind", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "kind", "key"], name="followed_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"


class LetterQuerySet(models.QuerySet["Letter"]):
    """Chainable reads of letters."""

    def due(self, now: datetime) -> "LetterQuerySet":
        """Letters that are to be written now."""
        return self.filter(state=Letter.State.WAITING, due_at__lte=now)


class Letter(models.Model):
    """Something that a person is to be told, and what became of it. One row for one person and one occasion.

    It is written in the transaction of the step. It holds no words: the mail is written from the rows that it names,
    with the rights that the person has then. Letters with the same Message-ID went in one mail.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", pgettext_lazy("a letter", "to be sent")
        WRITTEN = "written", pgettext_lazy("a letter", "sent")
        UNWANTED = "unwanted", pgettext_lazy("a letter", "not wanted")
        DROPPED = "dropped", pgettext_lazy("a letter", "no longer entitled")
        FAILED = "failed", pgettext_lazy("a letter", "could not be written")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=30)
    about = models.CharField(max_length=40, help_text="The key of the row that the letter is about.")
    occasion = models.CharField(max_length=40, blank=True, help_text="Tells letters about one row apart.")
    round = models.ForeignKey(Round, models.CASCADE, null=True, related_name="letters")
    institution = models.ForeignKey(Institution, models.CASCADE, null=True, related_name="letters")
    follow = models.ForeignKey(Follow, models.SET_NULL, null=True, related_name="letters")
    at = models.DateTimeField(help_text="When it happened.")
    due_at = models.DateTimeField()
    in_digest = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    written_at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=255, blank=True, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="How often it could not be written.")
    error = models.CharField(max_length=200, blank=True, help_text="The kind and place of the last fault.")

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering: ClassVar[list[str]] = ["at", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "kind", "about", "occasion"], name="told_once")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["state", "due_at"], name="letter_due")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.about}"


def _token() -> str:
    return secrets.token_urlsafe(32)


class LetterSettings(models.Model):
    """How a person wants to be told, in which language, and the secret address of their calendar and feed."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letter_settings")
    language = models.CharField(_("language of mails"), max_length=10, blank=True)
    paces: models.JSONField[Any, Any] = models.JSONField(
        default=dict, help_text="By group; at once if not named."
    )
    token = models.CharField(max_length=50, unique=True, default=_token)

    class Meta:
        verbose_name = _("preferences for mails")
        verbose_name_plural = _("preferences for mails")

    def __str__(self) -> str:
        return str(self.person)

    def pace(self, group: str) -> Pace:
        """How often the person wants letters of a group."""
        return Pace(self.paces.get(group, Pace.AT_ONCE))

    def renew(self) -> None:
        """Draw another secret address."""
        self.token = _token()
