"""What a person typed after the session had ended is shown to its author only."""

import re

import pytest

from consultations.kept_text import account_name
from consultations.models import Comment
from tests.factories.writing import typed


def type_after_the_session(client, world, address):
    """The author opens the form; the session ends; the author goes on typing and saves."""
    client.force_login(world.ngo_author)
    account = re.search('name="account" value="([0-9a-f]{64})"', client.get(address).content.decode())[1]
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


@pytest.mark.parametrize("account", ["", "1", "x" * 65])
def test_text_from_a_form_that_was_shown_to_nobody_is_not_kept(client, world, address, account):
    client.post(address, {**typed(world), "account": account, "save": "1"})
    assert "Words of the author." not in str(client.session.items())


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
