"""The generation is another one after each committed change, and the same after one that was rolled back."""

import pytest
from django.db import transaction

from amendments.copies import generation
from tests.factories import law

pytestmark = pytest.mark.django_db


def test_an_action_raises_it_once_when_it_is_committed(world, monkeypatch, committed):
    before = generation.generation()
    with committed(execute=True) as callbacks:
        law.add(world.amendment, world.drafter, "repeal", "1.2.1")
        law.seal(world.amendment, world.drafter)
        assert generation.generation() == before
    assert callbacks.count(generation.raise_generation) == 1
    assert generation.generation() != before


def undone(world):
    with transaction.atomic():
        law.add(world.amendment, world.drafter, "repeal", "1.2.1")
        raise RuntimeError("Undone.")


def test_a_change_that_is_rolled_back_raises_nothing(world, committed):
    with committed() as callbacks, pytest.raises(RuntimeError):
        undone(world)
    assert generation.raise_generation not in callbacks


def test_a_page_that_is_saved_or_deleted_raises_it(world, committed):
    page = law.make_section("Harbour Office")
    for change in (page.save, page.delete):
        with committed() as callbacks:
            change()
        assert generation.raise_generation in callbacks


def test_reading_raises_nothing(client, world, committed):
    client.force_login(world.drafter, backend="django.contrib.auth.backends.ModelBackend")
    with committed() as callbacks:
        assert client.get(world.amendment.url).status_code == 200
    assert callbacks == []


def test_what_is_committed_is_answered_as_done_although_the_cache_fails():
    law.make_section("Harbour Office")
    hooks = {hook: is_robust for _savepoints, hook, is_robust in transaction.get_connection().run_on_commit}
    assert hooks[generation.raise_generation] is True
