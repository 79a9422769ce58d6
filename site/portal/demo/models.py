"""What the demonstration keeps for showing."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SentMail(models.Model):
    """A mail that the demonstration shows instead of sending it."""

    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)
    sender = models.CharField(_("from"), max_length=320)
    recipients = models.TextField(_("to"))
    subject = models.CharField(_("subject"), max_length=998)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("sent mail")
        verbose_name_plural = _("sent mails")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.subject
