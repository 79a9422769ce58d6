"""Administrators have undelivered mails sent again."""

import pytest
from django.urls import reverse

from amendments.actions.mails.retry_mail import RetryMail
from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from amendments.models import OutgoingMail
from portal.users.roles import Role
from tests.factories import law

pytestmark = pytest.mark.django_db
PAGE = "amendments_admin:mails"


@pytest.fixture
def administrator():
    return law.make_user("keeper", Role.ADMINISTRATOR)


def test_a_mail_keeps_its_message_id_and_is_tried_as_a_new_one(administrator):
    mail = law.undelivered_mail()
    RetryMail(mail, actor=Actor.now(administrator)).execute()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.message_id) == (
        OutgoingMail.State.WAITING,
        0,
        "<1@caspia.example>",
    )
    before = mail.due_at
    RetryMail(mail, actor=Actor.now(administrator)).execute()  # a second click
    mail.refresh_from_db()
    assert mail.due_at == before


def test_others_may_not():
    with pytest.raises(NotAllowed):
        RetryMail(law.undelivered_mail(), actor=Actor.now(law.make_user("drafter"))).execute()


def test_the_page_shows_the_refusal_but_neither_subject_nor_text(client, administrator):
    mail = law.undelivered_mail()
    client.force_login(administrator)
    page = client.get(reverse(PAGE)).content.decode()
    assert "No such user" in page
    assert "gone@caspia.example" in page
    assert mail.content["subject"] not in page
    answer = client.post(reverse("amendments_admin:retry_mails"), {"mail": [mail.pk, "x"]}, follow=True)
    assert "1 mail will be sent again." in answer.content.decode()
    assert "None: every mail was delivered or waits." in answer.content.decode()


def test_the_page_costs_a_fixed_number_of_queries(client, administrator, django_assert_max_num_queries):
    for number in range(20):
        law.undelivered_mail(number)
    client.force_login(administrator)
    client.get(reverse(PAGE))
    with django_assert_max_num_queries(20):
        client.get(reverse(PAGE))
