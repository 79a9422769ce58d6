"""Requests that say they are in another character set than UTF-8."""

from io import BytesIO

import pytest
from django.core.handlers.wsgi import WSGIRequest

from portal.only_utf8 import only_utf8

ODD = [
    "base64",
    "rot13",
    "zip",
    "punycode",
    "undefined",
    "utf-16",
    "iso-8859-1",
    "UTF8",
    "utf_8",
    "cp65001",
    "us-ascii",
    "ascii",
    "646",
]
ENCODED = ["foo''x", "a%00''x", "undefined''x", "utf-8''a%00b", "utf-8''utf8"]


def status(kind):
    told = []

    def answered(environ, start_response):
        start_response("200 OK", [])
        return []

    list(only_utf8(answered)({"CONTENT_TYPE": kind}, lambda status, headers: told.append(status)))
    return told


@pytest.mark.parametrize("charset", ODD)
def test_a_request_in_another_character_set_is_refused(charset):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert status(kind) == ["400 Bad Request"]


@pytest.mark.parametrize("charset", ENCODED)
def test_a_character_set_whose_name_cannot_be_read_is_refused(charset):
    assert status(f"text/plain; charset*={charset}") == ["400 Bad Request"]


@pytest.mark.parametrize("kind", ["", "text/plain", "text/plain; charset=foo", "text/plain; charset=UTF-8"])
def test_other_requests_are_answered(kind):
    assert status(kind) == ["200 OK"]


@pytest.mark.parametrize("charset", [*ODD, "utf-8", "UTF-8", '"utf-8"', "foo"])
def test_a_form_that_is_let_through_is_read(charset):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    sent = {
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": "3",
        "wsgi.input": BytesIO(b"a=1"),
    }
    read = []

    def application(environ, start_response):
        read.append(WSGIRequest(environ).POST["a"])
        return []

    list(only_utf8(application)(sent, lambda status, headers: read.append(status)))
    assert read in (["1"], ["400 Bad Request"])
    assert (read == ["1"]) == (charset not in ODD)
