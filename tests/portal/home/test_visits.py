"""The last visit is the moment at which the person opened the page, and nothing else moves it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from portal.home.models import Visit
from portal.home.visits import PAUSE, RecordVisit, last_visit

NOW = datetime(2025, 3, 1, 12, tzinfo=UTC)

pytestmark = [pytest.mark.django_db, pytest.mark.whole]


def test_the_first_visit_has_none_before_it(person):
    someone = person()
    assert RecordVisit(someone, NOW).execute() is None
    assert last_visit(someone) is None


def test_a_new_visit_shows_what_changed_since_the_page_was_opened_last(person):
    someone = person()
    for at in (NOW, NOW + PAUSE / 2):
        RecordVisit(someone, at).execute()
    later = NOW + timedelta(days=1)
    assert RecordVisit(someone, later).execute() == NOW + PAUSE / 2


def test_opening_the_page_again_soon_loses_nothing(person):
    someone = person()
    RecordVisit(someone, NOW).execute()
    for minutes in (0, 10, 50):
        later = NOW + timedelta(days=1, minutes=minutes)
        assert RecordVisit(someone, later).execute() == NOW


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite lets one write wait for another's end")
def test_a_page_does_not_wait_while_somebody_else_writes_for_long(person, monkeypatch):
    someone = person()
    RecordVisit(someone, NOW).execute()
    RecordVisit(someone, NOW + timedelta(days=1)).execute()

    def locked(self):
        raise OperationalError("database is locked")

    monkeypatch.setattr(RecordVisit, "_write", locked)
    assert RecordVisit(someone, NOW + timedelta(days=2)).execute() == NOW  # more is shown, never less
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] > 1000


def test_another_error_of_the_database_is_told(person, monkeypatch):
    def broken(self):
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(RecordVisit, "_write", broken)
    with pytest.raises(OperationalError):
        RecordVisit(person(), NOW).execute()


def test_each_person_has_a_visit_of_their_own(person):
    first, second = person(), person(email="second@caspia.example")
    RecordVisit(first, NOW).execute()
    RecordVisit(first, NOW + timedelta(days=1)).execute()
    assert last_visit(second) is None


def test_opening_the_page_is_a_visit(signed_in):
    signed_in().get("/en/")
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Dest": "empty"},
        {"Sec-Fetch-Dest": "iframe"},
        {"Sec-Purpose": "prefetch"},
        {"Purpose": "prefetch"},
        {"HX-Request": "true"},
        {"X-Requested-With": "XMLHttpRequest"},
    ],
)
def test_a_request_in_the_background_is_no_visit(signed_in, headers):
    assert signed_in().get("/en/", headers=headers).status_code == 200
    assert not Visit.objects.exists()


def test_a_head_request_the_long_lists_and_other_pages_are_no_visits(signed_in):
    client = signed_in()
    client.head("/en/")
    client.get(reverse("all_work", args=["changes"]))
    client.get(reverse("accessibility"))
    assert not Visit.objects.exists()


def test_a_visitor_leaves_nothing_behind(client):
    client.get("/en/")
    assert not Visit.objects.exists()
