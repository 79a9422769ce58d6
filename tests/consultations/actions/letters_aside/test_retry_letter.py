"""Administrators have letters tried again that could not be written."""

import pytest
from django.urls import reverse
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.letters_aside.retry_letter import RetryLetter
from consultations.models import Letter
from consultations.queries.my_tasks.waiting import tasks_for
from portal.users.roles import Role
from tests.factories import consultation as make, law

pytestmark = pytest.mark.django_db
PAGE = "amendments_admin:mails"


@pytest.fixture
def administrator():
    return law.make_user("keeper", Role.ADMINISTRATOR)


@pytest.fixture
def letter():
    return make.letter_aside(law.make_user("reader"))


def test_a_letter_is_tried_as_a_new_one_and_a_second_click_changes_nothing(administrator, letter):
    RetryLetter(letter, actor=Actor.now(administrator)).execute()
    letter.refresh_from_db()
    assert (letter.state, letter.attempts) == (Letter.State.WAITING, 0)
    before = letter.due_at
    RetryLetter(letter, actor=Actor.now(administrator)).execute()
    letter.refresh_from_db()
    assert letter.due_at == before


def test_others_may_not(letter):
    with pytest.raises(NotAllowed):
        RetryLetter(letter, actor=Actor.now(law.make_user("drafter"))).execute()


def test_the_page_on_mails_shows_it_with_its_reason_and_tries_again(client, administrator, letter):
    client.force_login(administrator)
    page = client.get(reverse(PAGE)).content.decode()
    assert "Messages that could not be written (1)" in page
    assert "ValueError: letters/texts.py, 1" in page
    chosen = {"letter": [letter.pk, "x"]}
    answer = client.post(reverse("consultations_admin:retry_letters"), chosen, follow=True).content.decode()
    assert "1 message will be tried again." in answer
    assert "Messages that could not be written (0)" in answer  # one is tried again


def test_letters_that_were_put_aside_wait_for_the_administrator_alone(administrator, letter):
    (task,) = tasks_for(administrator, timezone.now())
    assert (task.title, task.count, task.url) == ("Messages that could not be written", 1, reverse(PAGE))
    assert tasks_for(law.make_user("drafter"), timezone.now()) == []
    RetryLetter(letter, actor=Actor.now(administrator)).execute()
    assert tasks_for(administrator, timezone.now()) == []
