"""What came on paper: a second click on its form, and a right that the list does not have."""

import pytest

from amendments.actor import Actor
from consultations.actions.enter_on_behalf import EnterOnBehalf, Received
from consultations.errors import UnknownRight
from consultations.models import Comment, Submission
from tests.factories import consultation as make


def entered(world, said):
    received = Received("Letter 12 of 3 May.", make.NOW - make.DAY)
    return EnterOnBehalf(world.round, world.ngo, [said], received, actor=Actor.now(world.secretary)).execute()


def test_the_same_words_on_the_same_place_are_entered_once(world):
    on_fares = make.content(make.chosen(world.version, "2.1"))
    first = entered(world, on_fares)
    assert entered(world, on_fares) == first
    assert entered(world, make.content(make.chosen(world.version, "1.1"))) != first
    assert entered(world, make.content(make.chosen(world.version, "2.1"), rationale="Other.")) != first
    assert Submission.objects.count() == 3


def test_what_came_on_paper_names_rights_by_the_same_list(world):
    with pytest.raises(UnknownRight, match="fair hearing"):
        entered(world, make.content(make.chosen(world.version, "2.1"), rights=("fair hearing",)))
    assert not Submission.objects.exists()
    entered(world, make.content(make.chosen(world.version, "2.1"), rights=("F01",)))
    assert Comment.objects.get().rights == ["F01"]
