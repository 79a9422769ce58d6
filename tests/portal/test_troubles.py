"""Errors of the database are said in a sentence, in the log and by commands."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import DataError, OperationalError, ProgrammingError

from portal.logs import JsonLines, TroublesInOneLine
from portal.troubles import is_of_version, remedy_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            ProgrammingError('relation "madda_cache" does not exist\nLINE 1'),
            "createcachetable --database cache",
        ),
        (OperationalError("no such table: madda_cache"), "createcachetable --database cache"),
        (
            OperationalError('FATAL: password authentication failed: connection failed: "x"'),
            "MADDA_DATABASE_URL",
        ),
        (OperationalError("server closed the connection unexpectedly"), "does not answer"),
        (OperationalError("unable to open database file"), "does not answer"),
        (OperationalError("could not extend file: No space left on device"), "Make room"),
        (OperationalError("connection failed: FATAL:  could not write init file"), "Make room"),
        (OperationalError("database or disk is full"), "Make room"),
        (OperationalError("attempt to write a readonly database"), "takes no write"),
        (OSError(28, "No space left on device", "media/a.docx"), "Make room"),
        (OSError(30, "Read-only file system"), "A disk takes no file"),
        (FileNotFoundError(2, "No such file or directory", "read-only copy.docx"), ""),
        (ProgrammingError('column "x" does not exist'), "manage.py migrate"),
        (DataError("value too long for type character varying(10)"), ""),
        (ValueError("connection failed"), ""),
        (None, ""),
    ],
)
def test_what_an_operator_mends_is_said_in_a_sentence(error, words):
    said = remedy_of(error)
    assert words in said
    assert bool(said) is bool(words)
    assert "\n" not in said


def test_the_cause_of_an_error_counts():
    outer = RuntimeError("the page cannot be shown")
    outer.__cause__ = ProgrammingError('relation "madda_cache" does not exist')
    assert "createcachetable" in remedy_of(outer)
    assert not is_of_version(outer)
    assert is_of_version(ProgrammingError('relation "x" does not exist'))


@pytest.mark.parametrize(
    ("error", "has_traceback"),
    [
        (OperationalError("connection failed"), False),
        (ProgrammingError('column "x" does not exist'), True),
        (RuntimeError("broken"), True),
    ],
)
def test_the_log_has_a_sentence_and_no_traceback(error, has_traceback):
    made = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Error: %s", ("/en/",), None)
    made.exc_info = (type(error), error, None)
    assert TroublesInOneLine().filter(made)
    said = json.loads(JsonLines().format(made))
    assert said["message"].startswith("Error: /en/")
    assert ("traceback" in said) is has_traceback


@pytest.mark.whole  # a process starts
def test_a_command_without_a_database_says_so():
    own = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "MADDA_DATABASE_URL": "postgresql://nobody:wrong@127.0.0.1:9/madda",
    }
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate"],
        cwd=ROOT,
        env=own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "Traceback" not in done.stderr
