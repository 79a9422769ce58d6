"""A table with numbered rows is worded anew as a whole."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import begins_table, rows_of
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.schemes import DEFAULTS, find
from azerbaijan.schemes import SCHEMES
from tests.amendments.renderers.test_akoma_ntoso import identified
from tests.examples import examples

DATA = Path(__file__).parents[2] / "provisions" / "data"
ACTS = {"rates_in_tabs": "az", "duty_rates": "az", "fee_schedule": "en"}


def parsed(name):
    language = ACTS[name]
    scheme = find([*SCHEMES, *DEFAULTS], "az" if language == "az" else "", language)
    return scheme.parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree


def printed(tree, table):
    """The words of a table with its rows, as an instruction quotes them."""
    rows = (f"{row.number}.\t{row.text}" if row.number else row.text for row in rows_of(tree, table))
    return "\n".join([table.text, *rows])


def is_plain(rows):
    """Whether rows are numbered by figures and have one paragraph in each cell, so that quoted text shows where each begins."""
    numbered = [row for row in rows if row.number]
    return bool(numbered) and all(row.number[0].isdigit() and "\n" not in row.text for row in numbered)


@pytest.mark.parametrize("name", ACTS)
def test_a_table_that_is_restated_as_it_stands_stays_as_it_is(name):
    tree = parsed(name)
    tables = [element for element in tree if begins_table(tree, element)]
    numbered = [table for table in tables if is_plain(rows_of(tree, table))]
    assert numbered
    for table in numbered:
        holder = tree.by_key[table.parent]
        place = [each for each in tables if each.parent == holder.key].index(table) + 1
        restated = Operation(
            Op.RESTATE, target=cite(tree, holder), level=f"table:{place}", new=printed(tree, table)
        )
        assert execute(tree, [restated]).elements == tree.elements


@pytest.mark.parametrize("name", ACTS)
def test_a_deleted_table_takes_its_rows_along_and_nothing_else(name):
    tree = parsed(name)
    tables = [element for element in tree if begins_table(tree, element)]
    for table in tables:
        holder = tree.by_key[table.parent]
        place = [each for each in tables if each.parent == holder.key].index(table) + 1
        deleted = Operation(Op.DELETE_WORDS, target=cite(tree, holder), level=f"table:{place}")
        gone = {table.key, *(row.key for row in rows_of(tree, table))}
        left = execute(tree, [deleted])
        assert list(left) == [each for each in tree if each.key not in gone]


NUMBERS = st.sampled_from(["1", "2", "2.1", "3", "4.1", "4.2", "4.2.1"])
CELLS = st.sampled_from(["boats\t1", "rafts\t2", "nets\t3"])
NUMBERED = st.builds("{}.\t{}".format, NUMBERS, CELLS)
WORDS = st.sampled_from(["By day\t\t", "By night\t\t", "\tof wood\t5", "\tof iron\t6"])
TABLES = st.builds(
    lambda rows, number: "\n".join(["No\tKind\tFee", *rows, f"{number}.\tships\t9"]),
    st.lists(st.one_of(NUMBERED, WORDS), max_size=8),
    NUMBERS,
)


@settings(max_examples=examples(300), deadline=None)
@given(TABLES, TABLES, st.booleans())
def test_no_two_provisions_have_one_eid_after_a_table_is_restated(old, new, is_stored):
    """A new row stood before one that stays and took its eId."""
    tree = ENGLISH.parse(f"LAW\n\nArticle 4. Rates\n\n{old}\n\nArticle 5. Time\n\nNoon.\n").tree
    tree = identified(tree) if is_stored else tree
    (table,) = [each for each in tree if begins_table(tree, each)]
    after = execute(tree, [Operation(Op.RESTATE, target="4", level="table", new=new)])
    for names in ([each.eid for each in after], [each.key for each in after]):
        assert len(set(names)) == len(names)
    assert {each.parent for each in after} <= {"", *after.by_key}
    assert printed(after, after.by_key[table.key]) == new
