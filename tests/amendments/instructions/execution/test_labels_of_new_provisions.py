"""The printed label of a new provision."""

import pickle

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.english_scheme import ENGLISH

ACT = "Article 1. Scope\n1. This Law applies.\n2. It binds.\n\nArticle 3. Fees\n(1) ports;\n(2) ships.\n\nArticle 5. End\nAll.\n"
BOARD = Operation(
    Op.INSERT_ELEMENT,
    "5-1",
    heading="Board",
    children=(NewElement("5-1(1)", text="It sits."), NewElement("5-1(2)", text="It acts.")),
)
OTHERS = [
    [Operation(Op.INSERT_ELEMENT, "3(0)", new="quays;")],
    [Operation(Op.INSERT_ELEMENT, "3(0)", new="quays;"), Operation(Op.RESTATE, "3(2)", new="boats.")],
    [Operation(Op.RESTATE, "1", heading="Scope", children=(NewElement("1(a)", text="All."),))],
    [Operation(Op.INSERT_ELEMENT, "3-1", heading="New", children=(NewElement("3-1(1)", text="One."),))],
]


@pytest.mark.parametrize("others", OTHERS)
def test_the_label_of_a_new_provision_is_that_of_the_law_whatever_other_instructions_bring(others):
    alone = execute(ENGLISH.parse(ACT).tree, [BOARD], ENGLISH)
    text = ENGLISH.parse(ACT).tree
    for operation in [*others, BOARD]:
        text = pickle.loads(pickle.dumps(execute(text, [operation], ENGLISH)))  # noqa: S301 - of our own
    labels = [[ENGLISH.label(each) for each in tree if each.parent == "art_5-1"] for tree in (alone, text)]
    assert labels == [["1.", "2."]] * 2


def test_new_provisions_beside_others_are_labelled_as_these():
    text = execute(
        ENGLISH.parse(ACT).tree, [BOARD, Operation(Op.INSERT_ELEMENT, "3(3)", new="boats.")], ENGLISH
    )
    assert "(3) boats." in ENGLISH.render(text)
    again = execute(text, [Operation(Op.INSERT_ELEMENT, "5-1(3)", new="It ends.")], ENGLISH)
    assert "3. It ends." in ENGLISH.render(again)
