"""A small act, and lists of instructions that are folded into it."""

from amendments.instructions.completing.sentence_counts import counted
from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import Item
from amendments.instructions.folding.lawful import stands
from amendments.instructions.operations import from_json, to_json
from tests.amendments.instructions.folding.acts import act

LINES = """\
2|Fees|
2.1||The fee is paid within 3 days of receipt. It is paid once.
2.2||Children travel at half price; infants travel free.
2.3||Dogs are not carried.
3|Boats|
3.1||The boat carries 12 persons, a boat carries 2 dogs.
3.2||The boat is red. The ship is not.
"""
BASE = act(LINES)
A01 = {"op": "replace_words", "target": "2.1", "old": "3", "new": "4 working"}
CATS = {
    "op": "insert_element",
    "target": "2.4",
    "new": "Cats pay 5 coins.",
    "children": [{"number": "2.5", "text": "Birds pay."}],
}
ARTICLE = {
    "op": "insert_element",
    "target": "2-1",
    "heading": "Cats",
    "children": [{"number": "2-1.1", "text": "Old cats."}],
}
SHIPS = {"op": "replace_words", "targets": ["3.1", "3.2"], "old": "The boat", "new": "A ship"}
THROUGHOUT = {"op": "global_replace", "target": "*", "old": "boat", "new": "ferry", "qualifier": "all"}
NUMBER_9 = {"op": "renumber_and_add", "target": "2.3", "children": [{"number": "2.9"}]}
ARTICLE_9 = {"op": "renumber_and_add", "target": "2", "children": [{"number": "9"}]}


def listed(*operations):
    return [Item(f"a{number:02}", from_json(data)) for number, data in enumerate(operations, start=1)]


def folded(operations, new, base=BASE):
    return fold(base, listed(*operations), Item("new", from_json(new)))


def shown(result):
    """The list as people read it."""
    return [(item.key, short(to_json(item.operation))) for item in result.items]


def short(data):
    children = [" ".join(filter(None, child.values())) for child in data.pop("children", [])]
    parts = [
        data.pop("op"),
        data.pop("target", None) or ",".join(data.pop("targets", [])),
        data.pop("level", ""),
    ]
    quoted = [
        data.pop("old", "") or data.pop("anchor", ""),
        data.pop("heading", ""),
        data.pop("new", ""),
        *children,
    ]
    return " | ".join(
        [" ".join(filter(None, parts)), *filter(None, quoted), *(str(v) for v in data.values())]
    )


def in_a_row(*operations, base=BASE):
    """The list after one operation after the other, and the text that they give unfolded."""
    items, tree = [], base
    for number, data in enumerate(operations):
        operation = counted(tree, from_json(data))
        items = fold(base, items, Item(f"a{number}", operation)).items
        tree = execute(tree, [operation])
        assert said(execute(base, [item.operation for item in items])) == said(tree)
        assert all(stands(base, items, item.key) is not None for item in items)
    return items, tree


def said(tree):
    return [(element.number, element.heading, element.text) for element in tree]


NUMBER_7 = {"op": "replace_number", "target": "2.1", "old": "3", "new": "7"}
