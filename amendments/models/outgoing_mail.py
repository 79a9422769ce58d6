"""A mail on its way to the mail server."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    """Chainable reads of mails."""

    def due(self, now: datetime) -> "OutgoingMailQuerySet":
        """Those that the worker sends now."""
        return self.filter(state=OutgoingMail.State.WAITING, due_at__lte=now)


class OutgoingMail(models.Model):
    """One mail. It is written in the transaction that causes it and holds its text until the server has taken it.

    Its Message-ID never changes. A worker takes a mail by moving `due_at` ahead, so that nobody else sends it
    meanwhile. If the worker is cut off, the mail is due again at that time.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", pgettext_lazy("a mail", "waiting")
        SENT = "sent", pgettext_lazy("a mail", "sent")
        FAILED = "failed", pgettext_lazy("a mail", "not delivered")
        STOPPED = "stopped", pgettext_lazy("a mail", "not sent")

    message_id = models.CharField(max_length=255, unique=True)
    recipients = models.TextField(_("recipients"))
    kind = models.CharField(
        max_length=40, blank=True, help_text="What it is about; empty for mails of accounts."
    )
    content: models.JSONField[Any, Any] = models.JSONField(default=dict, help_text="Empty once it was sent.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    written_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "due_at"], name="outgoing_mail_due")
        ]

    def __str__(self) -> str:
        return self.message_id
