"""A mail of one or several letters: plain text, a link, why the person gets it, and how to stop it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from consultations.letters.kinds import LetterKind
from consultations.letters.stopping import stop_address
from consultations.letters.wording import absolute
from consultations.models import Letter


@dataclass(frozen=True, slots=True)
class Told:
    """What a mail tells of one kind and one round. Any: each kind has its own rows."""

    kind: LetterKind[Any]
    letters: Sequence[Letter]
    rows: Sequence[Any]

    @property
    def subject(self) -> str:
        """On one line: a title may have been typed on several."""
        return " ".join(self.kind.subject(self.rows).split())

    @property
    def lines(self) -> list[str]:
        return self.kind.lines(self.rows, self.letters[0])

    @property
    def url(self) -> str:
        return absolute(self.kind.url(self.rows))

    @property
    def why(self) -> str:
        return self.kind.why(self.letters[0])


class LetterMail(EmailMessage):
    """A mail that says what it is about, for the outbox."""

    kind = ""


def compose(user: Any, parts: Sequence[Told], at: datetime) -> LetterMail | None:
    """The mail in the active language; None if the account has no address."""
    address = getattr(user, user.get_email_field_name(), "") or ""
    if not address:
        return None
    stop = absolute(stop_address(user, parts[0].kind.group if len(parts) == 1 else ""))
    subject = parts[0].subject
    if len(parts) > 1:
        subject = ngettext("Summary: %(count)s message", "Summary: %(count)s messages", len(parts)) % {
            "count": len(parts)
        }
    context = {
        "parts": parts,
        "stop_url": stop,
        "preferences_url": absolute(reverse("consultations:letters")),
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    mail = LetterMail(
        subject,
        render_to_string("madda/consultations/letters/mail.txt", context),
        to=[address],
        headers={
            "Message-ID": make_msgid(
                domain=settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
            ),
            "Date": format_datetime(localtime(at)),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
    mail.kind = parts[0].kind.slug if len(parts) == 1 else "summary"
    return mail
