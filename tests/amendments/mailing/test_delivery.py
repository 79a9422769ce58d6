"""A mail is a row of its transaction until the mail server has taken it."""

import smtplib
from datetime import timedelta

import pytest
from django.core.mail import EmailMultiAlternatives, send_mail
from django.db import transaction
from django.utils import timezone

from amendments.mailing import delivery
from amendments.mailing.delivery import DeliverMails, ForgetMails, ServerDown, _in_words, deliver, pause_after
from amendments.models import OutgoingMail
from amendments.signals import sending

pytestmark = pytest.mark.django_db
State = OutgoingMail.State


def write(to="a@caspia.example", subject="Subject"):
    send_mail(subject, "Text", "site@caspia.example", [to])


def only():
    return OutgoingMail.objects.get()


def later(**spans):
    """Let the mails be due."""
    OutgoingMail.objects.update(due_at=timezone.now() - timedelta(**(spans or {"seconds": 1})))


def test_writing_a_mail_reaches_no_server_and_delivering_it_does(server):
    write()
    assert server.took == []
    assert deliver() == 1
    (message,) = server.took
    assert (message.to, message.subject, message.body) == (["a@caspia.example"], "Subject", "Text")
    assert (only().state, only().content, only().error) == (State.SENT, {}, "")
    assert only().sent_at
    assert deliver() == 0


def test_a_step_that_is_undone_tells_nobody(server):
    def undone():
        with transaction.atomic():
            write()
            raise ValueError("undone")

    with pytest.raises(ValueError, match="undone"):
        undone()
    assert not OutgoingMail.objects.exists()


def test_everything_of_a_message_arrives(server):
    mail = EmailMultiAlternatives(
        "Mövzu", "Mətn", "Site <site@caspia.example>", ["a@caspia.example"], bcc=["b@caspia.example"],
        headers={"List-Unsubscribe": "<https://caspia.example/stop/>"}, reply_to=["c@caspia.example"],
    )  # fmt: skip
    mail.attach_alternative("<p>Mətn</p>", "text/html")
    mail.attach("rounds.ics", "BEGIN:VCALENDAR", "text/calendar")
    mail.send()
    deliver()
    (taken,) = server.took
    said = taken.message()
    assert taken.recipients() == ["a@caspia.example", "b@caspia.example"]
    assert [part.get_content_type() for part in said.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"
    ]  # fmt: skip
    assert (said["List-Unsubscribe"], said["Reply-To"]) == (
        "<https://caspia.example/stop/>",
        "c@caspia.example",
    )
    assert said["Message-ID"].endswith("@caspia.example>")


def test_each_try_sends_the_same_message_id_and_date(server):
    write()
    server.trouble["*"] = ConnectionRefusedError("down")
    for _try in range(3):
        with pytest.raises(ServerDown):
            deliver()
        later()
    server.trouble.clear()
    deliver()
    (message,) = server.took
    assert message.message()["Message-ID"] == only().message_id
    assert message.message()["Date"]
    assert (only().attempts, only().state) == (4, State.SENT)


def test_a_message_id_that_is_given_is_kept(server):
    EmailMultiAlternatives(
        "S", "T", to=["a@caspia.example"], headers={"Message-ID": "<one@caspia.example>"}
    ).send()
    assert only().message_id == "<one@caspia.example>"


def test_a_taken_mail_is_not_sent_by_another_worker_until_its_time_is_over(server):
    write()
    assert delivery._take() == only()
    assert deliver() == 0  # a second worker
    later()  # the first one was cut off
    assert deliver() == 1


@pytest.mark.parametrize("took", [True, False])
def test_a_worker_that_is_cut_off_sends_the_mail_again_under_its_message_id(server, monkeypatch, took):
    """Cut off after or before the server took the mail, in either case before the mark."""
    write()
    sound = server.send_messages

    def cut_off(self, messages):
        if took:
            sound(self, messages)
        raise SystemExit

    monkeypatch.setattr(server, "send_messages", cut_off)
    with pytest.raises(SystemExit):
        deliver()
    assert only().state == State.WAITING
    monkeypatch.setattr(server, "send_messages", sound)
    assert deliver() == 0  # until the time of the first worker is over
    later()
    assert deliver() == 1
    assert {message.message()["Message-ID"] for message in server.took} == {only().message_id}
    assert len(server.took) == 1 + took


def test_a_server_that_is_down_stops_the_round_and_loses_nothing(server):
    write("a@caspia.example")
    write("b@caspia.example")
    server.trouble["*"] = smtplib.SMTPServerDisconnected("gone")
    with pytest.raises(ServerDown):
        deliver()
    assert sorted(OutgoingMail.objects.values_list("state", "attempts")) == [("waiting", 0), ("waiting", 1)]
    server.trouble.clear()
    later()
    assert deliver() == 2


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (smtplib.SMTPRecipientsRefused({"a@caspia.example": (550, b"no such user")}), State.FAILED),
        (smtplib.SMTPRecipientsRefused({"a@caspia.example": (450, b"later")}), State.WAITING),
        (smtplib.SMTPDataError(554, b"no"), State.FAILED),
        (smtplib.SMTPDataError(451, b"later"), State.WAITING),
        (smtplib.SMTPSenderRefused(552, b"too large", "site@caspia.example"), State.FAILED),
    ],
)
def test_a_mail_that_is_refused_does_not_stop_the_others(server, trouble, state):
    write("a@caspia.example")
    write("b@caspia.example")
    server.trouble["a@caspia.example"] = trouble
    assert deliver() == 1
    refused = OutgoingMail.objects.get(recipients="a@caspia.example")
    assert refused.state == state
    assert refused.error
    assert refused.content


@pytest.mark.parametrize(
    "trouble",
    [
        smtplib.SMTPSenderRefused(530, b"5.7.0 Authentication required", "site@caspia.example"),
        smtplib.SMTPSenderRefused(553, b"not your address", "site@caspia.example"),
        smtplib.SMTPRecipientsRefused({"a@caspia.example": (530, b"5.7.0 Must issue STARTTLS first")}),
        smtplib.SMTPRecipientsRefused({"a@caspia.example": (554, b"5.7.1 Relay access denied")}),
        smtplib.SMTPDataError(550, "5.7.1 Unable to relay"),
    ],
)
def test_a_server_that_is_set_up_for_other_senders_loses_no_mail(server, trouble):
    write("a@caspia.example")
    write("b@caspia.example")
    server.trouble["a@caspia.example"] = trouble
    with pytest.raises(ServerDown):
        deliver()
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {State.WAITING}


def test_a_mail_that_cannot_be_written_does_not_stop_the_others(server, caplog):
    write("a@caspia.example")
    write("b@caspia.example")
    server.trouble["a@caspia.example"] = UnicodeError("bad sign")
    assert deliver() == 1
    assert OutgoingMail.objects.get(recipients="a@caspia.example").state == State.FAILED
    assert "cannot be sent" in caplog.text


def test_tries_end_after_three_days(server):
    write()
    OutgoingMail.objects.update(written_at=timezone.now() - timedelta(days=3, minutes=1))
    server.trouble["*"] = ConnectionRefusedError("down")
    with pytest.raises(ServerDown):
        deliver()
    assert (only().state, bool(only().content)) == (State.FAILED, True)


def test_pauses_grow_to_two_hours():
    assert [pause_after(number).total_seconds() for number in (1, 2, 3, 40)] == [30, 60, 120, 7200]


def test_a_receiver_can_stop_a_mail_at_the_last_moment(server):
    write()

    def object_to(mail, **_):
        return "The right is lost."

    sending.connect(object_to)
    try:
        assert deliver() == 0
    finally:
        sending.disconnect(object_to)
    assert (only().state, only().error, only().content) == (State.STOPPED, "The right is lost.", {})


def test_the_job_waits_longer_after_each_failure_and_goes_on(server, caplog):
    write()
    server.trouble["*"] = ConnectionRefusedError("down")
    job, now = DeliverMails(), timezone.now()
    job.run(now)
    later()
    job.run(now + timedelta(seconds=1))  # too early
    assert only().attempts == 1
    job.run(now + timedelta(seconds=3))
    assert only().attempts == 2
    later()
    server.trouble.clear()
    job.run(now + timedelta(seconds=10))
    assert only().state == State.SENT
    assert "down" in caplog.text


def test_what_was_sent_is_forgotten_after_three_months_and_what_failed_is_kept(server):
    for state in (State.SENT, State.STOPPED, State.FAILED, State.WAITING):
        write()
        OutgoingMail.objects.filter(pk=OutgoingMail.objects.latest("pk").pk).update(state=state)
    ForgetMails().run(timezone.now())
    assert OutgoingMail.objects.count() == 4
    ForgetMails().run(timezone.now() + timedelta(days=91))
    assert sorted(OutgoingMail.objects.values_list("state", flat=True)) == ["failed", "waiting"]


def test_a_mail_of_which_nobody_can_say_whether_it_may_go_stops_no_other(server):
    def fails(sender, mail, **_):
        if mail.recipients == "a@caspia.example":
            raise ValueError("a withheld name")
        return ""

    write()
    write("b@caspia.example")
    sending.connect(fails)
    try:
        assert deliver() == 1
        failing = OutgoingMail.objects.get(recipients="a@caspia.example")
        assert (failing.state, failing.error) == (State.WAITING, "ValueError")
        assert failing.due_at > timezone.now()
        OutgoingMail.objects.update(written_at=timezone.now() - timedelta(days=4))
        later()
        assert deliver() == 0
    finally:
        sending.disconnect(fails)
    failing.refresh_from_db()
    assert (failing.state, bool(failing.content)) == (State.FAILED, True)


def test_administrators_read_in_words_what_the_server_refused():
    refused = smtplib.SMTPRecipientsRefused({"a@caspia.example": (550, b"5.1.1 No such user")})
    assert _in_words(refused) == "550 5.1.1 No such user"
    assert _in_words(smtplib.SMTPDataError(552, b"Too large")) == "552 Too large"
    assert _in_words(OSError(111, "Connection refused")) == "[Errno 111] Connection refused"
