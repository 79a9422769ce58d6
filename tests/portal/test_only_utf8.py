"""Requests that say they are in another character set than UTF-8."""

import pytest

from portal.only_utf8 import only_utf8

ODD = ["base64", "rot13", "zip", "punycode", "undefined", "utf-16", "iso-8859-1"]
ENCODED = ["foo''x", "a%00''x", "undefined''x", "utf-8''a%00b"]


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


@pytest.mark.parametrize(
    "kind", ["", "text/plain", *(f"text/plain; charset={name}" for name in ("UTF8", "us-ascii", "foo"))]
)
def test_other_requests_are_answered(kind):
    assert status(kind) == ["200 OK"]
