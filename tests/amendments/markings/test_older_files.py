"""A file that left before the draft changed: a provision goes only if it is the one whose words its reader saw."""

from dataclasses import replace

import pytest

from amendments.importers.markup import Markup, OwnChange, TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.text.saying import say
from tests.amendments.markings.test_marked_by_two import OLD, PLAIN, ROWS, V, act, gone_row
from tests.amendments.markings.test_placed_changes import ACT, BASE, said, stored

DOGS = Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay half.", creates={"2.3": "dogs"})
BIRDS = Operation(
    Op.INSERT_ELEMENT, target="2.3", new="A bird travels in its cage.", creates={"2.3": "birds"}
)
DOGS_AGAIN = replace(DOGS, creates={"2.3": "dogs again"})
FARE = Operation(Op.REPLACE_NUMBER, target="2.1", old="10", new="12")
RAFTS = Operation(Op.INSERT_ELEMENT, target="1.2.3", new="canoes.", creates={"1.2.3": "canoes"})
OTHER_WORDS = "The draft has other words in this place."


def drafted(*operations):
    return execute(BASE, operations, ENGLISH)


def deleted(words, text):
    return TrackedEdit(text.index(words), text.index(words) + len(words), "", "Vera Lex", "")


def read(words, older, newer, *, is_named=True):
    """A file of the older text in which somebody deleted words, on the newer one."""
    text = ENGLISH.render(older)
    markup = Markup(text, (deleted(words, text),))
    return place(markup, BASE, newer, ENGLISH, left_from=older if is_named else None)


def proposed(placing):
    return [said(each) for change in placing.changes for each in change.operations]


PART = "2.1. The fare is 10 coins. It is paid before the crossing.\n"
POINTS = ACT[ACT.index("1.2. ") : ACT.index("\nArticle 2")]
ARTICLE = ACT[ACT.index("Article 2") :]
OTHERS = {
    "another provision under its number": ("2.3. Dogs pay half.\n", (DOGS,), (BIRDS,)),
    "all words of another provision under its number": (" Dogs pay half.", (DOGS,), (BIRDS,)),
    "other words of the draft": (PART, (), (FARE,)),
    "all its words, of which the draft has others": (PART[4:-1], (), (FARE,)),
    "a provision that came below it": (POINTS, (), (RAFTS,)),
    "other words in an article": (ARTICLE, (), (FARE,)),
    "a provision that came in an article": (ARTICLE, (), (DOGS,)),
    "words that the law has again": (PART.replace("10", "12"), (FARE,), ()),
}


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize("case", OTHERS)
def test_what_the_reader_did_not_see_is_not_repealed(case, is_named):
    words, older, newer = OTHERS[case]
    placing = read(words, drafted(*older), drafted(*newer), is_named=is_named)
    assert (proposed(placing), placing.standing) == ([], [])
    assert [say(each.why) for each in placing.left] == [OTHER_WORDS]


SAME = {
    "the same provision": ("2.3. Dogs pay half.\n", (DOGS,), (DOGS, FARE), "2.3"),
    "the same words, inserted anew": ("2.3. Dogs pay half.\n", (DOGS,), (FARE, DOGS_AGAIN), "2.3"),
    "the same words of the law": ("2.2. Children travel free of charge.\n", (DOGS,), (BIRDS, FARE), "2.2"),
    "a point below one with other words": ("1.2.1. rowing boats;\n", (), (RAFTS,), "1.2.1"),
}


@pytest.mark.parametrize("is_named", [True, False])
@pytest.mark.parametrize("case", SAME)
def test_what_the_reader_saw_is_repealed(case, is_named):
    words, older, newer, target = SAME[case]
    placing = read(words, drafted(*older), drafted(*newer), is_named=is_named)
    assert proposed(placing) == [("repeal", target, "", "")]
    assert placing.left == []


@pytest.mark.parametrize(
    ("edit", "newer", "operations", "listed"),
    [
        (("half.", "half. Cats pay it too."), (BIRDS,), [], [OTHER_WORDS]),
        (
            ("half.", "half. Cats pay it too."),
            (DOGS_AGAIN,),
            [("add_sentence", "2.3", "", "Cats pay it too.")],
            [],
        ),
        (("half.\n", "half.\n2.4. Cats pay.\n"), (BIRDS,), [("insert_element", "2.4", "", "Cats pay.")], []),
        (("half.", "all."), (), [], ["The act has no such provision."]),
    ],
)
def test_words_of_another_provision_under_its_number_are_not_changed(edit, newer, operations, listed):
    older = drafted(DOGS)
    text = ENGLISH.render(older)
    old, new = edit
    marked = replace(deleted(old, text), new=new)
    placing = place(Markup(text, (marked,)), BASE, drafted(*newer), ENGLISH, left_from=older)
    assert proposed(placing) == operations
    assert [say(each.why) for each in placing.left] == listed


def test_of_two_with_the_same_words_the_one_that_left_goes():
    first = replace(DOGS, target="2.1-1", creates={"2.1-1": "first"})
    placing = read("2.3. Dogs pay half.\n", drafted(DOGS), drafted(first, DOGS))
    assert proposed(placing) == [("repeal", "2.3", "", "")]
    placing = read("2.3. Dogs pay half.\n", drafted(DOGS), drafted(first, BIRDS))
    assert proposed(placing) == []


def test_what_the_draft_repeals_already_stands():
    placing = read(PART, BASE, drafted(Operation(Op.REPEAL, target="2.1")))
    assert (proposed(placing), placing.left, len(placing.standing)) == ([], [], 1)


@pytest.mark.parametrize(("fee", "said_of"), [("120", []), ("110", [OTHER_WORDS])])
def test_a_row_goes_only_with_the_words_that_its_reader_saw(fee, said_of):
    base = stored(PLAIN)
    (speeding,) = (each for each in base if each.text.startswith("Speeding"))
    working = base.changed([replace(speeding, text=speeding.text.replace("120", fee))])
    file, _ = act(rows=[*OLD[:2], gone_row(V, *ROWS[2]), OLD[3]])
    placing = place(file.markup, base, working, ENGLISH)
    assert [say(each.why) for each in placing.left] == said_of
    assert len(placing.changes) == 1 - len(said_of)


OURS = {
    "new words that the draft has no more": (("", "12"), (FARE,), (), False),
    "new words that it words otherwise": (("", "12"), (FARE,), (replace(FARE, new="15"),), False),
    "a provision that another one replaced": (("", "2.3. Dogs pay half.\n"), (DOGS,), (BIRDS,), False),
    "words that it has again": (("10", ""), (FARE,), (), False),
    "new words that it has": (("", "12"), (FARE,), (FARE, DOGS), True),
    "words that it still strikes out": (("10", ""), (FARE,), (replace(FARE, new="15"),), True),
}


@pytest.mark.parametrize("case", OURS)
def test_a_change_of_the_older_draft_stands_only_where_the_draft_still_makes_it(case):
    (old, new), older, newer, stands = OURS[case]
    own = OwnChange(old, new, "Ferry Authority", "2024-05-01T08:30:00Z")
    text = ENGLISH.render(drafted(*older))
    placing = place(Markup(text, own=(own,)), BASE, drafted(*newer), ENGLISH, left_from=drafted(*older))
    lists = (placing.standing, placing.outdated)
    assert [[(each.old, each.new) for each in some] for some in lists] == [
        [(old, new)] * stands,
        [(old, new)] * (not stands),
    ]
    assert (placing.left, placing.unmarked) == ([], [])
