import pytest

from search.query.plan import Citation
from search.query.ranges import MAX_CITATIONS, between, within


def one(key, path=""):
    return Citation(key, (), path)


def test_provisions_of_one_level_have_others_between_them_with_their_paths():
    inner = list(between(one("16.1", "(16)(1)"), one("16.4", "(16)(4)")))
    assert inner == [one("16.2", "(16)(2)"), one("16.3", "(16)(3)")]


@pytest.mark.parametrize(
    ("first", "last", "inner"),
    [
        ("12.a", "12.d", ["12.b", "12.c", "12.ç"]),
        ("7.а", "7.г", ["7.б", "7.в"]),
        ("7.3", "8.5", []),
        ("15", "12", []),
        ("12", "12a", []),
    ],
)
def test_the_last_level_counts(first, last, inner):
    assert [citation.key for citation in between(one(first), one(last))] == inner


def test_a_range_goes_one_beyond_what_is_searched_for_at_once():
    assert len(list(between(one("1"), one("9000")))) == MAX_CITATIONS
    assert len(list(within("1-9000", has_unit=True))) == MAX_CITATIONS + 2


def test_a_long_range_with_a_hyphen_is_one_behind_a_unit_alone():
    assert len(list(within("12-40", has_unit=True))) == 29
    assert not list(within("12-40", has_unit=False))
