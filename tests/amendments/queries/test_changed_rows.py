"""The rows of single provisions are the same as in a preview of the whole act."""

import pytest

from amendments.instructions.execute import execute
from amendments.provisions.tree import Tree
from amendments.queries.showing.kept import sealed_tree
from amendments.queries.showing.readings import changed_rows, preview
from tests.factories import law

OPERATIONS = [
    ("replace_number", "2.1", {"old": "10", "new": "12"}),
    ("restate", "1.2", {"new": "Other words."}),
    ("restate_heading", "2", {"new": "Prices"}),
    ("insert_element", "2.3", {"new": "Dogs pay half."}),
    ("insert_element", "3", {"heading": "New", "children": [{"number": "3.1", "text": "x"}]}),
    ("repeal", "1.2", {}),
    ("renumber_and_add", "2", {"children": [{"number": "4"}]}),
    ("renumber_and_add", "2.2", {"children": [{"number": "2.2.1"}]}),
    ("restate", "1.2", {"new": "Not to:", "children": [{"number": "1.2.2", "text": "rafts;"}]}),
    ("global_replace", "*", {"old": "ferries", "new": "boats", "qualifier": "all"}),
    ("append_element", "1.2.3", {"new": "canoes."}),
]


@pytest.mark.parametrize(("op", "target", "given"), OPERATIONS, ids=[f"{o[0]} {o[1]}" for o in OPERATIONS])
def test_the_rows_are_those_of_the_whole(world, op, target, given):
    base = sealed_tree(world.base)
    after = execute(base, [law.operation(op, target, **given)])
    touched = after.differing(base)
    whole = [row for row in preview(world.base, base, after).changed if row.provision in touched]
    assert whole
    assert changed_rows(world.base, base, after, touched) == whole


def test_where_nothing_stays_everything_is_compared(world):
    base = sealed_tree(world.base)
    article = base.numbered("2")[0]
    only = Tree([article])
    changed = execute(only, [law.operation("restate_heading", "2", new="Prices")])
    rows = changed_rows(world.base, only, changed, [article.key])
    assert [row.provision for row in rows] == [article.key]
