"""Acts, provisions, rounds and rights are followed where they are read, and followed no more with one click."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from consultations.models import Follow, Right
from consultations.models.letter import FollowKind
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


def act(world):
    return world.base.instrument.url, world.base.instrument_id


def provision(world):
    key = world.base.entries.get(number="2.2").provision_id
    return reverse("amendments:provision", args=[key]), key


def round_(world):
    return world.round.url, world.round.pk


def right(world):
    row = Right.objects.first()
    said = make.content(make.chosen(world.draft, "2.1"), rights=(row.code,))
    comment = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(comment.submission, world.ngo_focal)
    return f"{world.round.url}?right={row.code}", row.code


PAGES = {
    FollowKind.ACT: act,
    FollowKind.PROVISION: provision,
    FollowKind.ROUND: round_,
    FollowKind.RIGHT: right,
}
NAMES = {kind: kind.value for kind in FollowKind}


@pytest.fixture(params=PAGES, ids=NAMES.values())
def place(request, world):
    """The address of a page, and what it lets one follow."""
    address, key = PAGES[request.param](world)
    return address, f"{request.param}/{key}"


def shown(client, address, what):
    """The form or the link of the button on the page."""
    page = client.get(address).content.decode()
    found = re.search(rf'<form[^>]*>(?:(?!</form>).)*value="{what}".*?</form>', page, re.S)
    return found[0] if found else page


def test_a_visitor_is_led_to_the_sign_in_and_back(place, client):
    address, what = place
    page = client.get(address).content.decode()
    words = f"Follow this {what.partition('/')[0]} by mail"
    (link,) = re.findall(rf'href="([^"]+)">\s*{words}', page)
    assert parse_qs(urlsplit(unescape(link)).query)["next"] == [address]


def test_one_click_follows_shows_the_state_and_another_stops(place, world, client):
    address, what = place
    client.force_login(world.citizen)
    assert "Follow this" in shown(client, address, what)
    given = {"what": what, "next": address}
    answer = client.post(reverse("consultations:follow"), given)
    assert (answer.status_code, answer["Location"]) == (302, address)
    kind, _, key = what.partition("/")
    assert Follow.objects.filter(person=world.citizen, kind=kind, key=key).exists()
    assert "You follow it by mail" in shown(client, address, what)
    answer = client.post(reverse("consultations:follow"), given | {"stop": "1"})
    assert answer["Location"] == address
    assert not Follow.objects.exists()


def test_nobody_is_led_to_another_site(world, client):
    client.force_login(world.citizen)
    given = {"what": f"act/{world.base.instrument_id}", "next": "https://elsewhere.example/"}
    answer = client.post(reverse("consultations:follow"), given)
    assert answer["Location"] == world.base.instrument.url


def test_who_signs_in_again_after_the_click_finds_what_is_followed(world, client):
    address = reverse("consultations:follow")
    answer = client.post(address, {"what": f"act/{world.base.instrument_id}"})
    assert answer["Location"].endswith(f"next={address}")
    client.force_login(world.citizen)
    assert client.get(address)["Location"] == reverse("consultations:letters")


def test_a_word_that_names_no_page_leads_to_no_error(world, client):
    client.force_login(world.citizen)
    given = {"what": f"act/{world.base.instrument_id}", "next": "nowhere"}
    assert client.post(reverse("consultations:follow"), given).status_code == 302
