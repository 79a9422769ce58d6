"""The secretary reminds silent institutions by hand."""

import pytest

from amendments.audit.actor import Actor
from consultations.actions.rounds.close_round import CloseRound
from consultations.actions.rounds.remind_silent import RemindSilent
from consultations.errors import RoundNotOpen
from consultations.models import Letter
from tests.factories.consultation import NOW

pytestmark = pytest.mark.django_db


def test_only_the_silent_are_reminded(world):
    RemindSilent(world.round, actor=Actor(world.secretary, NOW)).execute()
    reminded = Letter.objects.filter(kind="silent_reminded")
    assert {letter.person for letter in reminded} == {world.ngo_focal, world.body_focal}


def test_nobody_is_reminded_of_a_closed_round(world):
    CloseRound(world.round, actor=Actor(world.secretary, NOW, reason="Done.")).execute()
    with pytest.raises(RoundNotOpen):
        RemindSilent(world.round, actor=Actor(world.secretary, NOW)).execute()
    assert not Letter.objects.filter(kind="silent_reminded").exists()
