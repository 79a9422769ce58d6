"""Each change of a marked file becomes an instruction on its provision, or is listed with the reason."""

from dataclasses import replace

import pytest

from amendments.importers import load_act
from amendments.importers.markup import ChangeBeside, Markup, Note, Overwritten, TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.change_stretches import stretch_of
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Tree
from tests.amendments.renderers.word.documents import content
from tests.amendments.renderers.word.test_tracked import redline

ACT = """LAW OF THE REPUBLIC OF CASPIA
On Ferries

CHAPTER 1
GENERAL PROVISIONS

Article 1. Scope
1.1. This Law applies to ferries in the territory of the Republic of Caspia.
1.2. This Law does not apply to:
1.2.1. rowing boats;
1.2.2. rafts.

Article 2. Fares
2.1. The fare is 10 coins. It is paid before the crossing.
2.2. Children travel free of charge.
"""


def stored(text):
    """The text with identities of its own, as it is read from the database."""
    tree = ENGLISH.parse(text).tree
    keys = {each.key: f"key {each.key}" for each in tree} | {"": ""}
    return Tree([replace(each, key=keys[each.key], parent=keys[each.parent]) for each in tree], tree.tail)


BASE = stored(ACT)


def change(old, new, author="Author A", text=ACT):
    at = text.index(old)
    return TrackedEdit(at, at + len(old), new, author, "")


def behind(words, new):
    at = ACT.index(words) + len(words)
    return TrackedEdit(at, at, new, "Author B", "")


def placed(*edits, working=BASE, text=ACT, **more):
    return place(Markup(text, edits, **more), BASE, working, ENGLISH)


def said(operation):
    return (operation.op.value, operation.target, operation.old or operation.anchor, operation.new)


@pytest.mark.parametrize(
    ("edit", "operations"),
    [
        (change("10", "12"), [("replace_number", "2.1", "10", "12")]),
        (change("in the territory of ", ""), [("delete_words", "1.1", "in the territory of", "")]),
        (behind("Children", " and dogs"), [("insert_after", "2.2", "Children", "and dogs")]),
        (behind("free of charge.", " Dogs pay."), [("add_sentence", "2.2", "", "Dogs pay.")]),
        (change("Scope", "Reach"), [("restate_heading", "1", "", "Reach")]),
        (change("1.2.2. rafts.\n", ""), [("repeal", "1.2.2", "", "")]),
        (change(" rafts.", ""), [("repeal", "1.2.2", "", "")]),  # its number stays
        (change("\n1.2.2. rafts.", ""), [("repeal", "1.2.2", "", "")]),
        (behind("rowing boats;\n", "1.2.1-1. canoes;\n"), [("insert_element", "1.2.1-1", "", "canoes;")]),
        (behind("rowing boats;", "\n1.2.1-1. canoes;"), [("insert_element", "1.2.1-1", "", "canoes;")]),
        # a line that is written again as a whole changes the words that are others
        (change("2.2. Children travel", "2.2. Dogs travel"), [("replace_words", "2.2", "Children", "Dogs")]),
    ],
)
def test_a_change_is_said_as_a_lawyer_would(edit, operations):
    placing = placed(edit)
    assert placing.left == []
    (found,) = placing.changes
    assert [said(operation) for operation in found.operations] == operations
    assert found.author == edit.author


def test_an_article_with_its_parts_comes_as_one_instruction():
    edit = behind("1.2.2. rafts.", "\nArticle 1-1. Cats\n1-1.1. Cats pay.")
    (found,) = placed(edit).changes
    (operation,) = found.operations
    assert (operation.op, operation.target, operation.after) == (Op.INSERT_ELEMENT, "1-1", "1")
    assert [child.number for child in operation.children] == ["1-1.1"]


def test_several_changes_of_one_provision_stand_for_themselves():
    edits = (change("10 coins", "12 coins"), change("before", "after", "Author B"))
    found = placed(*edits).changes
    assert [(each.author, each.old, each.new) for each in found] == [
        ("Author A", "10", "12"),
        ("Author B", "before", "after"),
    ]


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (change("1.2.1. ", "1.2.9. "), "touches a number"),
        (change("boats;\n1.2.2. rafts", "boats"), "touches a number"),
        (change("1.2. This Law does not apply to:\n", ""), "parts of several provisions"),  # its points stay
    ],
)
def test_what_has_no_place_is_listed_with_its_words(edit, why):
    placing = placed(edit)
    assert placing.changes == []
    (left,) = placing.left
    assert (left.new, left.author) == (edit.new, edit.author)
    assert why in str(left.why)


WORKING = execute(
    BASE,
    [
        Operation(Op.REPLACE_WORDS, target="2.1", old="10 coins", new="20 coins"),
        Operation(Op.REPEAL, target="1.2.2"),
        Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay.", creates={"2.3": "new"}),
    ],
)


def test_a_file_of_the_text_in_force_is_carried_over_to_the_draft():
    """Words beside those that the draft changed are found; the same words are not guessed."""
    placing = placed(change("before the", "after the"), change("10 coins", "12 coins"), working=WORKING)
    (found,) = placing.changes
    assert said(found.operations[0]) == ("replace_words", "2.1", "before", "after")
    (left,) = placing.left
    assert "other words in this place" in str(left.why)


def test_what_the_draft_says_already_is_listed_with_its_author():
    edits = (change("10", "20"), change("1.2.2. rafts.\n", ""), behind("free of charge.", "\n2.3. Dogs pay."))
    placing = placed(*edits, working=WORKING)
    assert (placing.changes, placing.left) == ([], [])
    assert [(each.old, each.new.strip(), each.author) for each in placing.standing] == [
        ("10", "20", "Author A"),
        ("1.2.2. rafts.\n", "", "Author A"),
        ("", "2.3. Dogs pay.", "Author B"),
    ]


@pytest.mark.parametrize(
    "edits",
    [
        [behind("The fare", " of a grown person")],
        [behind("The fare", " of a grown person"), change("10", "12"), change(" before", "")],
        [
            change("The fare is 10 coins. ", ""),
            behind("before the crossing.", " The fare is 10 coins."),
        ],  # moved
        [change("Scope", "Scope and reach"), behind("Children", " and dogs")],
    ],
)
def test_a_file_of_the_text_in_force_brings_nothing_twice(edits):
    """Everything that a draft took in of a file is in the draft when the file comes again."""
    accepted = ACT
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        accepted = accepted[: edit.start] + edit.new + accepted[edit.end :]
    again = placed(*edits, working=stored(accepted))
    assert (again.changes, again.left) == ([], [])
    assert len(again.standing) == len(edits)


def test_words_that_came_into_the_draft_come_no_second_time_beside_a_new_change():
    working = stored(ACT.replace("The fare", "The fare of a grown person"))
    placing = placed(behind("The fare", " of a grown person"), change("10", "12"), working=working)
    assert [(each.old, each.new) for each in placing.changes] == [("10", "12")]
    assert [each.new for each in placing.standing] == [" of a grown person"]


@pytest.mark.parametrize(
    "edit",
    [
        behind("10 coins.", "\n"),  # one paragraph becomes two
        change(" It is", "\nIt is"),
        change("crossing.\n2.2", "crossing. 2.2"),  # two become one
        change("\n2.2. Ch", "2.2. Ch"),
    ],
)
def test_a_paragraph_that_is_divided_or_joined_is_listed_with_its_author_and_place(edit):
    placing = placed(edit)
    assert (placing.changes, placing.standing) == ([], [])
    (left,) = placing.left
    assert left.author == edit.author
    assert "divided, or joined" in str(left.why)
    assert "“2.1. The fare is 10 coins. It is paid before …”" in str(left.why)


@pytest.mark.parametrize(
    "edit", [behind("crossing.", "\n"), behind("10", " "), change("\n\nArticle 2", "\nArticle 2")]
)
def test_blanks_and_empty_lines_are_no_change(edit):
    placing = placed(edit)
    assert (placing.changes, placing.left, placing.standing) == ([], [], [])


def test_a_file_of_the_draft_is_placed_on_the_draft():
    text = ENGLISH.render(WORKING)
    placing = placed(change("Dogs pay", "Cats pay", text=text), working=WORKING, text=text)
    (found,) = placing.changes
    assert said(found.operations[0]) == ("replace_words", "2.3", "Dogs", "Cats")


def test_comments_stand_on_their_provision_and_lost_words_are_told():
    at = ACT.index("rafts")
    placing = placed(
        notes=(Note("Why?", "Author C", "", at, at + 5),),
        overwritten=(Overwritten("very", "Author A", "Author B", ""),),
        beside=(ChangeBeside("five", "ten", "Author D", ""),),
    )
    (note,) = placing.notes
    assert BASE.by_key[note.provision].number == "1.2.2"
    assert note.quote == "rafts"
    overwritten, beside = placing.left
    assert "inserted by Author A" in str(overwritten.why)
    assert (beside.old, beside.new, beside.author) == ("five", "ten", "Author D")
    assert "text box" in str(beside.why)


def test_our_own_redline_comes_back_as_instructions_that_give_the_same_text():
    """Word in and out: every change of an exported redline is proposed, and all of them give the new text."""
    after = execute(
        BASE,
        [
            Operation(Op.REPLACE_WORDS, target="2.1", old="10 coins", new="20 coins"),
            Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay.", creates={"2.3": "new"}),
            Operation(Op.ADD_SENTENCE, target="1.1", level="sentence", new="It also applies to boats."),
        ],
    )
    imported = load_act("redline.docx", redline(BASE, after))
    placing = place(imported.markup, BASE, BASE, ENGLISH)
    assert placing.left == []
    operations = [operation for each in placing.changes for operation in each.operations]
    assert content(execute(BASE, operations, ENGLISH)) == content(after)


def moved(edit):
    return replace(edit, author="Author A", move="move1")


def test_a_provision_that_moves_under_a_new_number_is_repealed_and_inserted():
    gone, came = change("1.2.2. rafts.\n", ""), behind("free of charge.", "\n2.3. rafts.")
    found = placed(moved(gone), moved(came))
    assert [(*map(said, each.operations), each.is_move) for each in found.changes] == [
        (("repeal", "1.2.2", "", ""), True),
        (("insert_element", "2.3", "", "rafts."), True),
    ]
    assert found.left == []


def test_a_provision_that_keeps_its_number_is_neither_repealed_nor_lost():
    gone, came = (
        change("2.1. The fare is 10 coins. It is paid before the crossing.\n", ""),
        behind("free of charge.", "\n2.1. The fare is 10 coins. It is paid before the crossing."),
    )
    found = placed(moved(gone), moved(came))
    assert (found.changes, found.standing) == ([], [])
    assert [each.why.template for each in found.left] == [
        "Moved in the file: no instruction says it. Repeal the provision and insert it under a new number."
    ] * 2


def test_words_that_move_within_a_provision_go_and_come():
    found = placed(moved(change("10 ", "")), moved(behind("before the crossing", " 10")))
    assert [(each.operations[0].op.value, each.is_move) for each in found.changes] == [
        ("delete_words", True),
        ("insert_after", True),
    ]


def test_a_comment_on_no_words_is_listed():
    found = placed(notes=(Note("Why?", "Author C", ""),))
    assert [(each.new, each.why.template) for each in found.left] == [
        ("Why?", "The comment stands on no words of the text.")
    ]


def test_a_change_takes_the_bracket_that_closes_both_sides():
    text = "within 5 (five) days"
    found = stretch_of(TrackedEdit(7, 15, "7 (seven)", "Ada", "", ""), text)
    assert (text[found.start : found.end], found.new) == ("5 (five)", "7 (seven)")


def test_what_is_no_law_is_listed_with_this_reason():
    text = ACT.rstrip() + "\n\nAda Smith\nPresident of the Republic of Caspia\n"
    base = stored(text)
    assert [each.kind.value for each in base][-1] == "closing"
    (left,) = place(Markup(text, (change("Ada Smith", "Eva Smith", text=text),)), base, base, ENGLISH).left
    assert "are no law, as a signature" in str(left.why)
