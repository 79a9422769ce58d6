"""Two committees: a table of people and objects. What opens in the committee of a person opens in no other one."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from tests.consultations.objects_of_a_committee import (
    CHAIR,
    FERRIES,
    HARBOURS,
    OBJECTS,
    OF_BOTH,
    OF_ONE,
    RENDERED,
    SECRETARY,
)
from tests.factories.committees import WORDS, TwoCommittees, build

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def standing_world(standing) -> TwoCommittees:
    return standing("two committees", build)


@pytest.fixture
def world(standing_world: TwoCommittees, db: None) -> TwoCommittees:
    return standing_world


def opened(world: TwoCommittees, name: str, committee: str, asked: frozenset[str]) -> set[str]:
    papers = world.papers[committee]
    return {key for key in asked if OBJECTS[key](world.person(name), papers, world)}


def _everything(names: Iterable[str]) -> Iterator[Any]:
    for name in names:
        yield pytest.param(name, frozenset(OBJECTS) - RENDERED, id=name)
        yield pytest.param(name, RENDERED, id=f"{name}, pages")


@pytest.mark.parametrize(("role", "asked"), list(_everything(OF_ONE)))
@pytest.mark.parametrize(("own", "other"), [(FERRIES, HARBOURS), (HARBOURS, FERRIES)])
def test_what_opens_in_the_own_committee_opens_nothing_of_the_other(world, role, asked, own, other):
    assert opened(world, f"{role} {own}", own, asked) == OF_ONE[role] & asked
    assert opened(world, f"{role} {own}", other, asked) == set()


@pytest.mark.parametrize(("person", "asked"), list(_everything(OF_BOTH)))
def test_who_belongs_to_no_committee_reads_the_same_of_both(world, person, asked):
    assert [opened(world, person, committee, asked) for committee in WORDS] == [OF_BOTH[person] & asked] * 2


@pytest.mark.parametrize(("person", "asked"), list(_everything(["both"])))
def test_an_office_in_each_committee_gives_in_each_what_it_is(world, person, asked):
    assert opened(world, person, FERRIES, asked) == SECRETARY & asked
    assert opened(world, person, HARBOURS, asked) == CHAIR & asked


def test_everybody_stands_in_the_table(world):
    of_one = {f"{role} {committee}" for role in OF_ONE for committee in WORDS}
    assert set(world.people) == of_one | set(OF_BOTH) | {"both"}
    assert set().union(*OF_ONE.values(), *OF_BOTH.values()) == set(OBJECTS)
