"""Where the sites stand is asked of the table once, and what the site did not write is not read as an object."""

import pickle
from base64 import b64encode
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from hypothesis import given, strategies as st
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY

from portal import shared_cache
from portal.shared_cache import SITE_ROOTS, SharedCache
from portal.signed_values import NotOurs, opened, signed

TABLE = "cache_of_a_test"


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


@pytest.fixture
def cache(db):
    """A cache with a table in the database of the run."""
    call_command("createcachetable", TABLE, verbosity=0)
    return SharedCache(TABLE, {})


def stored(key):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT value FROM {TABLE} WHERE cache_key = %s", [f":1:{key}"])
        return cursor.fetchone()[0]


def write(key, value):
    """Write a value as whoever owns the table can."""
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET value = %s WHERE cache_key = %s", [value, f":1:{key}"])
        assert cursor.rowcount == 1


def as_django_writes(value):
    return b64encode(pickle.dumps(value)).decode()


class Touch:
    """Writes a file when it is read."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (Path.touch, (self.path,))


def test_what_was_written_is_read_until_its_time_is_over(cache):
    cache.set_many({"one": {"of": [1, "ə"]}, "other": date(2026, 3, 5)}, 60)
    cache.set("over", 1, 0)
    assert cache.get_many(["one", "other", "over", "never"]) == {
        "one": {"of": [1, "ə"]},
        "other": date(2026, 3, 5),
    }
    assert cache.add("one", 2) is False
    assert cache.add("third", 3) is True
    assert cache.incr("third") == 4
    assert cache.touch("third", 60) is True
    assert (cache.get("third"), cache.get("never", "nothing"), cache.get_many([])) == (4, "nothing", {})


@pytest.mark.parametrize("is_wrapped", [False, True])
def test_an_object_that_somebody_else_wrote_does_not_run_and_is_told(cache, tmp_path, caplog, is_wrapped):
    cache.set("key", "value", 60)
    trap = pickle.dumps(Touch(tmp_path / "touched"))
    write("key", b64encode(pickle.dumps(b"x" * 32 + trap) if is_wrapped else trap).decode())
    assert cache.get("key", "nothing") == "nothing"
    assert not (tmp_path / "touched").exists()
    assert "did not write" in caplog.text
    pickle.loads(trap)  # noqa: S301 - of this test
    assert (tmp_path / "touched").exists()  # what the trap does where it is read


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "no base 64",
        as_django_writes(b"short"),
        as_django_writes({"a": 1}),
        "SwFLAmEu",
        "jv////////9/Lg==",
    ],
)
def test_what_is_damaged_is_missing(cache, damage):
    cache.set("key", "value", 60)
    write("key", damage)
    assert cache.get("key") is None
    cache.set("key", "again", 60)
    assert cache.get("key") == "again"


@given(st.one_of(st.binary(max_size=200), st.binary(max_size=40).map(pickle.dumps)), st.data())
def test_whatever_bytes_stand_there_are_refused_as_not_ours(written, data):
    """Cut off, changed and made up ones: nothing else than `NotOurs` is raised, and each of them is."""
    ours = pickle.dumps(signed("key", {"a": [1, "ə"]}))
    place = data.draw(st.integers(0, len(ours) - 2))
    changed = ours[:place] + bytes([ours[place] ^ data.draw(st.integers(1, 255))]) + ours[place + 1 :]
    for damaged in (written, ours[:place], changed):
        try:
            found = opened("key", b64encode(damaged).decode())
        except NotOurs:
            continue
        assert found == {"a": [1, "ə"]}  # a length of the frame, which says nothing of the value


@pytest.mark.parametrize("size", [1, 300, 70_000])
def test_values_of_every_size_are_read(size):
    value = "x" * size
    assert opened("key", as_django_writes(signed("key", value))) == value


def test_a_value_of_another_key_or_of_another_key_of_the_site_is_missing(cache, settings):
    cache.set_many({"mine": 1, "yours": 2}, 60)
    write("mine", stored("yours"))
    assert cache.get_many(["mine", "yours"]) == {"yours": 2}
    settings.SECRET_KEY = "another"
    assert cache.get("yours") is None


@contextmanager
def read_only():
    """The database takes no write, as after `SET default_transaction_read_only`."""
    is_server = connection.vendor == "postgresql"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL transaction_read_only = on" if is_server else "PRAGMA query_only = on")
        try:
            yield
        finally:
            if not is_server:
                cursor.execute("PRAGMA query_only = off")
        transaction.set_rollback(True)


def test_what_is_over_is_passed_over_where_nothing_can_be_written(cache):
    cache.set("over", 1, 0)
    cache.set("there", 1, 60)
    with read_only():
        assert cache.get_many(["over", "there"]) == {"there": 1}
        cache.set("there", 2, 60)  # a page goes on without
        assert cache.get("there") == 1
        assert cache.get_or_set("new", lambda: 3, 60) == 3  # as the names of rights are read on many pages
        with pytest.raises(DatabaseError, match=r"read-?only"):
            cache.add("lock", 1, 60)  # it is not held by another: the page says that nothing can be saved


@pytest.mark.django_db
def test_signing_in_says_that_nothing_can_be_saved(cache, client, monkeypatch):
    monkeypatch.setattr("allauth.core.internal.ratelimit.cache", cache)
    client.raise_request_exception = False
    with read_only():
        answer = client.post(reverse("account_login"), {"login": "a@caspia.example", "password": "wrong"})
    assert answer.status_code == 503
    assert "The site can save nothing just now" in answer.content.decode()
