"""Mails, feeds and calendars of the whole world tell nobody what they may not know."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.letters.reminders import Remind
from consultations.models import Letter, LetterSettings
from tests.permissions.roles import ROLES
from tests.permissions.words import SECRETS, may_meet
from tests.permissions.world import World

pytestmark = pytest.mark.whole


@pytest.fixture
def mails(world: World):
    """All mails of the world by role, reminders too."""
    mail.outbox.clear()
    Remind().run(timezone.localtime().replace(hour=9))
    write_due(timezone.now() + timedelta(days=40))
    write_due(timezone.now())
    by_address = {getattr(person, "email", ""): role for role, person in world.people.items()}
    return [(by_address.get(message.to[0], ""), message) for message in mail.outbox]


def test_no_mail_tells_a_role_what_it_may_not_know(mails):
    assert len({role for role, _message in mails}) > 5
    met = {
        (role, word, message.subject)
        for role, message in mails
        for word in SECRETS
        if word in str(message.message()).lower() or word in message.body.lower()
    }
    assert [found for found in met if not found[0] or not may_meet(found[0], found[1], "")] == []


def test_no_mail_quotes_a_comment_an_answer_or_a_wording(mails):
    titles_and_bodies = {"albatross", "halibut", "jackdaw", "kestrel", "lanternkeepers"}
    members = {"norberta", "quillon"}  # are told that they were added
    quoted = {word for _role, message in mails for word in SECRETS if word in message.body.lower()}
    assert quoted <= titles_and_bodies | members


@pytest.mark.parametrize("name", ["own_calendar", "own_feed"])
def test_calendars_and_feeds_tell_each_role_its_own(world: World, name: str):
    for role in ROLES:
        person = world.people[role]
        if not person.is_authenticated or not person.is_active:
            continue
        own, _ = LetterSettings.objects.get_or_create(person=person)
        text = Client().get(reverse(f"consultations:{name}", args=[own.token])).content.decode().lower()
        assert [word for word in SECRETS if word in text and not may_meet(role, word, "")] == [], role


def test_the_world_has_letters_of_many_kinds(world: World):
    assert len(set(Letter.objects.values_list("kind", flat=True))) >= 6
