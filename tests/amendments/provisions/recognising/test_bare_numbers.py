"""Articles that a law calls by nothing but their number: inserted ones beside ranges of repealed ones."""

import pytest

from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.tree import Kind


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("1. A.\n1-1. B.\n1-2. C.\n2. (1) D.\n(2) E.\n3. F.\n", ["1", "1-1", "1-2", "2", "3"]),
        ("1. A.\n2. (1) B.\n(2) C.\n2-3. D.\n3. E.\n4. F.\n", ["1", "2", "2-3", "3", "4"]),
        ("1. (1) A.\n(2) B.\n2–30. [Repealed]\n31. (1) C.\n(2) D.\n", ["1", "2–30", "31"]),
        ("1. (1) A.\n(2) B.\n2-30. [Repealed]\n31. (1) C.\n(2) D.\n", ["1", "2-30", "31"]),
    ],
)
def test_a_number_with_a_hyphen_is_an_inserted_one_where_its_second_number_comes_later(text, articles):
    assert [each.number for each in ENGLISH.parse(text).tree.of_kind(Kind.ARTICLE)] == articles
