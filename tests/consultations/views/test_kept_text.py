"""What a person typed after the session had ended is shown to its author only."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from consultations.kept_text import account_name, account_proof
from consultations.models import Comment
from consultations.views import kept
from consultations.views.kept import MOST_AN_HOUR
from tests.factories.writing import typed


def type_after_the_session(client, world, address):
    """The author opens the form; the session ends; the author goes on typing and saves."""
    client.force_login(world.ngo_author)
    account = re.search('name="account" value="([^"]+)"', client.get(address).content.decode())[1]
    client.cookies.clear()
    data = {**typed(world), "range": ["d:0:21"], "account": account, "save": "1"}
    assert "/login/" in client.post(address, data)["Location"]


def test_a_session_that_has_ended_keeps_the_text_of_its_author_through_the_sign_in(client, world, address):
    type_after_the_session(client, world, address)
    client.force_login(world.ngo_author)
    page = client.get(address).content.decode()
    assert "Words of the author." in page
    assert "it is not saved yet" in page
    assert "it is not saved yet" not in client.get(address).content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("next_one", ["ngo_focal", "body_author", "citizen", "secretary", "admin"])
def test_kept_text_is_shown_to_nobody_else_and_erased_when_they_sign_in(client, world, address, next_one):
    type_after_the_session(client, world, address)
    client.force_login(getattr(world, next_one))
    assert "Words of the author." not in str(client.session.items())
    assert "Words of the author." not in client.get(address).content.decode()
    client.force_login(world.ngo_author)
    assert "Words of the author." not in client.get(address).content.decode()


def test_kept_text_does_not_outlive_the_sign_out(client, world, address):
    type_after_the_session(client, world, address)
    client.force_login(world.ngo_author)
    client.logout()
    client.force_login(world.ngo_author)
    assert "Words of the author." not in client.get(address).content.decode()


@pytest.mark.parametrize("account", ["", "1", "x" * 64, "x" * 65, "unsigned"])
def test_a_stranger_puts_nothing_into_the_sessions(client, world, address, account):
    account = account_name(world.ngo_author) if account == "unsigned" else account
    before = Session.objects.count()
    client.post(address, {**typed(world), "account": account, "save": "1"})
    assert Session.objects.count() == before  # asking for `client.session` would make one


def test_one_account_keeps_a_few_texts_an_hour(client, world, address):
    before = Session.objects.count()
    account = account_proof(world.ngo_author)
    for _post in range(MOST_AN_HOUR + 5):
        Client().post(address, {**typed(world), "account": account, "save": "1"})
    assert Session.objects.count() == before + MOST_AN_HOUR


def test_a_form_that_was_open_for_days_is_kept_by_the_browser_alone(client, world, address, monkeypatch):
    account = account_proof(world.ngo_author)
    before = Session.objects.count()
    monkeypatch.setattr(kept, "SHOWN_FOR", timedelta())
    client.post(address, {**typed(world), "account": account, "save": "1"})
    assert Session.objects.count() == before


def test_browsers_keep_no_copy_of_the_form(author, address):
    assert "no-store" in author.get(address)["Cache-Control"]


def test_copies_in_the_browser_are_encrypted_with_a_key_of_the_account(client, world, address):
    keys = set()
    for person in (world.ngo_author, world.ngo_focal):
        client.force_login(person)
        page = client.get(address).content.decode()
        keys |= {
            (name, re.search(f'data-{name}="([0-9a-f]{{64}})"', page)[1]) for name in ("account", "copy-key")
        }
    assert len(keys) == 4
    assert f'data-signs-out="{account_name(world.ngo_focal)}"' in page
