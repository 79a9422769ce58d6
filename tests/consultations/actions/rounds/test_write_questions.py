"""The secretary asks questions in a round, and changes them until it opens."""

import pytest

from amendments.audit.actor import Actor
from consultations.actions.rounds.write_questions import WriteQuestions
from consultations.errors import RoundNotOpen
from tests.factories import consultation as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(world):
    return make.open_round(
        world.draft,
        world.secretary,
        opens=make.NOW + make.DAY,
        closes=make.NOW + 9 * make.DAY,
        questions=("Who pays?", "When?"),
    )


def texts(round_):
    return [(row.order, row.text) for row in round_.questions.all()]


def write(world, round_, *questions):
    return WriteQuestions(round_, questions, actor=Actor.now(world.secretary)).execute()


def test_a_round_is_opened_with_its_questions(planned):
    assert texts(planned) == [(1, "Who pays?"), (2, "When?")]


def test_questions_are_changed_added_and_dropped_in_their_order(world, planned):
    first = planned.questions.first().pk
    write(world, planned, "Who pays?", "How much?", "Why?")
    assert texts(planned) == [(1, "Who pays?"), (2, "How much?"), (3, "Why?")]
    assert planned.questions.first().pk == first
    write(world, planned, "Why?")
    assert texts(planned) == [(1, "Why?")]
    assert planned.questions.get().history.first().actor_label == str(world.secretary)


def test_they_stay_when_the_round_has_opened(world):
    with pytest.raises(RoundNotOpen):
        write(world, world.round, "Too late?")
