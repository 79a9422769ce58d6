"""Issued opinions and their recommendations are found by those who read them, and drafted ones by nobody."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from rights.models import Opinion
from rights.search_sources import follow
from search import queries
from search.queries.plain import plain
from search.request import Request
from search.sources import source
from tests.factories import law
from tests.rights.conftest import issue

pytestmark = pytest.mark.whole

OTHERS = ("citizen", "ngo_focal", "body_focal", "drafter", "secretary", "chair", "admin", "auditor")


def answer(person, **asked):
    given = QueryDict(mutable=True)
    given.update(asked)
    return plain(queries.search(Request.read(given), person))


def found(person, **asked):
    return {hit["url"] for hit in answer(person, **asked)["hits"] if hit["kind"] == "opinion"}


def counted(person, **asked):
    kinds = {choice["value"]: choice["count"] for choice in answer(person, **asked)["facets"]["kind"]}
    return kinds.get("opinion", 0)


def everybody(office):
    return [AnonymousUser(), office.analyst, office.head, *(office.world.people[name] for name in OTHERS)]


def test_nobody_finds_an_opinion_before_it_is_issued(office, opinion):
    for person in everybody(office):
        for asked in ({"q": "children"}, {"q": "fares rights"}, {"right": "B01"}, {"kind": "opinion"}):
            assert (found(person, **asked), counted(person, **asked)) == (set(), 0), (person, asked)


def test_everybody_finds_an_issued_opinion_on_a_public_draft_with_its_recommendations(office, opinion):
    issue(office, opinion)
    opinion.refresh_from_db()
    row = opinion.recommendations.get()
    for person in everybody(office):
        assert found(person, q="children") == {row.url}, person
        assert found(person, q="we looked") == {opinion.url}, person
        assert found(person, q=opinion.number) == {opinion.url, row.url}, person
        assert found(person, right="B01", kind="opinion") == {opinion.url, row.url}, person
        assert counted(person, right="B01", kind="opinion") == 2, person
        assert found(person, q="harsh five coins") == {row.url}


@pytest.fixture
def hidden(office, opinion):
    """An issued opinion on an amendment of which nobody has released a draft."""
    world = office.world
    amendment = law.make_amendment(world.section, world.base, world.drafter, "Not released")
    law.add(amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(amendment, world.drafter)
    Opinion.objects.filter(pk=opinion.pk).update(amendment=amendment)
    issue(office, opinion)
    return draft


@pytest.mark.parametrize(
    "cited",
    [
        "recommendation {}",
        "rec. {}",
        "{}",
        ", {}.",
        "/{}",
        "tövsiyə {}",
        "{}-ci tövsiyəsi",
        "№ {}",
        "рекомендация {}",
    ],
)
def test_a_recommendation_is_found_by_the_number_of_its_opinion_and_its_own(office, opinion, cited):
    issue(office, opinion)
    row = Opinion.objects.get(pk=opinion.pk).recommendations.get()
    citizen, asked = office.world.people["citizen"], f"{row.opinion.number} {cited}"
    first, *_others = answer(citizen, q=asked.format(row.place))["hits"]
    assert (first["url"], first["is_loose"]) == (row.url, False)
    others = answer(citizen, q=asked.format(77))["hits"]
    assert all(hit["is_loose"] for hit in others)


def test_an_opinion_on_a_hidden_amendment_is_found_by_office_addressee_and_drafters_until_it_is_released(
    office, opinion, hidden
):
    world = office.world
    for person in everybody(office):
        reads = Opinion.objects.visible_to(person).filter(pk=opinion.pk).exists()
        assert bool(found(person, q="children")) is bool(counted(person, q="children")) is reads, person
    assert not found(world.people["citizen"], q="children")
    assert found(world.people["body_focal"], q="children")
    assert found(world.drafter, q="children")
    assert found(office.analyst, q="children")
    law.release(hidden, "public", world.drafter, world.secretary)
    assert found(world.people["citizen"], q="children")


def test_an_entry_is_checked_again_with_the_rights_of_the_reader(office, opinion, hidden):
    row = opinion.recommendations.get()
    keys = [str(opinion.pk), str(row.pk)]
    assert source("opinion").visible_to(office.world.people["citizen"], keys) == set()
    assert source("opinion").visible_to(office.analyst, keys) == set(keys)


def test_opinions_are_indexed_again_when_a_right_gets_another_name(office, opinion):
    issue(office, opinion)
    right = office.issue.rights.get()
    type(right).objects.filter(pk=right.pk).update(labels={**right.labels, "en": "Zymurgy"})

    follow("consultations.right", [right.pk])
    assert found(office.analyst, q="zymurgy")
