"""The numbers that were typed before new provisions stay when further changes are folded into their instruction."""

import pytest

from amendments.instructions.operations import to_json
from tests.amendments.instructions.folding.lists import folded

TYPED = {
    "op": "insert_element",
    "target": "2-1",
    "heading": "Cats",
    "children": [
        {"number": "2-1(1)", "text": "Old cats pay.", "label": "1)"},
        {"number": "2-1(2)", "text": "Others do not.", "label": "2)"},
    ],
}


@pytest.mark.parametrize(
    "new",
    [
        {"op": "replace_words", "target": "2-1(1)", "old": "Old", "new": "Young"},
        {"op": "restate", "target": "2-1(2)", "new": "Others do."},
        {"op": "insert_element", "target": "2-1(3)", "new": "Dogs sleep."},
        {"op": "restate_heading", "target": "2-1", "new": "Dogs"},
    ],
)
def test_a_label_stays_when_a_change_is_folded(new):
    found = folded([TYPED], new)
    children = [child for item in found.items for child in to_json(item.operation).get("children", [])]
    assert [child.get("label") for child in children][:2] == ["1)", "2)"]
