"""The demo story, told by the real actions: whole, or until a moment of it."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from portal.demo.loader import load


def _tell():
    steps = []
    load(date(2026, 11, 25), lambda number, count, name: steps.append((number, count)))
    call_command("rebuild_index", stdout=StringIO(), stderr=StringIO())
    return steps


@pytest.fixture(scope="module")
def standing_story(standing):
    return standing("demo", _tell)


@pytest.fixture
def told(standing_story, db):
    """The steps of the story, which stands in the database."""
    return standing_story
