"""A small world: two drafting bodies, a secretary, a chair, an act and an amendment."""

from dataclasses import dataclass
from typing import Any

import pytest

from amendments.models import Amendment, Section, Version
from tests.factories import law
from tests.standing import copied


@dataclass
class World:
    """The objects that most tests of this app need."""

    section: Section
    drafter: Any
    other: Any  # drafts in another body
    secretary: Any
    chair: Any
    base: Version
    amendment: Amendment


def build_world() -> World:
    """Two bodies with an act and an empty amendment."""
    section = law.make_section()
    drafter = law.make_drafter(section)
    other = law.make_drafter(law.make_section("Harbour Board"), "other")
    chair = law.make_user("chair", permissions=["approve_release", "read_requested", "view_statechange"])
    law.appoint(chair, "chair")
    base = law.make_act(section, drafter)
    amendment = law.make_amendment(section, base, drafter)
    return World(section, drafter, other, law.make_secretary(), chair, base, amendment)


@pytest.fixture(scope="module")
def standing_world(standing) -> World:
    """The world that the tests of a module share."""
    return standing("amendments", build_world)


@pytest.fixture
def world(standing_world, db) -> World:
    """A copy of the world. The changes of a test are rolled back."""
    return copied(standing_world)
