"""Where the sites stand is asked of the table once, and not for every link of a page."""

import pytest
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY

from portal import shared_cache
from portal.shared_cache import SITE_ROOTS, DatabaseCache, SharedCache


@pytest.fixture
def table(monkeypatch):
    """What the table holds, and the keys that it was asked for."""
    held, asked = {}, []

    def get(_cache, key, default=None, version=None):
        asked.append(key)
        return held.get(key, default)

    monkeypatch.setattr(DatabaseCache, "get", get)
    monkeypatch.setattr(DatabaseCache, "delete", lambda _cache, key, version=None: bool(held.pop(key, None)))
    monkeypatch.setattr(DatabaseCache, "clear", lambda _cache: held.clear())
    shared_cache._kept.clear()
    yield held, asked
    shared_cache._kept.clear()


def test_it_is_the_name_that_wagtail_asks_for():
    assert SITE_ROOTS == SITE_ROOT_PATHS_CACHE_KEY


def test_the_table_is_asked_once_until_it_is_changed(table):
    held, asked = table
    cache = SharedCache("madda_cache", {})
    assert cache.get(SITE_ROOTS) is None
    held[SITE_ROOTS] = ["here"]
    assert [cache.get(SITE_ROOTS) for _link in range(3)] == [["here"]] * 3
    assert len(asked) == 2
    cache.delete(SITE_ROOTS)
    held[SITE_ROOTS] = ["there"]
    assert cache.get(SITE_ROOTS) == ["there"]
    cache.clear()
    assert cache.get(SITE_ROOTS) is None


def test_everything_else_is_asked_each_time(table):
    held, _asked = table
    cache = SharedCache("madda_cache", {})
    held["count"] = 1
    assert cache.get("count") == 1
    held["count"] = 2
    assert cache.get("count") == 2
