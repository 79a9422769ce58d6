"""Anonymous visitors get a page that is kept, until something changes; nobody else does, and nothing personal is kept."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings as django_settings
from django.contrib import messages
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from amendments.copies import public_copies
from amendments.copies.generation import raise_generation
from amendments.copies.public_copies import PublicCopies
from amendments.views.text_choice import COOKIE as TEXT
from tests.factories import law

pytestmark = [pytest.mark.whole, pytest.mark.django_db]
NAME = "amendments.copies.public_copies.PublicCopies"


@pytest.fixture(autouse=True)
def kept(settings):
    raise_generation()
    place = settings.MIDDLEWARE.index("portal.middleware.RememberLanguage") + 1
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:place], NAME, *settings.MIDDLEWARE[place:]]


@pytest.fixture
def redline(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    draft = law.seal(world.amendment, world.drafter)
    for text in (world.base, draft):
        law.release(text, "public", world.drafter, world.secretary)
    return draft.redline_url


def queries(client, address, **headers):
    with CaptureQueriesContext(connection) as found:
        response = client.get(address, headers=headers)
    return len(found), response


def test_the_second_visitor_is_answered_without_a_query(client, redline):
    cost, first = queries(client, redline)
    again, second = queries(client, redline)
    assert (first.status_code, second.status_code) == (200, 200)
    assert cost > 10
    assert again == 0
    assert second.content == first.content
    assert second.headers["Content-Type"] == first.headers["Content-Type"]
    assert second.headers["Cache-Control"] == first.headers["Cache-Control"] == "public, no-cache"
    assert "Cookie" in second.headers["Vary"]


def test_a_cache_that_fails_keeps_nothing_and_stops_nothing(client, redline, monkeypatch, caplog):
    assert client.get(redline).status_code == 200

    def fail():
        raise DatabaseError("no such table: madda_cache")

    monkeypatch.setattr(public_copies, "generation", fail)
    cost, answer = queries(client, redline)
    assert answer.status_code == 200
    assert cost > 10
    assert "Pages are not kept" in caplog.text
    assert client.get("/healthz").json() == {"database": "ok"}


def test_who_has_the_page_already_is_told_so(client, redline):
    tag = client.get(redline).headers["ETag"]
    assert client.get(redline, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(redline, headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_change_is_shown_after_its_commit(client, world, redline, committed):
    assert "Draft 2" not in client.get(world.amendment.url).content.decode()
    with committed(execute=True):
        law.add(world.amendment, world.drafter, "repeal", "1.2.1")
        law.release(law.seal(world.amendment, world.drafter), "public", world.drafter, world.secretary)
    assert "Draft 2" in client.get(world.amendment.url).content.decode()


def test_a_page_that_is_saved_in_wagtail_is_shown(client, world, redline, committed):
    assert world.section.title in client.get(world.section.url).content.decode()
    with committed(execute=True):
        world.section.title = "Ferry Board"
        world.section.save()
    assert "Ferry Board" in client.get(world.section.url).content.decode()


def test_a_person_gets_no_copy_and_leaves_none(client, world, redline):
    client.get(redline)
    person = Client()
    person.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    cost, own = queries(person, redline)
    assert cost > 10
    assert "Sign out" in own.content.decode()
    assert "private" in own.headers["Cache-Control"]
    person.cookies.clear()
    assert "Sign out" not in person.get(redline).content.decode()


def test_what_only_one_person_may_read_is_not_found_by_the_next_visitor(client, world):
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    address = law.seal(world.amendment, world.drafter).redline_url
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(address).status_code == 200
    client.logout()
    client.cookies.clear()
    assert client.get(address).status_code == 404


def test_each_language_choice_and_address_has_a_page_of_its_own(client, redline):
    found = {client.get(redline).content, client.get(redline.replace("/en/", "/az/")).content}
    found.add(client.get(f"{redline}?view=table").content)
    assert len(found) == 3
    assert '<html lang="az">' in client.get(redline.replace("/en/", "/az/")).content.decode()
    client.get("/az/")
    assert '<html lang="az">' in client.get("/accessibility/").content.decode()
    client.get("/ru/")
    assert '<html lang="ru">' in client.get("/accessibility/").content.decode()


def test_a_phone_gets_a_page_of_its_own(client, redline):
    wide = client.get(redline).content
    assert client.get(redline, headers={"Sec-CH-UA-Mobile": "?1"}).content != wide


def test_the_cookie_of_the_language_is_set_although_the_page_is_kept(client, redline):
    client.get(redline)
    client.cookies.clear()
    assert client.get(redline).cookies[django_settings.LANGUAGE_COOKIE_NAME].value == "en"


@pytest.fixture
def asked(rf):
    """Asks a middleware around a view twice; answers how often the view was reached."""

    def ask(view, **headers):
        reached = []

        def counted(request):
            reached.append(request)
            return view(request)

        site = PublicCopies(counted)
        for _time in range(2):
            request = rf.get("/", headers=headers)
            request.session = type("Session", (), {"modified": False})()
            site(request)
        return len(reached)

    return ask


@pytest.fixture
def rf():
    return RequestFactory(headers={"host": "testserver"})


def plain(_request, **headers):
    return HttpResponse("<p>Words.</p>", headers=headers)


def with_session(request):
    request.session.modified = True
    return plain(request)


def with_cookie(request):
    response = plain(request)
    response.set_cookie("seen", "1")
    return response


def with_form(request):
    return HttpResponse(get_token(request))


def with_message(request):
    request._messages = messages.storage.default_storage(request)
    messages.success(request, "Done.")
    return plain(request)


@pytest.mark.parametrize(
    "view",
    [
        with_session,
        with_cookie,
        with_form,
        with_message,
        lambda request: plain(request, **{"Cache-Control": "no-store"}),
        lambda request: plain(request, Vary="User-Agent"),
        lambda request: HttpResponse("{}", content_type="application/json"),
        lambda request: HttpResponse("No.", status=404),
    ],
    ids=["session", "cookie", "form", "message", "forbidden", "varies", "no page", "error"],
)
def test_what_is_not_for_everybody_is_not_kept(asked, view):
    assert asked(plain) == 1
    assert asked(view) == 2


@pytest.mark.parametrize(
    "headers",
    [{"cookie": "sessionid=1"}, {"cookie": "other=1"}, {"HX-Request": "true"}, {"Authorization": "Bearer 1"}],
    ids=lambda headers: next(iter(headers)),
)
def test_visitors_of_whom_something_is_known_are_answered_anew(asked, headers):
    assert asked(plain, **headers) == 2


def at(monkeypatch, *moment):
    now = timezone.make_aware(datetime(*moment))
    monkeypatch.setattr(timezone, "now", lambda: now)
    return now


def test_a_copy_is_shown_for_a_minute(monkeypatch, client, redline):
    now = at(monkeypatch, 2026, 3, 5, 12, 0, 0)
    client.get(redline)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(seconds=59))
    assert queries(client, redline)[0] == 0
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(seconds=60))
    assert queries(client, redline)[0] > 10


def test_no_copy_outlives_the_day_of_the_country(monkeypatch, client, redline):
    now = at(monkeypatch, 2026, 3, 5, 23, 59, 50)
    client.get(redline)
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(seconds=10))
    assert queries(client, redline)[0] > 10


def test_a_full_memory_drops_what_was_not_asked_for_the_longest(monkeypatch, asked, rf):
    monkeypatch.setattr(public_copies, "MOST_BYTES", 3000)
    reached = []

    def page(request):
        reached.append(request.GET["page"])
        return HttpResponse("x" * 1400)

    site = PublicCopies(page)
    for number in "1213141":
        request = rf.get("/", {"page": number})
        request.session = type("Session", (), {"modified": False})()
        site(request)
    assert reached == ["1", "2", "3", "4"]


def test_what_a_visitor_makes_up_fills_no_memory(client, redline):
    """Only values that change the page have a copy of their own."""
    client.get(redline, headers={"Sec-CH-UA-Mobile": "?0"})
    client.cookies[TEXT] = "made up"
    assert queries(client, redline, **{"Sec-CH-UA-Mobile": "made up"})[0] == 0
