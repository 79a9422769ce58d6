import pytest

from amendments.provisions.citing.act_names import is_named

LABOUR = ("618-IQ", "Azərbaycan Respublikasının Əmək Məcəlləsi")


@pytest.mark.parametrize(
    ("called", "number", "title", "named"),
    [
        ("Azərbaycan Respublikası Əmək Məcəlləsinin", *LABOUR, True),
        ("Əmək Məcəlləsinin", *LABOUR, True),
        ("618-IQ nömrəli Qanunun", *LABOUR, True),
        ("Mülki Məcəllənin", *LABOUR, False),
        ("Mülki Prosessual Məcəllənin", "", "Mülki Məcəllə", False),
        ("Azərbaycan Respublikası Qanununun", *LABOUR, False),
        ("Law on Asylum", "2-L", "Law on Asylum", True),
        ("Trade Act,", "2-L", "Law on Asylum", False),
        ("Трудового кодекса Российской Федерации", "197-ФЗ", "Трудовой кодекс Российской Федерации", True),
    ],
)
def test_an_act_is_meant_by_its_number_or_all_words_of_its_title(called, number, title, named):
    assert is_named(called, number, title) is named
