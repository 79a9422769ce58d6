"""Every kind of mail: who gets it, in whose language, as plain text, with addresses that open for the reader."""

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings as site
from django.core import mail
from django.db import transaction
from django.test import Client
from django.utils import timezone

from consultations.letters.due_letters import write_due
from consultations.letters.registry import KINDS
from consultations.models import Letter, LetterSettings
from tests.consultations.letters.steps import SECRET, STEPS
from tests.shares import telling

pytestmark = pytest.mark.django_db
SITE = "https://caspia.example"
LANGUAGES = [code for code, _name in site.LANGUAGES]
ADDRESS = re.compile(r"https?://\S+")


def test_the_table_has_every_kind():
    assert set(STEPS) == set(KINDS)


@pytest.fixture(
    params=telling(STEPS, "invited", "received", "decided", "check_answered", "right_named"),
)
def letters(request, world, settings, once):
    """The mails of one kind by language, each by its reader."""
    settings.WAGTAILADMIN_BASE_URL = SITE
    return world, STEPS[request.param][1], once(_letters, world, request.param)


def _letters(world, kind):
    Letter.objects.all().delete()
    at = STEPS[kind][0](world) or timezone.now()
    Letter.objects.exclude(kind=kind).delete()
    return {code: _written(world, code, at) for code in LANGUAGES}


def _written(world, language, at):
    """Written, read and undone."""
    mail.outbox.clear()
    names = {person.email: name for name, person in world.people.items() if person.is_authenticated}
    with transaction.atomic():
        for letter in Letter.objects.all():
            LetterSettings.objects.update_or_create(person=letter.person, defaults={"language": language})
        write_due(at)
        transaction.set_rollback(True)
    return {names[message.to[0]]: message for message in mail.outbox}


def _said(message):
    """The lines that hold words, without what is the same in every language."""
    lines = [message.subject, *message.body.splitlines()]
    return {line for line in lines if len(re.findall(r"[^\W\d_]{3,}", ADDRESS.sub("", line))) > 3}


def test_it_reaches_its_readers_in_their_language_as_plain_text(letters):
    _world, expected, by_language = letters
    for language, mails in by_language.items():
        assert set(mails) == expected, language
        for reader, message in mails.items():
            assert (message.content_subtype, getattr(message, "alternatives", [])) == ("plain", [])
            assert not re.search(r"&\w+;|<[a-z/]|%\(|\{\{", message.body), message.body
            assert "\n\n\n" not in message.body
            assert SECRET not in str(message.message()) + message.body + message.subject
            stop = message.extra_headers.get("List-Unsubscribe", "")
            assert (stop == "") is KINDS[message.kind].is_duty
            assert stop == "" or stop.startswith(f"<{SITE}/")
            assert ("List-Unsubscribe-Post" in message.extra_headers) is (stop != "")
            if language != "en":
                english = by_language["en"][reader]
                assert _said(message) & _said(english) == set(), language


@pytest.mark.parametrize(
    "readers", [pytest.param(1, id="one"), pytest.param(None, id="all", marks=pytest.mark.whole)]
)
def test_its_addresses_are_whole_and_open_for_the_reader(letters, readers):
    world, expected, by_language = letters
    opened = set()
    for mails in by_language.values():
        for reader in sorted(expected)[:readers]:
            message = mails[reader]
            client = Client()
            client.force_login(world.people[reader])
            addresses = ADDRESS.findall(message.body)
            assert len(addresses) >= 2
            for address in addresses:
                assert address.startswith(f"{SITE}/"), address
                if (reader, address) not in opened:
                    opened.add((reader, address))
                    _opens(client, address)


def _opens(client, address):
    parts = urlsplit(address)
    answer = client.get(f"{parts.path}?{parts.query}" if parts.query else parts.path, follow=True)
    assert answer.status_code == 200, address
    assert "/login/" not in answer.request["PATH_INFO"], address
