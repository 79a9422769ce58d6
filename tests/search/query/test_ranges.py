import pytest

from search.query.citations import find_citations
from search.query.cited import Citation
from search.query.parse import parse
from search.query.ranges import MAX_CITATIONS, between, within


def one(key, path="", **fields):
    return Citation(key, (), path, **fields)


def test_provisions_of_one_level_have_others_between_them_with_their_paths():
    inner = between(one("16.1", "(16)(1)"), one("16.4", "(16)(4)"))
    assert inner == [one("16.2", "(16)(2)", is_followed=True), one("16.3", "(16)(3)", is_followed=True)]


def test_what_was_inserted_behind_all_but_the_last_is_within():
    assert [citation.keys for citation in within(one("12-14"), has_unit=True)] == [
        ("12", "12-"),
        ("13", "13-"),
        ("14",),
    ]


@pytest.mark.parametrize(
    ("first", "last", "inner"),
    [
        ("12.a", "12.d", ["12.b", "12.c", "12.ç"]),
        ("7.а", "7.г", ["7.б", "7.в"]),
        ("12", "13", []),
    ],
)
def test_the_last_level_counts(first, last, inner):
    assert [citation.key for citation in between(one(first), one(last))] == inner


@pytest.mark.parametrize(
    "text", ["Articles 12 - 14", "maddələr 12 - 14", "12 - 14-cü maddələr", "статьи 12 - 14", "§§ 12 – 14"]
)
def test_a_hyphen_between_blanks_is_a_range_too(text):
    assert [found.citation.key for found in find_citations(text)] == ["12", "13", "14"]


@pytest.mark.parametrize("text", ["Article 5 - 7 days", "статья 5 - 12 лет", "maddə 5 - 10 gün"])
def test_so_many_of_something_are_no_range(text):
    assert [found.citation.key for found in find_citations(text)] == ["5"]


@pytest.mark.parametrize(
    ("first", "last"), [("15", "12"), ("12", "12a"), ("8.2", "7.3"), ("7.3", "8"), ("12", "12")]
)
def test_what_does_not_go_up_is_no_range(first, last):
    assert between(one(first), one(last)) is None


def test_a_range_over_articles_reads_on_in_the_first_one_as_far_as_there_is_room():
    keys = [citation.key for citation in between(one("7.19"), one("9.2"))]
    assert keys == [*(f"7.{part}" for part in range(20, 56)), "8", "9.1"]
    assert len(keys) + 2 == MAX_CITATIONS


def test_what_is_only_guessed_of_a_range_gives_way_to_what_was_typed():
    found = [one.citation.key for one in find_citations("Articles 7.3 to 9.2, 12, 13 and 15")]
    assert len(found) == MAX_CITATIONS
    assert found[-6:] == ["8", "9.1", "9.2", "12", "13", "15"]
    assert not parse("Articles 7.3 to 9.2, 12, 13 and 15").misread


def test_a_range_goes_one_beyond_what_is_searched_for_at_once():
    assert len(between(one("1"), one("9000"))) == MAX_CITATIONS
    assert len(list(within(one("1-9000"), has_unit=True))) == MAX_CITATIONS + 2
    assert len(between(one("7.3"), one("9.99999999999999"))) == MAX_CITATIONS + 1


def test_a_long_range_with_a_hyphen_is_one_behind_a_unit_alone():
    assert len(list(within(one("12-40"), has_unit=True))) == 29
    assert not list(within(one("12-40"), has_unit=False))
