"""The lists of rounds are narrowed to a right that comments name, and tell nothing of comments that the reader may not read."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amendments.audit.actor import Actor
from consultations.actions.rounds.close_round import CloseRound
from consultations.values import Visibility
from tests.factories import consultation as make

LIST, DESK = "consultations:list", "consultations:manage"
TOLD = {Visibility.PUBLIC: "B01", Visibility.COMMITTEE: "E03", Visibility.SECRETARIAT: "E01"}
"""The right that a comment of each visibility names."""


@pytest.fixture
def named(world):
    """One public comment and, for the committee and for the secretariat, a confidential one each."""
    for visibility, code in TOLD.items():
        said = make.content(make.chosen(world.draft, "2.1"), rights=(code,), visibility=visibility)
        row = make.draft(world.round, world.ngo_author, world.ngo, said)
    make.send(row.submission, world.ngo_focal)
    return world


def another(world, days, *codes):
    """A further round on the draft, which closes in some days, with a public comment that names these rights."""
    round_ = make.open_round(world.draft, world.secretary, closes=make.NOW + days * make.DAY)
    if codes:
        said = make.content(make.chosen(world.draft, "2.1"), rights=codes)
        make.send(make.draft(round_, world.ngo_author, world.ngo, said).submission, world.ngo_focal)
    return round_


def closed(world, round_):
    CloseRound(round_, actor=Actor.now(world.secretary, reason="Everybody has answered.")).execute()


def page(world, person, name=LIST, right=""):
    client = Client()
    if person != "anonymous":
        client.force_login(getattr(world, person))
    return client.get(reverse(name), {"right": right} if right else {}).content.decode()


def offered(text):
    box = text.partition('id="f-right"')[2].partition("</select>")[0]
    return set(re.findall(r'<option value="(\w+)"', box))


READ = {
    "anonymous": {"B01"},
    "citizen": {"B01"},
    "stranger_focal": {"B01"},
    "body_focal": {"B01"},
    "drafter": {"B01", "E03"},
    "ngo_author": {"B01", "E03", "E01"},
    "rights_analyst": {"B01", "E03"},
    "member": {"B01", "E03"},
    "chair": {"B01", "E03"},
    "secretary": {"B01", "E03", "E01"},
}


@pytest.mark.parametrize(("person", "codes"), READ.items())
def test_a_reader_finds_a_round_by_the_rights_of_the_comments_that_they_read(named, person, codes):
    assert offered(page(named, person)) == codes
    for code in TOLD.values():
        found = page(named, person, right=code)
        is_found = f"{named.round.url}?right={code}#comments" in found
        assert is_found == (code in codes), code
        assert ("1 comment names this right" in found) == is_found
        assert ("No comment that you may read names this right." in found) != is_found


def test_rounds_without_such_a_comment_are_left_out(named):
    other = another(named, 5)
    assert other.url in page(named, "anonymous")
    assert other.url not in page(named, "anonymous", right="B01")


def test_a_past_round_is_found_too(named):
    closed(named, named.round)
    found = page(named, "anonymous", right="B01")
    assert "In no open round does a comment name this right." in found
    assert f"{named.round.url}?right=B01#comments" in found


def test_the_desk_of_the_secretariat_is_narrowed_too(named):
    assert offered(page(named, "secretary", DESK)) == set(TOLD.values())
    assert "1 comment names this right" in page(named, "secretary", DESK, "E01")
    another(named, 5)
    assert page(named, "secretary", DESK, "E01").count("Manage the round") == 1
    assert page(named, "secretary", DESK).count("Manage the round") == 2
    assert "No comment that you may read names this right." in page(named, "secretary", DESK, "F02")


@pytest.mark.parametrize("code", ["E03", "X99", "b01", "' OR 1=1"])
def test_a_right_that_no_readable_comment_names_says_nothing(named, code):
    """The page of a right that a confidential comment names is that of a right that nobody names."""
    said, of_nobody = (
        re.sub(r"right(=|%3D)[^\"]*", "", page(named, "anonymous", right=right)) for right in (code, "F02")
    )
    assert said == of_nobody


def test_who_reads_by_a_right_can_follow_it(named):
    found = page(named, "citizen", right="B01")
    assert 'value="right/B01"' in found
    assert 'value="right/' not in page(named, "citizen", right="E03")


def test_the_pages_of_past_rounds_keep_the_right(named):
    for day in range(21):
        closed(named, another(named, 30 + day, "B01"))
    found = page(named, "anonymous", right="B01")
    assert "?right=B01&amp;page=2" in found
    assert found.count("1 comment names this right") == 21


@pytest.mark.parametrize("name", [LIST, DESK])
def test_the_lists_keep_their_number_of_queries(named, name):
    client = Client()
    client.force_login(named.secretary)

    def counted():
        client.get(reverse(name), {"right": "B01"})
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(name), {"right": "B01"})
        return len(queries)

    few = counted()
    for day in range(3):
        another(named, 30 + day, "B01", "E03")
    assert counted() == few


@pytest.mark.parametrize("right", ["X99", "F02", "E03"])
def test_a_code_that_no_option_has_asks_for_no_comments_again(named, right):
    """Anybody may ask for any code; the readable comments are read for those that the page offers."""

    def asked(**chosen):
        with CaptureQueriesContext(connection) as queries:
            page(named, "anonymous", **chosen)
        return sum("consultations_namedright" in query["sql"] for query in queries)

    assert asked(right=right) == asked() == 1
    assert asked(right="B01") == 2
