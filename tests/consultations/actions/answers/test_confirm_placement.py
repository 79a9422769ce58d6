"""Where the comparison could not tell the place of commented words, a person says it."""

import pytest

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.answers.confirm_placement import Confirmed, ConfirmPlacement
from consultations.errors import NotOnThisVersion
from consultations.models import AnchorPlacement
from consultations.rules.passages import Field, Place
from tests.factories import consultation as make, law

WORDS = "It is paid before the crossing."


@pytest.fixture
def placement(world, once):
    return once(_placement, world)


def _placement(world):
    """The place of a commented sentence in the second draft."""
    content = make.content(make.chosen(world.draft, "2.1", WORDS))
    row = make.draft(world.round, world.ngo_author, world.ngo, content)
    make.send(row.submission, world.ngo_focal)
    law.add(world.amendment, world.drafter, "replace_words", "2.1", old="the crossing", new="the trip")
    law.seal(world.amendment, world.drafter)
    return AnchorPlacement.objects.get()


def confirm(world, placement, place, who="secretary"):
    actor = Actor.now(getattr(world, who))
    return ConfirmPlacement(placement, Confirmed(place), actor=actor).execute()


@pytest.mark.whole
def test_the_place_and_the_person_are_kept(world, placement):
    key = str(placement.anchor.provision_id)
    row = confirm(world, placement, Place(key, Field.BODY, 4, 8))
    assert (row.status, row.start, row.end, row.decided_by) == ("edited", 4, 8, world.secretary)
    other = str(world.text.entries.get(number="2.2").provision_id)
    row = confirm(world, placement, Place(other, Field.BODY, 0, 8), "drafter")
    assert (row.status, str(row.provision_id), row.decided_by) == ("moved", other, world.drafter)


def test_words_that_are_gone_have_no_place(world, placement):
    row = confirm(world, placement, None)
    assert (row.status, row.provision_id, row.start, row.end) == ("deleted", None, 0, 0)


def test_a_place_outside_the_text_is_refused(world, placement):
    key = str(placement.anchor.provision_id)
    with pytest.raises(NotOnThisVersion):
        confirm(world, placement, Place(key, Field.BODY, 0, 5000))


@pytest.mark.parametrize("who", ["ngo_focal", "citizen", "admin", "member"])
def test_nobody_else_says_it(world, placement, who):
    with pytest.raises(NotAllowed):
        confirm(world, placement, None, who)
