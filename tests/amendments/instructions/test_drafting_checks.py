import pytest

from amendments.instructions.drafting_checks import conflicts
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, Tree, text_hash
from tests.amendments.instructions.conftest import act

ACT = act(
    ("1", "Scope", ""),
    ("1.1", "The authority keeps the data for 10 days."),
    ("1.2", "Another part, with the data."),
    ("2", "Final", "The end."),
)
REPEAL = Operation(Op.REPEAL, "1.1")


def replaced(target, old, new="x", **more):
    return Operation(Op.REPLACE_WORDS, target, old=old, new=new, **more)


@pytest.mark.parametrize(
    ("operations", "found"),
    [
        ([replaced("1.1", "10 days", "15 days"), replaced("1.2", "Another")], []),
        ([replaced("1.1", "for 10 days"), replaced("1.1", "10 days")], [("missing_anchor", (1,)), ("overlap", (0, 1))]),
        ([replaced("1.1", "data"), Operation(Op.RESTATE, "1.1", new="x")], [("overlap", (0, 1))]),
        ([replaced("1.1", "data"), REPEAL], [("edits_repealed", (0, 1))]),
        ([REPEAL, replaced("1.1", "data")], [("edits_repealed", (0, 1)), ("target_repealed", (1,))]),
        ([Operation(Op.REPEAL, "1"), Operation(Op.ADD_SENTENCE, "1.2", new="x")], [("edits_repealed", (0, 1))]),
        ([replaced("1", "data")], [("ambiguous_anchor", (0,))]),
        ([replaced("9", "data")], [("missing_target", (0,))]),
        ([Operation(Op.RESTATE, "2")], [("new_text_needed", (0,))]),
        ([Operation(Op.RESTATE, "2", new="x", target_text_hash="0")], [("stale_base", (0,))]),
        ([Operation(Op.RESTATE, "2", new="x", target_text_hash=text_hash(ACT.by_key["2"]))], []),
        ([Operation(Op.RESTATE, "1", new="x")], [("sub_elements_stay", (0,))]),
        ([Operation(Op.RESTATE, "1", new="x", children=(NewElement("1.1", text="y"),))], []),
        ([replaced("1.2", ", with", "and with")], [("words_run_together", (0,))]),
        ([Operation(Op.GLOBAL_REPLACE, "*", old="data", new="files", count=2)], []),
    ],
)  # fmt: skip
def test_conflicts_are_named_with_their_instructions(operations, found):
    conflict = conflicts(ACT, operations)
    assert sorted((c.code, c.indexes) for c in conflict) == sorted(found)
    assert all(c.message for c in conflict)


def test_a_later_instruction_may_stand_on_an_earlier_one():
    operations = [
        replaced("1.1", "data", "files"),
        Operation(Op.INSERT_AFTER, "1.1", anchor="files", new="kept"),
    ]
    assert conflicts(ACT, operations) == []


def test_a_target_that_is_not_certain_is_named_once():
    twins = Tree(tuple(Element(key, Kind.ARTICLE, "1", f"art_{key}", text="data") for key in "ab"))
    assert [c.code for c in conflicts(twins, [replaced("1", "data")])] == ["ambiguous_target"]
