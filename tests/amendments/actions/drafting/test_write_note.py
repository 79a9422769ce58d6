"""The explanatory note of a draft is written until others may read the draft."""

import pytest
from django.core.exceptions import PermissionDenied

from amendments.actions.drafting.write_note import WriteNote
from amendments.attaching.attachment_limits import MOST_FILES
from amendments.attaching.file_refusals import TooManyFiles
from amendments.attaching.new_file import NewFile
from amendments.audit.actor import Actor
from amendments.errors import EditConflict
from amendments.errors.of_notes import NoteClosed
from amendments.models import NoteAnswer, NoteFile
from amendments.own_notes import OwnNotes
from amendments.queries.drafting.explanatory_notes import draft_before, note_hash, written_on
from tests.factories import law
from tests.factories.files import pdf


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


@pytest.mark.whole
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


@pytest.mark.whole
def test_the_next_draft_has_words_of_its_own(world, draft):
    write(world, draft, aims="Fares rise.")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    later = law.seal(world.amendment, world.drafter)
    assert draft_before(later) == draft
    write(world, later, aims="Fares fall.")
    assert written_on(draft) == {"aims": "Fares rise."}


def attach(world, draft, *names, item="cover", removed=(), person=None):
    files = {item: tuple(NewFile(name, pdf()) for name in names)}
    actor = Actor.now(person or world.drafter)
    return WriteNote(draft, {}, actor=actor, files=files, removed=frozenset(removed)).execute()


def attached(draft):
    return list(NoteFile.objects.filter(draft=draft).values_list("item", "name"))


@pytest.mark.whole
def test_a_file_is_attached_to_an_item_once_and_removed(world, draft):
    for _twice in range(2):
        attach(world, draft, "letter.pdf", "letter.pdf")
    attach(world, draft, "letter.pdf", item="opinions")
    assert attached(draft) == [("cover", "letter.pdf"), ("opinions", "letter.pdf")]
    row = NoteFile.objects.defer(None).get(item="cover")
    assert (bytes(row.content), row.size, row.added_by) == (pdf(), len(pdf()), world.drafter)
    assert "content" in NoteFile.objects.get(item="cover").get_deferred_fields()
    attach(world, draft, removed=[row.pk])
    assert attached(draft) == [("opinions", "letter.pdf")]


def test_an_item_has_at_most_as_many_files_as_the_site_allows(world, draft):
    names = [f"{number}.pdf" for number in range(MOST_FILES)]
    attach(world, draft, *names)
    with pytest.raises(TooManyFiles, match=f"at most {MOST_FILES} can be attached here"):
        attach(world, draft, "one more.pdf")
    assert len(attached(draft)) == MOST_FILES


def test_files_stay_as_others_read_them(world, draft):
    attach(world, draft, "letter.pdf")
    law.release(draft, "public", world.drafter, world.secretary)
    for change in ({"removed": NoteFile.objects.values_list("pk", flat=True)}, {"person": world.drafter}):
        with pytest.raises(NoteClosed):
            attach(world, draft, "another.pdf", **change)
    assert attached(draft) == [("cover", "letter.pdf")]


@pytest.mark.whole
def test_files_of_another_note_are_not_removed(world, draft):
    attach(world, draft, "letter.pdf")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    later = law.seal(world.amendment, world.drafter)
    attach(world, later, removed=NoteFile.objects.values_list("pk", flat=True))
    assert attached(draft) == [("cover", "letter.pdf")]


def carry(world, draft, keys):
    return WriteNote(draft, {}, actor=Actor.now(world.drafter), carried=frozenset(keys)).execute()


@pytest.mark.whole
def test_files_of_the_draft_before_are_attached_again_once(world, draft):
    attach(world, draft, "letter.pdf")
    attach(world, draft, "opinion.pdf", item="opinions")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    later = law.seal(world.amendment, world.drafter)
    letter = NoteFile.objects.get(item="cover")
    for _twice in range(2):
        carry(world, later, [letter.pk])
    assert attached(later) == [("cover", "letter.pdf")]
    assert bytes(NoteFile.objects.defer(None).get(draft=later).content) == pdf()
    assert len(attached(draft)) == 2


@pytest.mark.whole
def test_files_of_any_other_draft_are_not(world, draft):
    attach(world, draft, "letter.pdf")
    law.add(world.amendment, world.drafter, "repeal", "1.2.1")
    law.seal(world.amendment, world.drafter)
    law.add(world.amendment, world.drafter, "repeal", "1.2.2")
    third = law.seal(world.amendment, world.drafter)
    carry(world, third, NoteFile.objects.values_list("pk", flat=True))
    assert attached(third) == []


def test_the_person_who_wrote_takes_the_own_words_and_files_away(world, draft):
    write(world, draft, aims="Fares rise.")
    new = {"aims": [NewFile("plan.pdf", pdf())]}
    WriteNote(draft, {"aims": "Fares fall."}, actor=Actor.now(world.drafter), files=new).execute()
    rows = list(OwnNotes().rows(world.drafter))
    assert [row.get("words") or row["name"] for row in rows] == ["Fares rise.", "Fares fall.", "plan.pdf"]
    assert OwnNotes().count(world.drafter) == 3
    assert list(OwnNotes().rows(world.other)) == []
