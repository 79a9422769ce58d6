"""The world of these tests is built once and rolled back after the last test. The changes of each test are rolled back."""

import logging
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction

from amendments.audit.actor import Actor
from amendments.errors import NoActor, NotAllowed
from tests.permissions import story
from tests.permissions.steps import Step
from tests.permissions.world import World
from tests.standing import Shelf, copied


@pytest.fixture(autouse=True)
def refusals_are_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not log the thousands of refusals."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)


@pytest.fixture(autouse=True)
def answers_keep_no_contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client copies the context of each template that it renders, of which no test here reads anything."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_signal, **_rendered: None)


@pytest.fixture(scope="package")
def standing_world(django_db_setup, django_db_blocker, shelf: Shelf) -> Iterator[World]:
    with django_db_blocker.unblock(), shelf.world("permissions", story.build) as world:
        yield world.fresh()  # people without cached rights


@pytest.fixture
def world(standing_world: World, db: None) -> World:
    """A copy of the world as it was built."""
    return copied(standing_world)


@pytest.fixture
def attempt(world: World) -> Callable[[Step, str], bool]:
    """Whether a person may do a step. Its changes are rolled back."""

    def tried(step: Step, role: str) -> bool:
        mark, before = transaction.savepoint(), copied(world)
        try:
            step(world, Actor.now(world.people[role], reason="Because.")).execute()
        except (NotAllowed, NoActor):
            return False
        finally:
            transaction.savepoint_rollback(mark)
        vars(world).update(vars(before))
        return True

    return tried
