"""The mail backend of the site: `EMAIL_BACKEND = "amendments.mailing.backend.Outbox"`."""

from collections.abc import Sequence
from email.utils import formatdate, make_msgid

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from amendments.mailing.content import stored
from amendments.models import OutgoingMail


class Outbox(BaseEmailBackend):
    """Writes mails as rows in the caller's transaction; the worker sends them through `MADDA_MAIL_TRANSPORT`.

    Whoever calls Django's mail functions writes to it: accounts, saved searches, letters. No page waits for a mail
    server or fails with it, and a step that is undone tells nobody.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write a row for each message that has recipients."""
        rows = [written(message) for message in email_messages if message.recipients()]
        return len(OutgoingMail.objects.bulk_create(rows))


def written(message: EmailMessage) -> OutgoingMail:
    """The row of a message. Its Message-ID and its date are fixed here, so that every try sends the same mail."""
    headers = {name.lower(): str(value) for name, value in message.extra_headers.items()}
    number = headers.get("message-id") or _number(message.from_email)
    content = stored(message)
    content["headers"] |= {"Message-ID": number}
    if "date" not in headers:
        content["headers"]["Date"] = formatdate(localtime=True)
    return OutgoingMail(
        message_id=number,
        recipients=", ".join(message.recipients()),
        kind=getattr(message, "kind", ""),
        content=content,
    )


def _number(sender: str) -> str:
    """A Message-ID of the sender's domain, not of this machine."""
    return make_msgid(domain=domain_of(sender))


def domain_of(sender: str) -> str:
    """The domain of an address, with or without a name: "Site <site@caspia.example>"."""
    return sender.rpartition("@")[2].strip("> ") or "localhost"
