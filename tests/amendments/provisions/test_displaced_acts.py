"""Acts built from a real one, with lists, rows and headings displaced: whole, or their losses are counted and stop."""

from collections import Counter

import pytest

from tests.amendments.provisions import displaced, displaced_copies
from tests.amendments.provisions.accounting import lost

pytestmark = pytest.mark.real_data
NUMBERED = {"article", "part", "point", "subpoint"}
ALL = [*displaced.ALL, *displaced_copies.ALL]
# What is read as it was meant. The others have numbers or words that no scheme can know, and say so.
MENDED = [
    name
    for name in (function.__name__ for function in ALL)
    if name
    not in {
        "numbers_joined",
        "words_of_articles_unknown",
        "words_of_chapters_unknown",
        "sections_unknown",
        "numbers_in_square_brackets",
        "numbers_with_a_slash",
        "numbers_behind_tags",
        "numbers_apart",
        "numbers_with_commas",
        "numbers_with_letters_for_digits",
        "headings_abbreviated",
        "headings_in_square_brackets",
        "headings_in_quotation_marks",
        "headings_misprinted",
        "lines_counted_by_an_editor",
        "every_line_in_a_cell",
        "parts_in_two_cells",
    }
]


def provisions(parsed):
    return Counter(element.number for element in parsed.tree if element.number and element.kind in NUMBERED)


@pytest.fixture(scope="module")
def text(real_data):
    return (real_data / "az" / "migration_code_2023-05.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def there_before(text, az):
    """The provisions of the act as it is printed."""
    return provisions(az.parse(text))


@pytest.mark.parametrize("displace", ALL, ids=lambda function: function.__name__)
def test_no_provision_is_lost_silently(displace, text, there_before, az):
    there = displace(text)
    assert there != text
    parsed = az.parse(there)
    missing = there_before - provisions(parsed)
    assert az.render(parsed.tree) == there
    assert lost(parsed, there) == 0
    assert not missing or parsed.stopping
    if displace.__name__ in MENDED:
        assert not missing


def test_there_are_enough_of_them():
    assert len(ALL) > 70
