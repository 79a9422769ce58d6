import pytest
from django.utils.translation import override

from amendments.instructions.operations import LEVEL
from amendments.text.parts import part_in, part_in_words


@pytest.mark.parametrize(
    ("language", "typed", "level"),
    [
        ("en", "sentence 2", "sentence:2"),
        ("en", "sentence:2", "sentence:2"),
        ("en", " Paragraph 3 / sentence 1 ", "paragraph:3/sentence:1"),
        ("en", "heading", "heading"),
        ("az", "cümlə 2", "sentence:2"),
        ("az", "abzas 3/cümlə 1", "paragraph:3/sentence:1"),
        ("az", "sentence 2", "sentence:2"),
        ("ru", "предложение 2", "sentence:2"),
        ("ru", "Заголовок", "heading"),
        ("en", "", ""),
    ],
)
def test_a_part_is_read_and_shown_in_the_words_of_the_reader(language, typed, level):
    with override(language):
        assert part_in(typed) == level
        assert part_in(part_in_words(level)) == level


@pytest.mark.parametrize("typed", ["sentence two", "clause 2", "sentence", "2"])
def test_what_names_no_part_is_refused_by_the_shape(typed):
    assert not LEVEL.fullmatch(part_in(typed))
