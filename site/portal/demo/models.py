"""What the demonstration keeps for showing."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy


class SentMail(models.Model):
    """A mail that the demonstration shows instead of sending it."""

    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    sender = models.CharField(pgettext_lazy("of a mail", "from"), max_length=320)
    recipients = models.TextField(pgettext_lazy("of a mail", "to"))
    subject = models.CharField(_("subject"), max_length=998)
    body = models.TextField(_("text"))

    class Meta:
        verbose_name = _("sent mail")
        verbose_name_plural = _("sent mails")
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.subject
