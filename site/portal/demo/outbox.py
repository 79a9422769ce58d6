"""The mail of the demonstration: kept on the site and shown to everybody, never sent."""

from collections.abc import Sequence
from email.utils import parsedate_to_datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from portal.demo.models import SentMail

MAILS_ON_A_PAGE = 20


class Backend(BaseEmailBackend):
    """Keeps mails as rows instead of handing them to a mail server."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Keep every message."""
        kept = SentMail.objects.bulk_create(_row(message) for message in email_messages)
        return len(kept)


@require_safe
@never_cache
def outbox(request: HttpRequest) -> HttpResponse:
    """Every mail of the demonstration, newest first; a real deployment has no such page."""
    if not settings.MADDA_DEMO:
        raise Http404
    mails = SentMail.objects.all()
    if to := request.GET.get("to", ""):
        mails = mails.filter(recipients=to)
    page = Paginator(mails, MAILS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "demo/outbox.html", {"page": page, "to": to})


def _row(message: EmailMessage) -> SentMail:
    headers = message.extra_headers
    return SentMail(
        sent_at=parsedate_to_datetime(headers["Date"]) if "Date" in headers else timezone.now(),
        sender=message.from_email,
        recipients=", ".join(message.recipients()),
        subject=str(message.subject),
        body=str(message.body),
    )
