"""New rows of a table whose rows stand in groups."""

import pytest

from amendments.importers.markup import Markup, TrackedEdit
from amendments.importers.printed_table import printed_table
from amendments.instructions.execute import execute
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH

ROWS = [
    ("No", "Kind", "Fee"),
    *(("5", "Boat", "1"), ("6", "Ship", ""), ("6.1", "small", "1"), ("6.8", "large", "2")),
    *(("7", "Raft", ""), ("7.1", "small", "3")),
]


def act(rows):
    table = "\n".join(printed_table([[[cell] for cell in row] for row in rows]))
    return f"Article 1. Scope\n\n1.1. The fees are:\n\n{table}\n\n1.2. Fees are paid at once.\n"


@pytest.mark.parametrize(
    ("before", "number", "group"), [("6.8", "6.9", "6"), ("7.1", "7.2", "7"), ("6.1", "6.1-1", "6")]
)
def test_a_new_row_of_a_group_comes_behind_its_rows(before, number, group):
    text = act(ROWS)
    base = ENGLISH.parse(text).tree
    line = next(f"{each}\n" for each in text.split("\n") if each.startswith(f"{before}\t"))
    at = text.index(line) + len(line)
    edit = TrackedEdit(at, at, f"{number}\tnew\t9\n", "Author A", "")
    found = place(Markup(text, (edit,)), base, base, ENGLISH)
    (change,) = found.changes
    (operation,) = change.operations
    assert (operation.target, operation.after) == (f"1.1 row {number}", f"1.1 row {before}")
    tree = execute(base, change.operations, ENGLISH)
    (new,) = [each for each in tree if each.number == number]
    assert tree.by_key[new.parent].number == group
    assert ENGLISH.render(tree) == text[:at] + edit.new + text[at:]
