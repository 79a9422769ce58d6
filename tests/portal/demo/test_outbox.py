"""The mail of the demonstration."""

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.urls import reverse

from portal.demo.models import SentMail
from portal.demo.outbox import MAILS_ON_A_PAGE

pytestmark = pytest.mark.django_db


def send(subject="Subject", body="Text"):
    mail = EmailMultiAlternatives(
        subject, body, "site@caspia.example", ["a@caspia.example"], bcc=["b@caspia.example"]
    )
    return get_connection("portal.demo.outbox.Backend").send_messages([mail])


def test_a_mail_is_kept_with_all_who_get_it():
    assert send() == 1
    mail = SentMail.objects.get()
    assert (mail.recipients, mail.subject, mail.body) == (
        "a@caspia.example, b@caspia.example",
        "Subject",
        "Text",
    )


def test_everybody_may_look_and_is_told_that_it_is_a_demonstration(client):
    send(body="See http://testserver/en/acts/ <script>")
    page = client.get(reverse("outbox")).content.decode()
    assert "nothing leaves the site" in page
    assert '<a href="http://testserver/en/acts/"' in page
    assert "<script>" not in page.split('class="mail-body"')[1].split("</article>")[0]


def test_the_newest_mail_comes_first_and_the_rest_on_further_pages(client):
    for number in range(MAILS_ON_A_PAGE + 1):
        send(subject=f"Mail {number}")
    first = client.get(reverse("outbox"))
    assert [mail.subject for mail in first.context["page"]][:2] == ["Mail 20", "Mail 19"]
    assert "?page=2" in first.content.decode()
    assert "Mail 0" in client.get(reverse("outbox") + "?page=2").content.decode()


def test_a_real_deployment_has_no_outbox(client, settings):
    settings.MADDA_DEMO = False
    assert client.get(reverse("outbox"), follow=True).status_code == 404
    assert "Demonstration" not in client.get("/accessibility/").content.decode()


def test_the_mails_of_one_person_can_be_read_alone(client):
    send(subject="Mine")
    SentMail.objects.create(
        sender="s@caspia.example", recipients="c@caspia.example", subject="Theirs", body="-"
    )
    page = client.get(reverse("outbox"), {"to": "c@caspia.example"}).content.decode()
    assert "Theirs" in page
    assert "Mine" not in page


def test_a_mail_has_the_moment_that_it_names(db):
    mail = EmailMultiAlternatives(
        "S", "T", to=["a@caspia.example"], headers={"Date": "Wed, 25 Nov 2026 12:00:00 +0400"}
    )
    get_connection("portal.demo.outbox.Backend").send_messages([mail])
    assert SentMail.objects.get().sent_at.isoformat() == "2026-11-25T08:00:00+00:00"
