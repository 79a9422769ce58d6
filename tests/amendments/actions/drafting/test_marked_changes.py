"""What others marked in a file is kept, taken in and left out, each in one transaction."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from amendments.actions.drafting import read_marked_file
from amendments.actions.drafting.read_marked_file import ReadMarkedFile
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.take_marked_changes import TakeMarkedChanges
from amendments.actions.drafting.undo_marked_file import UndoMarkedFile
from amendments.audit.actor import Actor
from amendments.errors import MarkedFileDecided, NothingMarked, TooMuchMarked
from amendments.importers.markup import ChangeBeside, Markup, Note, TrackedEdit
from amendments.models import Instruction, InstructionTarget, MarginNote
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.marked_files import left_of
from amendments.queries.drafting.placings import placing_of
from amendments.text.saying import say
from tests.factories import law

pytestmark = pytest.mark.whole
TEXT = law.ACT


def changed(old, new, author="Author A", at="2026-11-02T10:00:00Z"):
    start = TEXT.index(old)
    return TrackedEdit(start, start + len(old), new, author, at)


def read(world, *edits, notes=(), beside=(), name="marked.docx"):
    act = law.act_of(world.amendment)
    markup = Markup(TEXT, edits, notes, beside=beside)
    return ReadMarkedFile(act, name, markup, actor=Actor.now(world.drafter)).execute()


def take(world, file, changes=(1, 2, 3), notes=(1,)):
    actor = Actor.now(world.drafter)
    return TakeMarkedChanges(file, actor=actor, changes=changes, notes=notes).execute()


def proposed():
    return list(Instruction.objects.filter(status="proposed").order_by("order"))


def test_changes_of_two_authors_become_proposals_that_touch_their_provisions(world):
    before = working_draft(law.act_of(world.amendment)).tree
    file = read(world, changed("10 coins", "12 coins"), changed("free of charge", "for free", "Author B", ""))
    take(world, file)
    rows = proposed()
    assert [(row.marked_change.author, row.operation["target"]) for row in rows] == [
        ("Author A", "2.1"),
        ("Author B", "2.2"),
    ]
    assert rows[1].marked_change.written_at is None
    assert InstructionTarget.objects.filter(instruction__in=rows).count() == 2
    assert working_draft(law.act_of(world.amendment)).tree == before
    for row in rows:
        TakeInstruction(row, actor=Actor.now(world.drafter)).execute()
    tree = working_draft(law.act_of(world.amendment)).tree
    assert [tree.numbered(number)[0].text for number in ("2.1", "2.2")] == [
        "The fare is 12 coins. It is paid before the crossing.",
        "Children travel for free.",
    ]


def test_what_stands_nowhere_is_kept_with_its_words(world):
    file = read(world, changed("1.2.1. ", "1.2.9. "))
    taken = take(world, file)
    assert proposed() == []
    (left,) = taken.left
    assert (left["old"], left["new"], left["author"]) == ("1.2.1. ", "1.2.9. ", "Author A")
    assert "touches a number" in left["why"]


THROUGHOUT = ("global_replace", "*", {"old": "coins", "new": "marks"})
DIVIDED = (
    "renumber_and_add",
    "2.2",
    {"children": [{"number": "2.2.1"}, {"number": "2.2.2", "text": "New."}]},
)
MORE_COINS = changed("10 coins.", "10 coins and 5 coins.")
MOVED = replace(changed("rowing boats", ""), move="m"), replace(MORE_COINS, move="m")


@pytest.mark.parametrize(
    ("said", "edits", "why"),
    [
        (THROUGHOUT, [MORE_COINS], ["replaces these words throughout"]),
        (DIVIDED, [changed("2.2. Children travel free of charge.\n", "")], ["other words in this place"]),
        (THROUGHOUT, MOVED, ["Moved in the file", "replaces these words throughout"]),
    ],
)
def test_the_page_lists_what_the_draft_cannot_take_in(world, said, edits, why):
    """The page and the action say the same of each change."""
    op, target, given = said
    law.add(world.amendment, world.drafter, op, target, **given)
    file = read(world, *edits, changed("rafts", "boats"))
    placing = placing_of(file, working_draft(law.act_of(world.amendment)))
    taken = take(world, file)
    assert [each.new for each in placing.changes] == ["boats"]
    assert [row.operation["target"] for row in proposed()] == ["1.2.2"]
    left = [say(each.why) for each in placing.left]
    assert all(words in each for words, each in zip(why, left, strict=True))
    assert [each["why"] for each in taken.left] == left


def test_nothing_stays_of_a_file_whose_taking_fails(world, monkeypatch):
    file = read(world, changed("10 coins", "12 coins"), notes=(Note("Why?", "Author C", "", 0, 3),))

    def fails(*_args, **_more):
        raise RuntimeError("The power is gone.")

    monkeypatch.setattr(MarginNote.objects, "bulk_create", fails)
    with pytest.raises(RuntimeError, match="power"):
        take(world, file)
    file.refresh_from_db()
    assert (file.state, proposed()) == ("read", [])


def test_a_file_without_marks_or_with_too_many_is_refused(world, monkeypatch):
    with pytest.raises(NothingMarked):
        read(world)
    monkeypatch.setattr(read_marked_file, "MOST_MARKS", 1)
    with pytest.raises(TooMuchMarked, match="more than 1 "):
        read(world, changed("10", "12"), changed("charge", "cost"))


def test_a_change_in_a_text_box_alone_is_told_and_brings_no_instruction(world):
    file = read(world, beside=(ChangeBeside("five", "ten", "Author A", ""),))
    file.refresh_from_db()
    (left,) = left_of(take(world, file))
    assert (left["old"], left["new"], left["author"]) == ("five", "ten", "Author A")
    assert "text box" in left["text"]
    assert proposed() == []


def test_a_file_that_was_left_out_is_taken_in_no_more(world):
    file = read(world, changed("10 coins", "12 coins"))
    undone = UndoMarkedFile(file, actor=Actor.now(world.drafter)).execute()
    assert UndoMarkedFile(file, actor=Actor.now(world.drafter)).execute() == undone
    with pytest.raises(MarkedFileDecided):
        take(world, file)
    again = read(world, changed("10 coins", "12 coins"))
    assert again != file


def test_the_reasons_are_told_in_the_language_of_whoever_reads_them_later(world):
    taken = take(world, read(world, changed("1.2.1. ", "1.2.9. ")))
    (english,) = left_of(taken)
    with override("az"):
        (azerbaijani,) = left_of(taken)
    assert english["text"] == taken.left[0]["why"]
    assert "nömrə" in azerbaijani["text"]
    taken.left = [{"old": "", "new": "", "author": "", "at": "", "why": "As it was told."}]
    assert left_of(taken)[0]["text"] == "As it was told."


def test_a_part_with_nothing_but_footnotes_of_other_acts_is_not_kept(world):
    note = "[1] Who pays?"
    edit = TrackedEdit(len(TEXT), len(TEXT), f"{note}\n", "Author A", "")
    act = law.act_of(world.amendment)
    markup = Markup(TEXT, (edit,), footnotes=1, footnote_lines=(note,))
    with pytest.raises(NothingMarked):
        ReadMarkedFile(act, "joint.docx", markup, actor=Actor.now(world.drafter)).execute()
