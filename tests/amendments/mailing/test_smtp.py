"""Delivery over SMTP to a real server, which takes mails, refuses them, hangs or breaks off."""

from datetime import timedelta
from time import monotonic

import pytest
from django.core.mail import send_mail
from django.utils import timezone

from amendments.mailing.delivery import KEPT_TRYING, DeliverMails, ServerDown, deliver
from amendments.models import OutgoingMail
from tests.amendments.mailing.smtp_server import BREAK_OFF, HANG, SmtpServer

pytestmark = pytest.mark.django_db
State = OutgoingMail.State
GOOD, BAD = "good@caspia.example", "bad@caspia.example"
PATIENCE = 0.5  # seconds


@pytest.fixture
def server(settings):
    settings.EMAIL_BACKEND = "amendments.mailing.backend.Outbox"
    settings.MADDA_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_TIMEOUT = PATIENCE
    with SmtpServer() as running:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", running.port
        yield running


def write(*recipients):
    for recipient in recipients:
        send_mail("Mövzu", "Mətn – текст", "site@caspia.example", [recipient])


def to(recipient):
    return OutgoingMail.objects.get(recipients=recipient)


def later():
    OutgoingMail.objects.filter(state=State.WAITING).update(due_at=timezone.now() - timedelta(seconds=1))


def test_a_mail_is_delivered_once_with_its_words(server):
    write(GOOD)
    assert deliver() == 1
    later()
    assert deliver() == 0
    (message,) = server.took
    assert (message["Message-ID"], message["To"]) == (to(GOOD).message_id, GOOD)
    assert message.get_payload(decode=True).decode().strip() == "Mətn – текст"
    assert to(GOOD).state == State.SENT


def test_many_mails_go_in_one_conversation(server):
    write(*(f"{number}@caspia.example" for number in range(20)))
    assert deliver() == 20
    assert len({message["Message-ID"] for message in server.took}) == 20


def test_a_mail_that_is_refused_for_now_is_tried_again_and_stops_no_other(server):
    server.answers[BAD] = "450 mailbox busy"
    write(BAD, GOOD)
    assert deliver() == 1
    assert (to(BAD).state, to(BAD).attempts) == (State.WAITING, 1)
    assert "mailbox busy" in to(BAD).error
    assert deliver() == 0  # not before its time
    del server.answers[BAD]
    later()
    assert deliver() == 1
    assert [message["To"] for message in server.took] == [GOOD, BAD]


def test_a_mail_that_is_refused_for_three_days_is_put_aside(server):
    server.answers[BAD] = "450 mailbox busy"
    write(BAD)
    OutgoingMail.objects.update(written_at=timezone.now() - KEPT_TRYING - timedelta(minutes=1))
    assert deliver() == 0
    assert (to(BAD).state, bool(to(BAD).content)) == (State.FAILED, True)


def test_a_mail_that_is_refused_for_good_is_put_aside_with_its_text_and_stops_no_other(server):
    server.answers[BAD] = "550 no such user"
    write(BAD, GOOD)
    assert deliver() == 1
    later()
    assert deliver() == 0
    assert (to(BAD).state, bool(to(BAD).content)) == (State.FAILED, True)
    assert "no such user" in to(BAD).error
    assert server.asked[BAD] == 1


@pytest.mark.whole
def test_a_server_that_hangs_is_given_up_after_a_while_and_nothing_is_lost(server):
    server.answers[BAD] = HANG
    write(BAD, GOOD)
    began = monotonic()
    with pytest.raises(ServerDown):
        deliver()
    assert monotonic() - began < 20 * PATIENCE
    assert (to(BAD).state, to(GOOD).state) == (State.WAITING, State.WAITING)
    assert "timed out" in to(BAD).error
    server.answers.clear()
    later()
    assert deliver() == 2


@pytest.mark.whole
def test_the_runner_leaves_a_hanging_server_alone_for_a_while(server):
    server.answers[BAD] = HANG
    write(BAD)
    job, now = DeliverMails(), timezone.now()
    job.run(now)
    later()
    job.run(now + timedelta(seconds=1))
    assert server.asked[BAD] == 1
    server.answers.clear()
    job.run(now + timedelta(seconds=3))
    assert to(BAD).state == State.SENT


def test_a_conversation_that_breaks_off_after_the_mail_repeats_it_under_the_same_number(server):
    server.answers[BAD] = BREAK_OFF
    write(BAD)
    with pytest.raises(ServerDown):
        deliver()
    server.answers.clear()
    later()
    assert deliver() == 1
    first, second = server.took
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Date"] == second["Date"]


def test_a_server_that_is_not_there_loses_nothing(server, settings):
    settings.EMAIL_PORT = 1
    write(GOOD)
    with pytest.raises(ServerDown):
        deliver()
    assert to(GOOD).state == State.WAITING
