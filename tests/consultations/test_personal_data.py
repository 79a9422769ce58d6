"""A person takes away which mails they got, and no trace of what they may not read."""

import pytest

from consultations.models import Letter
from consultations.personal_data import OwnLetters
from tests.factories.consultation import NOW

pytestmark = pytest.mark.django_db


def test_only_letters_that_were_sent_are_told(world):
    Letter.objects.all().delete()
    for state in Letter.State.values:
        Letter.objects.create(
            person=world.citizen, kind="extended", about=state, state=state, at=NOW, due_at=NOW
        )
    told = [row["state"] for row in OwnLetters().rows(world.citizen)]
    assert told == ["written"]
    assert OwnLetters().count(world.citizen) == len(told)
