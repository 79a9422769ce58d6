"""The pages of errors say what to do."""

import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import DataError, InternalError, OperationalError
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from portal.urls import handler500 as handler500, urlpatterns as site_urls

pytestmark = pytest.mark.django_db


def fail_with(error):
    def view(request):
        raise error

    return view


def counting(request):
    return HttpResponse(int(request.POST["count"] or request.GET["count"]))


urlpatterns = [
    path("counting/", counting),
    path("comparing/", fail_with(DataError())),
    path("damaged/", fail_with(SuspiciousOperation())),
    path("refused/", fail_with(PermissionDenied())),
    path("broken/", fail_with(RuntimeError())),
    path("away/", fail_with(OperationalError("connection failed: Connection refused"))),
    path("full/", fail_with(OperationalError("could not extend file: No space left on device"))),
    path("unopened/", fail_with(OperationalError("connection failed: FATAL: could not write init file"))),
    path("copied/", fail_with(InternalError("cannot execute INSERT in a read-only transaction"))),
    path("deadlocked/", fail_with(OperationalError("deadlock detected"))),
    *site_urls,
]
here = override_settings(ROOT_URLCONF=__name__)


@here
@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/damaged/", 400, "Go back and try again"),
        ("/refused/", 403, "Sign in to see whether you are one of them"),
        ("/en/nothing/", 404, "There is no page at this address"),
        ("/broken/", 500, "The error is recorded"),
    ],
)
def test_an_error_says_what_happened_and_what_to_do(address, status, words, caplog):
    client = Client(raise_request_exception=False)
    response = client.get(address)
    assert response.status_code == status
    page = response.content.decode()
    assert words in page
    assert "RuntimeError" not in page
    assert "Traceback" not in page
    assert "madda.css" in page
    assert ("RuntimeError" in caplog.text) is (status == 500)


@here
@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/away/", "en", "cannot reach its data"),
        ("/away/", "az", "məlumatlarına"),
        ("/away/", "ru", "к своим данным"),
        ("/unopened/", "en", "cannot reach its data"),
        ("/full/", "en", "can save nothing"),
        ("/copied/", "en", "can save nothing"),
    ],
)
def test_while_the_database_does_not_answer_programs_are_told_when_to_come_back(
    address, language, words, django_assert_num_queries
):
    client = Client(raise_request_exception=False)
    client.cookies["django_language"] = language
    with django_assert_num_queries(0):
        response = client.get(address)
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    page = response.content.decode()
    assert words in page
    assert re.findall('href="(/[^"]*)"', page.partition("<body>")[2]) == [
        "/"
    ]  # the rest would answer the same
    other = client.get("/deadlocked/")
    assert (other.status_code, other.has_header("Retry-After")) == (500, False)


def test_the_log_of_the_service_hears_of_errors(settings):
    assert settings.DEBUG is False
    assert settings.LOGGING["root"]["handlers"] == ["console"]


@here
def test_a_refusal_names_the_account_that_is_refused(signed_in):
    page = signed_in().get("/refused/").content.decode()
    assert "You are signed in as Reader" in page
    assert "committee secretariat" in page


def test_a_form_that_was_open_too_long_says_how_to_save_the_text():
    page = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@b.example"})
    assert page.status_code == 403
    assert "what you typed is still in the form" in page.content.decode()


@here
@pytest.mark.parametrize("language", ["az", "ru"])
def test_errors_speak_the_language_of_the_reader(client, language):
    page = client.get(f"/{language}/nothing/").content.decode()
    assert f'<html lang="{language}">' in page
    assert "There is no page" not in page


@pytest.mark.parametrize("address", ["/consultations/?right=%00", "/consultations/letters/%00/feed/"])
def test_a_null_character_in_an_address_is_refused_before_a_database_is_asked(client, address):
    response = client.get(address)
    assert response.status_code == 400
    assert "Go back and try again" in response.content.decode()


ENDLESS = "9" * 5_000


@here
@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/counting/", ENDLESS),
        ("/counting/", f"act/{ENDLESS}"),
        (f"/counting/?count={ENDLESS}", ""),
        ("/comparing/", "a\0"),
    ],
)
def test_what_no_form_looks_at_is_refused_where_it_breaks(client, address, count):
    assert client.post(address, {"count": count}).status_code == 400


@here
@pytest.mark.parametrize(("address", "count"), [("/counting/", "12 acts"), ("/comparing/", "12")])
def test_what_anybody_could_read_is_an_error_of_the_site(client, address, count):
    client.raise_request_exception = False
    assert client.post(address, {"count": count}).status_code == 500
