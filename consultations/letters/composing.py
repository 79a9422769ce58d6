"""A mail of one or several letters: plain text, a link, why the person gets it, and how to stop it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime, make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from amendments.mailing.backend import domain_of
from consultations.letters.pacing import language_of
from consultations.letters.stopping import EVERYTHING, stop_address
from consultations.letters.telling import Told
from consultations.letters.wording import absolute
from consultations.models import LetterSettings


class LetterMail(EmailMessage):
    """A mail that says what it is about, for the outbox."""

    kind = ""


@dataclass(frozen=True, slots=True)
class Composer:
    """Writes mails to one person at a moment. Any: the project's user model."""

    user: Any
    own: LetterSettings
    now: datetime
    connection: BaseEmailBackend | None = None

    @property
    def language(self) -> str:
        """The language of the person."""
        return language_of(self.user, self.own)

    def compose(self, parts: Sequence[Told]) -> LetterMail | None:
        """The mail in the active language; None if the account is closed or has no address."""
        address = getattr(self.user, self.user.get_email_field_name(), "") or ""
        if not address or not self.user.is_active:
            return None
        is_summary = len(parts) > 1
        stop = absolute(stop_address(self.user, EVERYTHING if is_summary else parts[0].stopped))
        may_be_stopped = any(part.may_be_stopped for part in parts)
        context = {
            "parts": parts,
            "stop_url": stop if may_be_stopped else "",
            "preferences_url": absolute(reverse("consultations:letters")),
        }
        mail = LetterMail(
            _summary(len(parts)) if is_summary else parts[0].subject,
            render_to_string("madda/consultations/letters/mail.txt", context),
            to=[address],
            connection=self.connection,
            headers={
                "Message-ID": make_msgid(domain=domain_of(settings.DEFAULT_FROM_EMAIL)),
                "Date": format_datetime(localtime(self.now)),
                "Auto-Submitted": "auto-generated",
                **(_one_click(stop) if may_be_stopped else {}),
            },
        )
        mail.kind = "summary" if is_summary else parts[0].kind.slug
        return mail


def _one_click(stop: str) -> dict[str, str]:
    """The headers by which a mail program offers to stop such mails (RFC 8058)."""
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def _summary(count: int) -> str:
    return ngettext("Summary: %(count)s message", "Summary: %(count)s messages", count) % {"count": count}
