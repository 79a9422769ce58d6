"""What is proposed never gives another text than the file with its changes accepted: what would is listed."""

import pytest
from hypothesis import given, settings, strategies as st

from amendments.importers.markup import Markup, TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from amendments.markings.accepted_text import AcceptedText
from amendments.markings.placed_changes import place
from amendments.markings.printed_places import printed_text
from amendments.markings.unplaced import other_text
from amendments.provisions.english_scheme import ENGLISH
from tests.amendments.markings.test_placed_changes import ACT, BASE, behind, change, said as operation_said
from tests.amendments.markings.test_several_authors import file_of, said
from tests.examples import examples

V, E = "Vera Lex", "Emil Word"
SCOPE, NOT = ACT[ACT.index("1.1. ") :].split("\n")[:2]
LAW = ACT.index("Article 1")
TYPED = (
    "big ",
    "Dogs pay.\n",
    "\nDogs pay.",
    " Dogs pay.",
    "(a) dogs;\n",
    "1.2.3. canoes.\n",
    "\n1.2.3. canoes.",
    "1.2.1-1. canoes;\n",
    "2.1-1. Dogs pay.\n",
    "2.2. Dogs pay.\n",
    "\n2.2-1. Dogs pay.",
    "Article 2-1. Dogs\n2-1.1. Dogs pay.\n",
)


def typed_between(before, first, typed, second, after):
    """A file in which one deletes words and another one types between them."""
    parts = (before, ("-", V, first), ("+", E, typed), ("-", V, second), after)
    return file_of(*[part for part in parts if part and part[-1]])


CONTRADICTING = {
    "a point in the line of a part that goes": (
        ("", "1.2.3. canoes.\n", f"{NOT}\n"),
        [],
        [(f"{E}\n{V}", "1.2.3. canoes.\n")],
    ),
    "a point in the line of a part, below one that goes": (
        (SCOPE, "\n1.2.3. canoes.", f"\n{NOT}"),
        ["repeal 1.1"],
        [(f"{E}\n{V}", "\n1.2.3. canoes.")],
    ),
    "a point in the line of a heading whose part goes": (
        ("\n", "1.2.1-1. canoes;\n", SCOPE),
        ["repeal 1.1"],
        [(f"{V}\n{E}", "1.2.1-1. canoes;\n")],
    ),
}


@pytest.mark.parametrize("case", CONTRADICTING)
def test_lines_that_contradict_what_another_one_deletes_are_listed(case):
    parts, wanted, left = CONTRADICTING[case]
    first, typed, second = parts
    before, after = ACT.split(first + second)
    markup, _accepted = typed_between(before, first, typed, second, after)
    placing = place(markup, BASE, BASE, ENGLISH)
    operations = [operation for each in placing.changes for operation in each.operations]
    assert [" ".join(operation_said(each)[:2]) for each in operations] == wanted
    assert [(each.author, each.new) for each in placing.left] == left
    assert {each.why for each in placing.left} == {other_text()}


def test_a_paragraph_below_an_empty_one_is_one_without_an_empty_line():
    (found,) = place(
        Markup(ACT, (TrackedEdit(len(ACT), len(ACT), "\nDogs pay.", E, ""),)), BASE, BASE, ENGLISH
    ).changes
    assert execute(BASE, found.operations, ENGLISH).elements[-1].text.endswith("charge.\nDogs pay.")


@st.composite
def contradicting(draw):
    """One deletes some lines, with or without the ends of the first and the last, and another one types in them."""
    starts = [at for at in range(LAW, len(ACT)) if ACT[at - 1] == "\n" and ACT[at] != "\n"]
    start = draw(st.sampled_from(starts))
    ends = [at for at in range(start + 1, len(ACT) + 1) if ACT[at - 1] == "\n"]
    end = draw(st.sampled_from(ends[:4]))
    start, end = draw(st.sampled_from([(start, end), (start, end - 1), (start - 1, end - 1)]))
    places = [at for at in range(start, end + 1) if at in (start, end) or "\n" in ACT[at - 1 : at + 1]]
    at = draw(st.sampled_from([*places, min(start + 8, end)]))
    return ACT[:start], ACT[start:at], draw(st.sampled_from(TYPED)), ACT[at:end], ACT[end:]


@given(contradicting())
@settings(max_examples=examples(60), deadline=None)
def test_what_two_contradict_each_other_in_gives_the_accepted_text_or_is_listed(file):
    markup, accepted = typed_between(*file)
    placing = place(markup, BASE, BASE, ENGLISH)
    tree = execute(BASE, [each for change in placing.changes for each in change.operations], ENGLISH)
    if not placing.left:
        assert worded(tree) == worded(ENGLISH.parse(accepted).tree)


def worded(tree):
    return said(each for each in tree if (each.heading or each.text) and not each.repealed)


DOGS = [Operation(Op.INSERT_ELEMENT, target="2.3", new="Dogs pay.", creates={"2.3": "new"})]
TWENTY = [Operation(Op.REPLACE_WORDS, target="2.1", old="10 coins", new="20 coins")]
DRAFT = execute(BASE, [*DOGS, *TWENTY])


def accepted(*standing, working=DRAFT):
    return AcceptedText(printed_text(ACT, ENGLISH), standing, working, ENGLISH)


def test_what_the_draft_changed_is_compared_with_both_changes():
    free = [Operation(Op.REPLACE_WORDS, target="2.2", old="free of charge", new="for nothing")]
    assert accepted().is_said([change("free of charge", "for nothing")], free)
    assert not accepted().is_said([change("free of charge", "at half price")], free)
    behind_it = [Operation(Op.REPLACE_WORDS, target="2.1", old="before", new="behind")]
    assert accepted().is_said([change("before", "behind")], behind_it)
    assert not accepted().is_said([change("before", "at")], behind_it)
    assert not accepted().is_said([change("10 coins", "30 coins")], [])


def test_what_the_draft_says_already_is_compared_as_it_says_it():
    standing = change("10 coins", "20 coins")
    said_by_it = [Operation(Op.REPLACE_WORDS, target="2.1", old="before", new="after")]
    assert accepted(standing).is_said([change("before", "after")], said_by_it)
    assert not accepted(standing).is_said([change("before", "behind")], said_by_it)


def test_a_new_provision_at_another_place_is_another_text():
    edits = [behind("rowing boats;\n", "1.2.1-1. canoes;\n")]
    (found,) = place(Markup(ACT, tuple(edits)), BASE, BASE, ENGLISH).changes
    assert accepted().is_said(edits, found.operations)
    assert not accepted().is_said([behind("rafts.", "\n1.2.1-1. canoes;")], found.operations)


def test_what_cannot_be_taken_in_after_the_others_gives_nothing():
    assert not accepted().is_said([], [Operation(Op.REPEAL, target="9.9")])
