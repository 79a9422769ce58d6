"""Comments keep their place when the next draft is sealed."""

import pytest

from amendments.audit.actor import Actor
from amendments.errors import NotAllowed
from consultations.actions.answers.confirm_placement import Confirmed, ConfirmPlacement
from consultations.actions.comments.place_comments import PlaceComments
from consultations.errors import NotOnThisVersion
from consultations.models import AnchorPlacement
from consultations.rules.passages import Field, Place
from tests.factories import consultation as make, law


def commented(world, *passages):
    comment = make.draft(world.round, world.ngo_author, world.ngo, make.content(*passages))
    make.send(comment.submission, world.ngo_focal)
    return comment


def placement(comment):
    return AnchorPlacement.objects.get(anchor__comment=comment)


def text_at(row):
    entry = row.text_of.entries.get(provision=row.provision)
    return entry.texts.get().text.body[row.start : row.end]


@pytest.mark.whole
def test_sealing_the_next_draft_places_every_comment_on_it(world):
    intact = commented(world, make.chosen(world.draft, "2.1", "It is paid before the crossing."))
    edited = commented(world, make.chosen(world.draft, "2.2", "Children travel free of charge."))
    struck = commented(world, make.chosen(world.draft, "2.1", "10 coins", in_base=True))
    whole = commented(world, make.chosen(world.draft, "1.2.1"))
    general = commented(world)
    law.add(world.amendment, world.drafter, "replace_words", "2.2", old="Children", new="Small children")
    law.add(world.amendment, world.drafter, "insert_before", "2.1", anchor="The fare", new="On Sundays,")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    second = law.seal(world.amendment, world.drafter)
    found = [placement(comment).status for comment in (intact, edited, struck, whole)]
    assert found == ["intact", "edited", "intact", "deleted"]
    assert text_at(placement(intact)) == "It is paid before the crossing."
    assert placement(intact).start > intact.anchors.get().start
    assert (placement(struck).method, placement(struck).text_of) == ("struck_out", world.base)
    assert text_at(placement(struck)) == "10 coins"
    assert not general.anchors.exists()
    again = PlaceComments(law.text_in(second), actor=Actor(world.drafter, second.sealed_at))
    assert again.execute() == []  # once


def test_a_release_places_nothing_twice(world):
    commented(world, make.chosen(world.draft, "2.1"))
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    second = law.seal(world.amendment, world.drafter)
    law.release(second, "public", world.drafter, world.secretary)
    assert AnchorPlacement.objects.count() == 1


@pytest.fixture
def doubtful(world, once):
    return once(_doubtful, world)


def _doubtful(world):
    comment = commented(world, make.chosen(world.draft, "2.2", "Children"))
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    law.seal(world.amendment, world.drafter)
    return placement(comment)


@pytest.mark.whole
def test_a_person_confirms_where_the_words_stand(world, doubtful):
    provision = str(world.text.entries.get(number="2.1").provision_id)
    place = Place(provision, Field.BODY, 0, 8)
    row = ConfirmPlacement(doubtful, Confirmed(place), actor=Actor.now(world.secretary)).execute()
    assert (row.status, row.method, row.decided_by) == ("moved", "person", world.secretary)
    row = ConfirmPlacement(doubtful, Confirmed(None), actor=Actor.now(world.drafter)).execute()
    assert (row.status, row.provision) == ("deleted", None)


def test_a_confirmed_place_lies_in_the_text(world, doubtful):
    provision = str(world.text.entries.get(number="2.1").provision_id)
    with pytest.raises(NotOnThisVersion):
        ConfirmPlacement(
            doubtful, Confirmed(Place(provision, Field.BODY, 0, 999)), actor=Actor.now(world.secretary)
        ).execute()


@pytest.mark.parametrize("person", ["ngo_focal", "chair", "admin", "citizen"])
def test_only_secretary_and_drafter_confirm(world, doubtful, person):
    with pytest.raises(NotAllowed):
        ConfirmPlacement(doubtful, Confirmed(None), actor=Actor.now(getattr(world, person))).execute()
