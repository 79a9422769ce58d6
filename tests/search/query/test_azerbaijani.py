"""Azerbaijani words without their endings."""

import pytest

from search.query.analysis import fold
from search.query.azerbaijani import is_form, roots


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("ödəyəcək", "ödə"),
        ("buraxmırlar", "burax"),
        ("yazmalıdırlar", "yaz"),
        ("yoxlayanda", "yoxla"),
        ("qaytarmadım", "qaytar"),
        ("ödədiyim", "ödə"),
        ("maşınım", "maşın"),
        ("torpağımı", "torpaq"),
        ("mükafatlandırılması", "mükafat"),
        ("şirkətlərdəki", "şirkət"),
        ("işsizliyə", "işsiz"),
        ("qaçıblar", "qaç"),
        ("axşamadək", "axşam"),
        ("müddətinədək", "müddət"),
        ("icazəsidirsə", "icazə"),
        ("vəsiqəsə", "vəsiqə"),
        ("qaytarsın", "qaytar"),
        ("ödəməsinlər", "ödə"),
    ],
)
def test_endings_fall_in_their_order(word, root):
    assert fold(root) in roots(fold(word))
    assert is_form(fold(word), fold(root))


@pytest.mark.parametrize(
    ("word", "root"), [("maşinist", "maşın"), ("qanunvericilik", "qanun"), ("xaric", "xari"), ("it", "i")]
)
def test_what_is_no_ending_stays(word, root):
    assert fold(root) not in roots(fold(word))


def test_a_word_as_long_as_data_is_read_at_once():
    assert roots("la" * 20) == ("la" * 20,)
    assert roots("12.3") == ("12.3",)
