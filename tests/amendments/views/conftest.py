"""A sealed act with a sealed draft, and people of every role."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.test import Client
from django.utils import translation

from amendments.models import Version
from tests.amendments.conftest import World, build_world
from tests.factories import law
from tests.standing import copied

STAGES = {"nobody": None, "body": "drafting_body", "public": "public"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """A request leaves its language active; the next test starts in English again."""
    with translation.override("en"):
        yield


@dataclass
class Stage:
    """The world with a sealed draft and one person for every role."""

    world: World
    draft: Version
    people: dict[str, Any]

    def release(self, audience: str) -> None:
        """Release the act and the draft."""
        for version in (self.world.base, self.draft):
            law.release(version, audience, self.world.drafter, self.world.secretary)

    def client(self, role: str) -> Client:
        """A test client that is signed in as the person."""
        client = Client()
        person = self.people[role]
        if person.is_authenticated:
            client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client


def _build() -> Stage:
    world = build_world()
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="12")
    law.add(world.amendment, world.drafter, "insert_element", "2.3", new="Dogs pay half.")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    draft = law.seal(world.amendment, world.drafter)
    people = {
        "public": AnonymousUser(),
        "drafter": world.drafter,
        "other drafter": world.other,
        "secretary": world.secretary,
        "chair": world.chair,
        "ombudsman": law.make_user("ombudsman", permissions=["read_released", "read_every_committee"]),
        "administrator": law.make_user("administrator", is_superuser=True, is_staff=True),
        "inactive": law.make_user("inactive", f"drafters of {world.section.title}", is_active=False),
    }
    for role in ("secretary", "chair"):
        people[role].groups.first().permissions.add(Permission.objects.get(codename="access_admin"))
    return Stage(world, draft, people)


@pytest.fixture(scope="module")
def standing_stage(standing) -> Stage:
    """The stage that the tests of a module share."""
    return standing("stage", _build)


@pytest.fixture
def stage(standing_stage, db) -> Stage:
    """A copy of the stage. The changes of a test are rolled back."""
    return copied(standing_stage)


@pytest.fixture
def drafter(stage) -> Client:
    """A test client that is signed in as the drafter."""
    return stage.client("drafter")
