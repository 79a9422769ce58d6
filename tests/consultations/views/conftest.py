"""The form of a comment on a provision, and browsers in which its author or the secretary is signed in."""

import pytest
from django.core.cache import cache
from django.urls import reverse


@pytest.fixture(autouse=True)
def fresh_limits():
    """How many texts an account keeps in an hour is counted in the cache, which outlives a test."""
    cache.clear()


@pytest.fixture
def address(world):
    return reverse(
        "consultations:comment_on",
        args=[world.round.pk, world.text.entries.get(number="2.1").provision_id],
    )


@pytest.fixture
def author(client, world):
    client.force_login(world.ngo_author)
    return client


@pytest.fixture
def secretary(client, world):
    client.force_login(world.secretary)
    return client
