"""What a reader sees for the name of a provision in an instruction."""

import pytest
from django.utils.translation import override

from amendments.text.kinds_in_names import name_on_screen


@pytest.mark.parametrize(
    ("name", "az", "en", "ru"),
    [
        ("5.1", "5.1", "5.1", "5.1"),
        ("annex 1 row 2", "əlavə 1 sətir 2", "annex 1 row 2", "приложение 1 строка 2"),
        ("chapter 2(4)", "fəsil 2(4)", "chapter 2(4)", "глава 2(4)"),
        ("45 note", "45 qeyd", "45 note", "45 примечание"),
        ("title", "ad", "title", "название"),
        ("*", "", "", ""),
        ("chp_2", "", "", ""),
    ],
)
def test_the_kinds_in_a_name_are_words_of_the_reader(name, az, en, ru):
    for language, words in (("az", az), ("en", en), ("ru", ru)):
        with override(language):
            assert name_on_screen(name) == words
