import pytest

from search.query.citations import find_citations
from search.query.pieces import unquoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("68-dən 70-dək", ["68-70", "68", "69", "70"]),
        ("68-dən 70-dək maddələr", ["68-70", "68", "69", "70"]),
        ("68-ci maddədən 69-cu maddəyədək", ["68-69", "68", "69"]),
        ("15-dən 18-dək yaşı olan işçi", []),
        ("Divorce Act 8.2.b.i", ["8.2.b.i"]),
        ("27/2/1", ["27.2.1"]),
        ("01/05/2023", []),
        ("Konstitusiya maddə XXV", ["25"]),
    ],
)
def test_numbers_are_read_in_the_forms_of_each_language(text, expected):
    assert [found.citation.key for found in find_citations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70 b", ["70.b"]),
        ('ƏM 130 "ç"', ["130.ç"]),
        ("covid-19 b", []),
        ("27-L", []),
        ("12 a person", []),
        ("вид 5 в", []),
    ],
)
def test_a_letter_alone_behind_the_last_number_is_its_point(text, expected):
    assert [found.citation.key for found in find_citations(unquoted(text))] == expected


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("section 54(1)b", "section 54(1)(b)"),
        ("sec 54 (1) b leave", "sec 54 (1)(b) leave"),
        ("12 (1) a permit", "12 (1) a permit"),
        ("12(1) и далее", "12(1) и далее"),
        ("1) bread", "1) bread"),
    ],
)
def test_a_letter_behind_brackets_is_in_brackets_itself(typed, read):
    assert unquoted(typed) == read
