"""The search calls “in force” what is law today, and follows the days on which texts enter into force."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.utils import timezone
from django.utils.timezone import localdate

from amendments import commencing
from amendments.commencing import FindTheLawOfToday
from amendments.models import Commencement
from amendments.search_sources import ProvisionSource
from tests.factories import law
from tests.search.asking import search

pytestmark = pytest.mark.whole

SECRET = "zanzibar"
PUBLIC = AnonymousUser()


@pytest.fixture
def released(world):
    law.release(world.base, "public", world.drafter, world.secretary)
    return world


@pytest.fixture
def draft(released):
    law.add(
        released.amendment, released.drafter, "replace_words", "2.1", old="10 coins", new=f"20 {SECRET} coins"
    )
    return law.seal(released.amendment, released.drafter)


def statuses(query):
    """Under which statuses a wording is found."""
    return [
        name
        for name in ProvisionSource.statuses
        if search(query, PUBLIC, kind="provision", status=name).total
    ]


def test_what_is_adopted_for_a_later_day_is_no_law_yet_and_the_law_of_today_stays(draft, released):
    text = law.adopt(draft, released.drafter, "2-L", localdate() + timedelta(days=17))
    law.release(text, "public", released.drafter, released.secretary)
    assert statuses(SECRET) == ["coming"]
    assert statuses('"10 coins"') == ["current"]


def test_a_text_without_a_known_day_is_no_law_yet(draft, released):
    text = law.adopt(draft, released.drafter, "2-L", None)
    law.release(text, "public", released.drafter, released.secretary)
    assert statuses(SECRET) == ["coming"]


def test_on_its_day_it_is_the_law_without_anybody_doing_anything(draft, released, monkeypatch):
    day = localdate() + timedelta(days=17)
    text = law.adopt(draft, released.drafter, "2-L", day)
    law.release(text, "public", released.drafter, released.secretary)
    cache.clear()
    job = FindTheLawOfToday()
    job.run(timezone.now())
    assert statuses(SECRET) == ["coming"]
    later = timezone.now() + timedelta(days=17)
    monkeypatch.setattr(timezone, "now", lambda: later)
    job.run(later)
    assert statuses(SECRET) == ["current"]
    assert statuses('"10 coins"') == ["earlier"]


def test_a_day_that_was_corrected_brings_nothing(draft, released, monkeypatch):
    text = law.adopt(draft, released.drafter, "2-L", localdate() + timedelta(days=17))
    right = localdate() + timedelta(days=40)
    Commencement.objects.create(version=text, date=right, recorded_at=timezone.now())
    cache.clear()
    FindTheLawOfToday().run(timezone.now())
    begun = []
    monkeypatch.setattr(commencing.CommenceTexts, "execute", lambda step: begun.append(list(step.texts)))
    for days in (17, 40):
        FindTheLawOfToday().run(timezone.now() + timedelta(days=days))
    assert begun == [[], [text]]


def test_the_day_is_looked_at_once(draft, released, django_assert_num_queries):
    cache.clear()
    FindTheLawOfToday().run(timezone.now())
    with django_assert_num_queries(0):
        FindTheLawOfToday().run(timezone.now())
