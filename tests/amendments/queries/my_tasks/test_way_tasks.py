"""“My work” names the next step of an amendment to whoever may take it, and to nobody else."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from amendments.models import Amendment, Commencement
from amendments.queries.my_tasks.way_tasks import DRAFTERS_NEXT, SECRETARYS_NEXT, way_tasks
from amendments.states import ADOPTED_STATES, State, steps_from
from amendments.text.step_words import STEP_WORDS
from tests.factories import law

pytestmark = pytest.mark.whole
ADOPT = "Record the adoption"
DAY = "Record the day of entry into force when it is known"


def told(person):
    return [task.title for task in way_tasks(person)]


@pytest.fixture
def released(world, once):
    once(_released, world)
    return world


def _released(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    law.release(law.seal(world.amendment, world.drafter), "committee", world.drafter, world.secretary)


def stand(world, state):
    Amendment.objects.filter(pk=world.amendment.pk).update(state=state)


@pytest.mark.parametrize("state", list(State))
def test_the_usual_step_waits_for_those_whose_step_it_is(released, state):
    stand(released, state)
    of_drafter, of_secretary = (usual.get(state) for usual in (DRAFTERS_NEXT, SECRETARYS_NEXT))
    adoption = [ADOPT] if state in ADOPTED_STATES else []
    step = [str(STEP_WORDS[of_drafter])] if of_drafter and state != State.PUBLISHED else []
    assert told(released.drafter) == adoption + step
    assert told(released.secretary) == ([str(STEP_WORDS[of_secretary])] if of_secretary else [])
    for other in (released.other, released.chair, AnonymousUser()):
        assert told(other) == []


def test_every_usual_step_is_one_of_the_table():
    for usual, role in ((DRAFTERS_NEXT, "drafter"), (SECRETARYS_NEXT, "secretary")):
        for start, end in usual.items():
            assert any(step.end == end and role in step.roles for step in steps_from(start)), (start, end)


def test_the_secretary_goes_on_when_others_may_read_a_draft(world):
    law.add(world.amendment, world.drafter, "replace_number", "2.1", old="10", new="20")
    draft = law.seal(world.amendment, world.drafter)
    stand(world, State.LEGAL_CHECK)
    assert told(world.secretary) == []
    law.release(draft, "public", world.drafter, world.secretary)
    assert told(world.secretary) == ["Open it for consultation"]


@pytest.mark.parametrize(
    ("in_force", "waits"),
    [(date(2025, 1, 1), ["Record the entry into force"]), (date(2999, 1, 1), []), (None, [DAY])],
)
def test_the_entry_into_force_waits_for_its_day(released, in_force, waits):
    law.adopt(released.amendment.drafts.get(), released.drafter, in_force=in_force)
    stand(released, State.PUBLISHED)
    assert told(released.drafter) == waits


@pytest.mark.parametrize(("first", "last"), [(None, date(2025, 1, 1)), (date(2999, 1, 1), date(2025, 1, 1))])
def test_the_entry_into_force_waits_for_the_day_that_was_recorded_last(released, first, last):
    text = law.adopt(released.amendment.drafts.get(), released.drafter, in_force=first)
    Commencement.objects.create(version=text, date=last, recorded_at=timezone.now())
    stand(released, State.PUBLISHED)
    assert told(released.drafter) == ["Record the entry into force"]


def test_one_query_a_kind_however_many_amendments_there_are(released, django_assert_num_queries):
    stand(released, State.REVISED)
    way_tasks(released.secretary)
    with django_assert_num_queries(2):
        way_tasks(released.secretary)
