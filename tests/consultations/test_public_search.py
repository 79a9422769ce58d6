"""What strangers can read off the names and moments of what the search finds: nothing of what is hidden.

The same is told by the search, its API and the feed of a saved search, whether drafts that nobody released were sealed
before the public texts or not.
"""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from amendments.actions.publication.request_release import RequestRelease
from amendments.audit.actor import Actor
from amendments.models import ReleaseRequest
from search import alerts
from search.models import SavedSearch
from tests.consultations.test_public_numbers import KEY, lines, masked
from tests.factories import law

pytestmark = pytest.mark.whole
ACT = law.ACT.replace("On Ferries", "On Rafts").replace("10 coins", "30 coins")
QUERIES = (
    "coins",
    "rafts",
    "coins&sort=newest",
    "coins&sort=law",
    "coins&kind=instruction",
    "rafts&kind=page",
)


def in_public(world):
    """A second act, and a draft that changes it."""
    act = law.make_act(world.section, world.drafter, text=ACT, number="2-L")
    law.release(act, "public", world.drafter, world.secretary)
    amendment = law.make_amendment(world.section, act, world.drafter, "On Dearer Rafts")
    law.add(amendment, world.drafter, "replace_words", "2.1", old="30 coins", new="31 coins")
    law.release(law.seal(amendment, world.drafter), "public", world.drafter, world.secretary)


def after_hidden_drafts(world):
    """The same after two drafts of another amendment, whose release to the committee is asked for."""
    amendment = law.make_amendment(world.section, world.base, world.drafter, "On Secret Ferries")
    for price in ("40", "41"):
        law.add(amendment, world.drafter, "add_sentence", "2.1", new=f"A cabin is {price} coins.")
        draft = law.seal(amendment, world.drafter)
        RequestRelease(draft, "committee", actor=Actor.now(world.drafter)).execute()
    in_public(world)


@pytest.fixture
def saved(world):
    return SavedSearch.objects.create(
        owner=world.citizen, name="Coins", address="q=coins", language="en", by_mail=False, token="a" * 43
    )


def told(world, saved):
    """Pages, the API and the feed, with random keys masked."""
    alerts.tell(timezone.now())
    client = Client()
    client.force_login(world.citizen, backend="django.contrib.auth.backends.ModelBackend")
    addresses = [
        *(f"{reverse('search_api:search')}?q={query}" for query in QUERIES),
        *(f"{reverse('search:search')}?q={query}" for query in QUERIES),
        reverse("search:feed", args=[saved.token]),
        reverse("search:saved"),
    ]
    return [(url, lines(client.get(url))) for url in addresses]


def of(world, saved, story):
    mark = transaction.savepoint()
    story(world)
    found = told(world, saved)
    transaction.savepoint_rollback(mark)
    return found


@pytest.mark.whole
def test_hidden_drafts_leave_no_trace_in_names_and_moments(world, saved):
    assert of(world, saved, after_hidden_drafts) == of(world, saved, in_public)


@pytest.mark.whole
def test_nothing_that_is_found_is_named_by_a_running_number(world, saved):
    after_hidden_drafts(world)
    hits = [
        hit
        for query in QUERIES
        for hit in Client().get(f"{reverse('search_api:search')}?q={query}").json()["hits"]
    ]
    assert {hit["kind"] for hit in hits} == {"provision", "instruction", "page"}
    for hit in hits:
        left = KEY.sub("", hit["id"], count=1)
        assert left != hit["id"], hit
        assert re.fullmatch(r"\.en(\.[0-9a-f]{32})?|\.", KEY.sub("", left)), hit


@pytest.mark.whole
def test_each_name_is_found_again(world):
    """“More like this” knows every hit by its name."""
    in_public(world)
    for query in QUERIES:
        for hit in Client().get(f"{reverse('search_api:search')}?q={query}").json()["hits"]:
            like = f"{hit['kind']}:{hit['id']}"
            page = Client().get(reverse("search:search"), {"like": like}).content.decode()
            assert "What you want more of is not here" not in page, like


def test_a_feed_tells_the_day_and_no_moment(world, saved):
    in_public(world)
    alerts.tell(timezone.now())
    feed = Client().get(reverse("search:feed", args=[saved.token])).content.decode()
    moments = re.findall(r"<updated>(.*?)</updated>", feed)
    assert len(moments) > 1
    assert {moment[10:19] for moment in moments} == {"T00:00:00"}


def test_saved_searches_and_requests_have_addresses_that_count_nothing(world, saved):
    after_hidden_drafts(world)
    asked = ReleaseRequest.objects.order_by("requested_at").last()
    for address in (
        reverse("search:change_saved", args=[saved.pk]),
        reverse("amendments:approve_release", args=[asked.pk]),
    ):
        assert not re.search(r"\d", masked(address)), address
