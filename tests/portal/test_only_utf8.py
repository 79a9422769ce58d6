"""Requests that say they are in another character set than UTF-8."""

from io import BytesIO

import pytest
from django.core.wsgi import WSGIHandler

from portal.only_utf8 import only_utf8

pytestmark = pytest.mark.django_db
ODD = ["base64", "rot13", "zip", "punycode", "undefined", "utf-16", "iso-8859-1"]
ENCODED = ["foo''x", "a%00''x", "undefined''x", "utf-8''a%00b"]


def status(kind, method="GET"):
    told = []
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": "/accounts/login/",
        "QUERY_STRING": "next=/",
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": "0",
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http",
    }
    list(only_utf8(WSGIHandler())(environ, lambda status, headers: told.append(status)))
    return told


@pytest.mark.parametrize("charset", ODD)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_in_another_character_set_is_refused(charset, method):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert status(kind, method) == ["400 Bad Request"]


@pytest.mark.parametrize("charset", ENCODED)
def test_a_character_set_whose_name_cannot_be_read_is_refused(charset):
    assert status(f"text/plain; charset*={charset}") == ["400 Bad Request"]


@pytest.mark.parametrize(
    "kind", ["", "text/plain", *(f"text/plain; charset={name}" for name in ("UTF8", "us-ascii", "foo"))]
)
def test_other_requests_are_answered(kind):
    assert status(kind) == ["200 OK"]
