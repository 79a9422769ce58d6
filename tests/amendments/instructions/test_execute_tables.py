"""Operations on tables and their numbered rows."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, Tree

RATES = Tree(
    (
        Element("a", Kind.ARTICLE, "8", "art_8", "Rates"),
        Element("t", Kind.TABLE, "", "art_8__table_1", text="What\tFee", parent="a"),
        Element("r", Kind.ROW, "8.1", "art_8__tr_1", text="small boat\t5 manat", parent="a"),
        Element("g", Kind.TABLE, "", "art_8__table_2", text="Other boats\t", parent="a"),
        Element("s", Kind.ROW, "8.2", "art_8__tr_2", text="boat 5\t5 manat", parent="a"),
    )
)


@pytest.mark.parametrize(
    ("values", "key", "text"),
    [
        ({"op": Op.REPLACE_WORDS, "target": "8.1", "old": "5 manat", "new": "6 manat"}, "r", "small boat\t6 manat"),
        ({"op": Op.INSERT_AFTER, "target": "8.1", "anchor": "small", "new": "or old"}, "r", "small or old boat\t5 manat"),
        ({"op": Op.DELETE_WORDS, "target": "8.2", "old": "boat"}, "s", "5\t5 manat"),
        ({"op": Op.RESTATE, "target": "8.1", "new": "raft\t1 manat"}, "r", "raft\t1 manat"),
        ({"op": Op.REPEAL, "target": "8.1"}, "r", ""),
        ({"op": Op.REPLACE_WORDS, "target": "8.1", "old": "boat\t5", "new": "ship\t7"}, "r", "small ship\t7 manat"),
        ({"op": Op.REPLACE_WORDS, "target": "8", "level": "table", "old": "Other", "new": "All"}, "g", "All boats\t"),
    ],
)  # fmt: skip
def test_a_row_is_amended_in_its_cells(values, key, text):
    assert execute(RATES, [Operation(**values)]).by_key[key].text == text


def test_a_table_with_numbered_rows_is_worded_anew():
    """The same number keeps its identity, words that stay keep theirs, and a row that is not named again goes."""
    new = (
        "What\tAmount\n8.1.\traft\t1 manat\n\tby night\t2 manat\nOther boats\t\n8.3.\tship\t9 manat\nof wood"
    )
    restated = execute(RATES, [Operation(Op.RESTATE, target="8", level="table", new=new)])
    below = [
        (e.key, e.kind, e.number, e.text, e.parent) for e in restated if e.kind in (Kind.TABLE, Kind.ROW)
    ]
    assert below == [
        ("t", Kind.TABLE, "", "What\tAmount", "a"),
        ("r", Kind.ROW, "8.1", "raft\t1 manat", "a"),
        ("art_8__tr_1__table_1", Kind.TABLE, "", "\tby night\t2 manat", "r"),
        ("g", Kind.TABLE, "", "Other boats\t", "a"),
        ("art_8__tr_3", Kind.ROW, "8.3", "ship\t9 manat\nof wood", "a"),
    ]


def test_rows_may_be_the_children_of_the_table_that_is_worded_anew():
    rows = (NewElement("8.1", text="raft\t1 manat"), NewElement("8.2-1", text="ship\t9 manat"))
    restated = execute(
        RATES, [Operation(Op.RESTATE, target="8", level="table", new="What\tFee", children=rows)]
    )
    assert [(e.key, e.text) for e in restated.of_kind(Kind.ROW)] == [
        ("r", "raft\t1 manat"),
        ("art_8__tr_2-1", "ship\t9 manat"),
    ]


def test_a_provision_worded_anew_keeps_the_heads_of_its_tables():
    rows = (NewElement("8.1", text="raft\t1 manat"), NewElement("8.2", text="boat 5\t7 manat"))
    restated = execute(RATES, [Operation(Op.RESTATE, target="8", heading="Fees", new="", children=rows)])
    assert [(e.key, e.text) for e in restated][1:] == [
        ("t", "What\tFee"),
        ("r", "raft\t1 manat"),
        ("g", "Other boats\t"),
        ("s", "boat 5\t7 manat"),
    ]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"op": Op.REPLACE_WORDS, "target": "8.1", "old": "boat 5", "new": "ship 6"}, "missing_anchor"),
        ({"op": Op.REPLACE_WORDS, "target": "8.2", "old": "5", "new": "6"}, "ambiguous_anchor"),
        ({"op": Op.RESTATE, "target": "8", "level": "table", "new": "a\tb"}, "table_has_rows"),
    ],
)
def test_words_are_not_found_over_the_border_of_two_cells(values, code):
    with pytest.raises(Refused) as refusal:
        execute(RATES, [Operation(**values)])
    assert refusal.value.code == code


@pytest.mark.parametrize("op", [Op.DELETE_WORDS, Op.REPEAL])
def test_a_table_is_deleted_with_its_numbered_rows(op):
    left = execute(RATES, [Operation(op, target="8", level="table")])
    assert [element.key for element in left] == [e.key for e in RATES if e.kind not in (Kind.TABLE, Kind.ROW)]
