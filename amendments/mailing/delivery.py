"""From the outbox to the mail server.

A mail is taken, handed to the server and marked as sent, each in a transaction of its own. A worker that is cut off
before the mark leaves the mail to be sent again, under the same Message-ID: mail programs show it once. A mail that was
not handed over is never lost.
"""

import logging
import smtplib
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone

from amendments.mailing.content import restored
from amendments.models import OutgoingMail
from amendments.signals import sending

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=10)  # a taken mail is not sent by another worker; far above EMAIL_TIMEOUT
KEPT_TRYING = timedelta(days=3)  # as long as mail servers try
KEPT = timedelta(days=90)  # the row of a mail that was sent
_FIRST_PAUSE = timedelta(seconds=30)
_LONGEST_PAUSE = timedelta(hours=2)
_NO_PASSWORD, _TOO_LARGE = 530, 552
_FOR_GOOD = 500  # answers of mail servers from here on refuse the mail itself
State = OutgoingMail.State


class ServerDown(Exception):
    """The mail server cannot be reached or does not let us in; every mail would fail now."""


def deliver() -> int:
    """Send everything that is due and return how many mails the server took. Raises `ServerDown`."""
    taken = 0
    transport = get_connection(settings.MADDA_MAIL_TRANSPORT)
    try:
        while (mail := _take()) is not None:
            taken += _hand_over(mail, transport)
    finally:
        with suppress(OSError):
            transport.close()
    return taken


def _take() -> OutgoingMail | None:
    """The mail that has been due longest, taken so that no other worker takes it too."""
    now = timezone.now()
    for pk in OutgoingMail.objects.due(now).order_by("due_at", "pk").values_list("pk", flat=True)[:10]:
        free = OutgoingMail.objects.due(now).filter(pk=pk)
        if free.update(attempts=F("attempts") + 1, due_at=now + LEASE):
            return OutgoingMail.objects.get(pk=pk)
    return None


def _hand_over(mail: OutgoingMail, transport: BaseEmailBackend) -> bool:
    """Give the mail to the server. Returns whether the server took it."""
    try:
        reason = _objection(mail)
    except Exception as fault:
        # A mail of which nobody can say whether it may be sent must not stop the others.
        logger.exception("The mail %s is not sent: it cannot be asked whether it may be", mail.message_id)
        _try_again(mail, type(fault).__name__)
        return False
    if reason:
        logger.info("The mail %s is not sent: %s", mail.message_id, reason)
        _finish(mail, State.STOPPED, reason)
        return False
    try:
        transport.open()  # nothing to do if it is open
        transport.send_messages([restored(mail.content)])
    except OSError as trouble:
        return _settle(mail, trouble)
    except Exception as fault:  # a mail that cannot be written must not stop the others
        logger.exception("The mail %s cannot be sent", mail.message_id)
        _finish(mail, State.FAILED, repr(fault), clear=False)
        return False
    _finish(mail, State.SENT, "")
    return True


def _objection(mail: OutgoingMail) -> str:
    """Why the mail must not be sent any more, as receivers of `sending` say."""
    answers = sending.send(sender=OutgoingMail, mail=mail)
    return next((reason for _receiver, reason in answers if reason), "")


def _settle(mail: OutgoingMail, trouble: OSError) -> bool:
    """Keep the mail for another try, unless the server refuses it for good. The mail was not taken."""
    codes = _answers_about_the_mail(trouble)
    if codes and min(codes) >= _FOR_GOOD:
        _finish(mail, State.FAILED, _in_words(trouble), clear=False)
        return False
    _try_again(mail, _in_words(trouble))
    if not codes:
        raise ServerDown(_in_words(trouble)) from trouble
    return False


def _in_words(trouble: OSError) -> str:
    """What the server said, as administrators read it: "550 No such user here"."""
    answers: list[tuple[int, str | bytes]] = []
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        answers = list(trouble.recipients.values())
    elif isinstance(trouble, smtplib.SMTPResponseException):
        answers = [(trouble.smtp_code, trouble.smtp_error)]
    said = [
        (code, words if isinstance(words, str) else words.decode(errors="replace")) for code, words in answers
    ]
    return "; ".join(f"{code} {words}" for code, words in said) or str(trouble)


def _answers_about_the_mail(trouble: OSError) -> list[int]:
    """The codes of the server if it speaks of this mail; none if nothing can be sent now.

    A server that wants a password, does not relay for us or refuses our sender would refuse every mail: mails wait until
    somebody has set it right.
    """
    said: list[tuple[int, bytes | str]] = []
    if isinstance(trouble, smtplib.SMTPRecipientsRefused):
        said = list(trouble.recipients.values())
    elif isinstance(trouble, smtplib.SMTPDataError):
        said = [(int(trouble.smtp_code), trouble.smtp_error)]
    elif isinstance(trouble, smtplib.SMTPSenderRefused) and trouble.smtp_code == _TOO_LARGE:
        said = [(_TOO_LARGE, trouble.smtp_error)]
    if any(code == _NO_PASSWORD or "relay" in str(words).lower() for code, words in said):
        return []
    return [code for code, _words in said]


def _finish(mail: OutgoingMail, state: State, error: str, *, clear: bool = True) -> None:
    """Write what became of the mail. Its text is kept only if somebody may still send it."""
    changes: dict[str, object] = {
        "state": state,
        "error": error,
        "sent_at": timezone.now() if state == State.SENT else None,
    }
    if clear:
        changes["content"] = {}
    OutgoingMail.objects.filter(pk=mail.pk).update(**changes)


def _try_again(mail: OutgoingMail, trouble: str) -> None:
    now = timezone.now()
    if now - mail.written_at > KEPT_TRYING:
        _finish(mail, State.FAILED, trouble, clear=False)
        return
    OutgoingMail.objects.filter(pk=mail.pk).update(due_at=now + pause_after(mail.attempts), error=trouble)


def pause_after(attempts: int) -> timedelta:
    """How long a mail waits after so many tries: twice as long each time."""
    return min(_FIRST_PAUSE * 2 ** min(attempts - 1, 20), _LONGEST_PAUSE)


class ForgetMails:
    """A job: what was sent or stopped is forgotten after three months, addresses too."""

    slug = "old_mails"
    every = timedelta(days=1)

    def run(self, now: datetime) -> None:
        """Delete the rows."""
        over = OutgoingMail.objects.filter(state__in=[State.SENT, State.STOPPED])
        over.filter(written_at__lt=now - KEPT).delete()


class DeliverMails:
    """The job of the periodic runner. After trouble with the server it waits longer each time, up to a minute."""

    slug = "mails"
    every = timedelta(seconds=1)

    def __init__(self) -> None:
        self._failures = 0
        self._quiet_until: datetime | None = None

    def run(self, now: datetime) -> None:
        """Send what is due, unless the server failed just before."""
        if self._quiet_until is not None and now < self._quiet_until:
            return
        try:
            deliver()
        except ServerDown as trouble:
            self._failures += 1
            pause = timedelta(seconds=min(2**self._failures, 60))
            self._quiet_until = now + pause
            logger.warning("The mail server takes no mails now, they wait for it: %s", trouble)
        else:
            self._failures, self._quiet_until = 0, None
