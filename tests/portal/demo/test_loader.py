"""The demo story, told by the real actions."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from amendments.models import Instrument, Version
from consultations.models import Comment, Disposition, Institution, Seat, Submission
from portal.demo.loader import is_loaded, load
from portal.users.models import User
from search.models import PublicEntry


@pytest.fixture
def told(db):
    steps = []
    load(date(2026, 11, 25), lambda number, count, name: steps.append((number, count)))
    return steps


def test_the_story_is_whole_and_its_seals_hold(told, client):
    assert [number for number, _ in told] == list(range(1, told[0][1] + 1))
    assert is_loaded()
    assert Instrument.objects.count() == 1
    assert [v.number for v in Version.objects.filter(draft=None).order_by("number")] == [1, 2]
    assert sorted(len(v.sealed_instructions.all()) for v in Version.objects.exclude(draft=None)) == [
        8,
        32,
        41,
        44,
    ]
    assert User.objects.count() == 60
    assert Institution.objects.filter(is_fictional=True).count() == 24
    assert Seat.objects.filter(committee__slug="project-steering-committee").count() == 15
    assert Comment.objects.count() == 66
    assert Submission.objects.filter(late=True).count() == 1
    assert Submission.objects.filter(nil=True).count() == 10
    assert Disposition.objects.count() == 60
    assert not Disposition.objects.filter(decided_at=None).exists()
    call_command("verify_seals")
    pages = client.get("/api/v1/search/?q=Ministry+of+Justice&kind=page").json()
    assert [hit["title"] for hit in pages["hits"]] == ["Ministry of Justice"]
    assert_what_stands_already_is_found_again(client)


def assert_what_stands_already_is_found_again(client):
    """On the same story: telling it takes ten seconds."""
    PublicEntry.objects.all().delete()  # as an upgrade leaves the index
    assert client.get("/api/v1/search/?q=permit").json()["total"] == 0
    call_command("load_demo", stdout=StringIO())
    assert client.get("/api/v1/search/?q=permit").json()["total"] > 0
