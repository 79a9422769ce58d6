"""The form of the log."""

import json
import logging

import pytest

from portal.logs import JsonLines, RefusalsInOneLine


def record(name="django.request", status=None):
    try:
        raise ValueError("broken")
    except ValueError as trouble:
        made = logging.LogRecord(
            name,
            logging.ERROR,
            __file__,
            1,
            "Said: %s",
            ("this",),
            (type(trouble), trouble, trouble.__traceback__),
        )
    if status:
        made.status_code = status
    return made


@pytest.mark.parametrize(
    ("name", "status", "has_traceback"),
    [
        ("django.request", 403, False),
        ("django.request", 404, False),
        ("django.request", 500, True),
        ("django.security.DisallowedHost", None, False),
        ("amendments.mailing", None, True),
    ],
)
def test_what_is_refused_has_no_traceback(name, status, has_traceback):
    made = record(name, status)
    assert RefusalsInOneLine().filter(made)
    said = json.loads(JsonLines().format(made))
    assert said["message"] == "Said: this"
    assert said["logger"] == name
    assert ("traceback" in said) is has_traceback
    assert said.get("status") == status


def test_a_line_is_one_line():
    assert "\n" not in JsonLines().format(record(status=500))
