"""The world of these tests is built once and rolled back after the last test. The changes of each test are rolled back."""

import logging
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.db import transaction
from django.utils import timezone

from amendments.audit.actor import Actor
from amendments.errors import NoActor, NotAllowed
from amendments.models import Export
from tests.permissions import story
from tests.permissions.steps import Step
from tests.permissions.world import World
from tests.standing import Shelf, copies_of


@pytest.fixture(autouse=True)
def refusals_are_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not log the thousands of refusals."""
    monkeypatch.setattr(logging.getLogger("django.request"), "disabled", True)


@pytest.fixture(autouse=True)
def answers_keep_no_contexts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client copies the context of each template that it renders, of which no test here reads anything."""
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_signal, **_rendered: None)


@pytest.fixture(scope="package")
def worlds(django_db_setup, django_db_blocker, shelf: Shelf) -> Iterator[Callable[[], World]]:
    """Copies of the world as it was built."""
    with django_db_blocker.unblock(), shelf.world("permissions", story.build) as world:
        yield copies_of(world.fresh())  # people without cached rights


@pytest.fixture
def world(worlds: Callable[[], World], db: None) -> World:
    return worlds()


@pytest.fixture
def day_of_the_step(request: pytest.FixtureRequest, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands at the step that is taken back: that is done on its day only, and midnight may have passed since."""
    if request.node.callspec.params["step"] == "take a step back":
        taken = world.amendments["own"].state_changes.last()
        monkeypatch.setattr(timezone, "now", lambda: taken.at)


@pytest.fixture(scope="package")
def made() -> dict[str, Export]:
    """The files that the tests so far have had made."""
    return {}


@pytest.fixture
def files_stand(world: World, made: dict[str, Export]) -> Iterator[None]:
    """The site has the files that it made for others. A file that holds more than its reader may read is met as theirs."""
    Export.objects.bulk_create(made.values())
    yield
    made.update({each.key: each for each in Export.objects.all()})


@pytest.fixture
def attempt(world: World) -> Callable[[Step, str], bool]:
    """Whether a person may do a step. Its changes are rolled back."""
    as_it_stood = cache(lambda: copies_of(world))  # when the first one tries

    def tried(step: Step, role: str) -> bool:
        mark, again = transaction.savepoint(), as_it_stood()
        try:
            step(world, Actor.now(world.people[role], reason="Because.")).execute()
        except (NotAllowed, NoActor):
            return False
        finally:
            transaction.savepoint_rollback(mark)
        vars(world).update(vars(again()))
        return True

    return tried
