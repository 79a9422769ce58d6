import pytest

from amendments.provisions.tree import Element, Kind
from azerbaijan.schemes import CONVENTIONS, SCHEMES, ordinal


@pytest.mark.parametrize(
    ("number", "suffix"),
    [
        ("1", "-ci"), ("2", "-ci"), ("3", "-cü"), ("4", "-cü"), ("5", "-ci"), ("6", "-cı"), ("7", "-ci"), ("8", "-ci"),
        ("9", "-cu"), ("10", "-cu"), ("20", "-ci"), ("30", "-cu"), ("40", "-cı"), ("50", "-ci"), ("60", "-cı"),
        ("70", "-ci"), ("80", "-ci"), ("90", "-cı"), ("100", "-cü"), ("106", "-cı"), ("200", "-cü"), ("110", "-cu"),
        ("1000", "-ci"), ("2014", "-cü"), ("12.3", "-cü"), ("12-1", "-ci"), ("9.3.6-1", "-ci"), ("3.0", "-cı"),
        ("II", ""), ("a", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_ordinal_suffix_follows_the_last_number_word(number, suffix):
    assert ordinal(number) == suffix


def test_numerals_in_words_reach_ninety_nine():
    numerals = CONVENTIONS.numeral_words
    assert sorted(numerals.values()) == list(range(1, 100))
    assert (numerals["on birinci"], numerals["iyirminci"], numerals["doxsan doqquzuncu"]) == (11, 20, 99)


@pytest.mark.parametrize(("number", "label"), [("I", "I FƏSİL"), ("IV-1", "IV-1 FƏSİL"), ("4", "FƏSİL 4")])
def test_a_new_chapter_is_labelled_as_the_laws_print_it(number, label):
    chapter = Element("x", Kind.CHAPTER, number=number, heading="QAYDALAR")
    assert SCHEMES[0].label(chapter) == label


@pytest.mark.parametrize(
    ("text", "eid", "citation"),
    [
        ("Maddə 12. A\n12.3. B.", "art_12__para_3", "12.3-cü maddə"),
        ("Maddə 9. A\n1. B:\na) c.", "art_9__para_1__subpara_a", "9-cu maddənin 1-ci hissəsinin “a” bəndi"),
        ("Maddə 3. A\nI. B:\n1) c;", "art_3__para_I__subpara_1", "3-cü maddənin I hissəsinin 1-ci bəndi"),
        ("Maddə 45. A\n45.1. B.\nQeyd: C.", "art_45__note_1", "45-ci maddənin qeydi"),
        ("II fəsil\nA\nMaddə 1. B\nC.", "chp_II", "II fəsil"),
        ("Beşinci bölmə\nA\nMaddə 1. B\nC.", "sec_5", "5-ci bölmə"),
        ("Maddə 1. B\nC.\n2 nömrəli əlavə\nD\n3. E.", "annex_2__para_3", "2 nömrəli əlavənin 3-cü hissəsi"),
        ("KEÇİD MÜDDƏALARI\n1. A.", "sec_nn-1", "KEÇİD MÜDDƏALARI"),
    ],
)
def test_citations(text, eid, citation):
    scheme = SCHEMES[0]
    assert scheme.cite(scheme.parse(text).tree.by_eid[eid]) == citation
