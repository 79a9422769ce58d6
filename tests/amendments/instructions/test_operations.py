import pytest

from amendments.instructions.instruction_errors import BadOperation
from amendments.instructions.operations import NewElement, Op, Operation, from_json, to_json

WHOLE = {
    "op": "insert_element",
    "target": "12-1",
    "heading": "Prohibition",
    "children": [{"number": "12-1.1", "heading": "", "text": "It is prohibited."}],
    "after": "12",
    "creates": {"12-1": "a-1"},
    "year": 2021,
}


def test_the_shape_is_read_and_written_back():
    assert to_json(from_json(WHOLE)) == WHOLE


def test_keys_that_do_not_apply_are_absent():
    assert to_json(Operation(Op.REPEAL, target="4")) == {"op": "repeal", "target": "4"}


def test_what_a_stored_instruction_carries_beside_is_ignored():
    assert from_json({"id": "a1", "reason": "x", "op": "repeal", "target": "4"}).op is Op.REPEAL


def test_several_targets_may_stand_beside_the_whole_act():
    operation = Operation(Op.GLOBAL_REPLACE, target="*", targets=("1", "2"))
    assert operation.all_targets == ("1", "2")
    assert Operation(Op.REPEAL, target="1", targets=("1", "3")).all_targets == ("1", "3")


def test_children_are_elements():
    assert from_json(WHOLE).children == (NewElement("12-1.1", "", "It is prohibited."),)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({"target": "1"}, "op"),
        ({"op": "frobnicate", "target": "1"}, "frobnicate"),
        ({"op": "repeal"}, "target"),
        ({"op": "repeal", "target": "1", "colour": "red"}, "colour"),
        ({"op": "repeal", "target": 1}, "target"),
        ({"op": "repeal", "targets": "1"}, "targets"),
        ({"op": "repeal", "targets": [1]}, "targets"),
        ({"op": "repeal", "target": "1", "level": "sentence:0"}, "sentence:0"),
        ({"op": "repeal", "target": "1", "qualifier": "third"}, "third"),
        ({"op": "repeal", "target": "1", "count": "2"}, "count"),
        ({"op": "repeal", "target": "1", "year": True}, "year"),
        ({"op": "insert_element", "target": "1", "children": "x"}, "children"),
        ({"op": "insert_element", "target": "1", "children": [{"text": "x"}]}, "number"),
        ({"op": "insert_element", "target": "1", "children": [{"number": "2", "x": ""}]}, "x"),
        ({"op": "repeal", "target": "1", "creates": []}, "creates"),
        ([], "object"),
    ],
)
def test_a_broken_shape_is_refused_by_name(data, named):
    with pytest.raises(BadOperation, match=named):
        from_json(data)
