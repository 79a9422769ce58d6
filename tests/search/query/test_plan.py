import pytest

from search.query.cited import Citation, cite_key, cite_path
from search.query.parse import parse


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("12.3.", "12.3"),
        ("12-1.1", "12-1.1"),
        ("12(3)(a)", "12.3.a"),
        ("12 (3)", "12.3"),
        ("IV", "iv"),
        ("(a)", "a"),
        ("(12)(3)", "12.3"),
    ],
)
def test_printed_numbers_have_one_key(printed, key):
    assert cite_key(printed) == key


@pytest.mark.parametrize(
    ("printed", "path"),
    [
        ("25(1)", "(25)(1)"),
        ("25.1", "(25.1)"),
        ("(25)(1)", "(25)(1)"),
        ("27 (1)(d.1)", "(27)(1)(d.1)"),
        ("12.3.", "(12.3)"),
    ],
)
def test_a_path_says_where_the_levels_end(printed, path):
    assert cite_path(printed) == path


@pytest.mark.parametrize(
    ("citation", "above"),
    [
        (Citation("20.1.1", (), "(20)(1.1)"), Citation("20", (), "(20)")),
        (Citation("25.1", (), "(25.1)"), Citation("25", ())),
        (Citation("25", (), "(25)"), Citation("25", (), "(25)")),
    ],
)
def test_the_provision_above_is_a_level_less(citation, above):
    assert citation.above == above


def test_what_was_inserted_is_tried_where_a_point_is_typed_for_its_small_figure():
    plan = parse("6.1.1-ci maddə")
    assert next([one.key for one in each.citations] for each in plan.all_above()) == ["6.1-1"]
    assert Citation("12", (), "(12)").as_inserted.key == "12"
    assert Citation("12.3", (), "(12)(3)").as_inserted.key == "12.3"
