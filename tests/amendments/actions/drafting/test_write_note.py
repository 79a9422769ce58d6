"""The explanatory note of a draft is written until others may read the draft."""

import pytest
from django.core.exceptions import PermissionDenied

from amendments.actions.drafting.write_note import WriteNote
from amendments.audit.actor import Actor
from amendments.errors import EditConflict
from amendments.errors.of_notes import NoteClosed
from amendments.models import NoteAnswer
from amendments.queries.explanatory_notes import note_hash, words_before, written_on
from tests.factories import law


def write(world, draft, person=None, seen="", **words):
    return WriteNote(draft, words, actor=Actor.now(person or world.drafter), seen=seen).execute()


@pytest.fixture
def draft(world):
    law.add(world.amendment, world.drafter, "repeal", "2.2")
    return law.seal(world.amendment, world.drafter)


def test_the_words_are_stored_item_by_item_and_changed_with_their_history(world, draft):
    write(world, draft, aims=" Fares rise.\r\nDogs pay. ", effects="Fewer boats.")
    assert written_on(draft) == {"aims": "Fares rise.\nDogs pay.", "effects": "Fewer boats."}
    write(world, draft, aims="Fares fall.", effects="")
    assert written_on(draft) == {"aims": "Fares fall."}
    told = NoteAnswer.history.filter(item="effects").values_list("history_type", "actor_label")
    assert list(told) == [(kind, str(world.drafter)) for kind in "-+"]


def test_what_is_no_item_is_left_out(world, draft):
    write(world, draft, nothing="Words.")
    assert written_on(draft) == {}


def test_a_note_that_others_read_is_not_changed_any_more(world, draft):
    write(world, draft, aims="Fares rise.")
    law.release(draft, "drafting_body", world.drafter, world.secretary)
    write(world, draft, aims="Fares fall.")
    law.release(draft, "public", world.drafter, world.secretary)
    with pytest.raises(NoteClosed):
        write(world, draft, aims="Fares rise.")
    assert written_on(draft) == {"aims": "Fares fall."}


def test_the_second_of_two_writers_is_told(world, draft):
    seen = note_hash({})
    write(world, draft, aims="Fares rise.", seen=seen)
    with pytest.raises(EditConflict):
        write(world, draft, aims="Fares fall.", seen=seen)


def test_nobody_else_writes_it(world, draft):
    for person in (world.other, world.secretary, world.chair):
        with pytest.raises(PermissionDenied):
            write(world, draft, person=person, aims="Fares rise.")


def test_the_next_draft_begins_with_the_words_of_the_one_before_and_leaves_them(world, draft):
    write(world, draft, aims="Fares rise.")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    later = law.seal(world.amendment, world.drafter)
    assert words_before(later) == {"aims": "Fares rise."}
    write(world, later, aims="Fares fall.")
    assert written_on(draft) == {"aims": "Fares rise."}
