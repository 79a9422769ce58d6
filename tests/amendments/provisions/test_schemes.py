import pytest

from amendments.provisions.conventions import Citation, Cited, Conventions, HeadingWord
from amendments.provisions.numbering import NumberingScheme
from amendments.provisions.provision_errors import SchemeNotFound, SchemeRefused
from amendments.provisions.schemes import DEFAULTS, find, registry
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

KAZAKH = NumberingScheme(
    Conventions(
        country="kz",
        language="kk",
        headings=(HeadingWord(Kind.CHAPTER, ("тарау",), rank=1), HeadingWord(Kind.ARTICLE, ("бап",))),
        usual={Kind.CHAPTER: "{number}-тарау. {heading}", Kind.ARTICLE: "{number}-бап. {heading}"},
        citation=Citation({Kind.ARTICLE: Cited("{number}-бап", "{number}-баптың")}, outer_first=True),
        alphabet="аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    )
)


@pytest.mark.parametrize(
    ("country", "language", "found"),
    [
        ("az", "az", ("az", "az")),
        ("AZ", "AZ", ("az", "az")),
        ("az", "en", ("", "en")),
        ("xx", "ru", ("", "ru")),
    ],
)
def test_the_tightest_scheme_is_chosen(country, language, found):
    scheme = find([*DEFAULTS, *SCHEMES], country, language)
    assert (scheme.country, scheme.language) == found


def test_no_scheme_is_a_clear_error():
    with pytest.raises(SchemeNotFound, match="any-en, any-ru, az-az"):
        find([*DEFAULTS, *SCHEMES], "fr", "fr")


def test_a_second_scheme_for_the_same_place_is_refused():
    with pytest.raises(SchemeRefused, match="registered twice"):
        registry(SCHEMES, SCHEMES)


def test_what_is_no_scheme_is_refused():
    with pytest.raises(SchemeRefused, match="no numbering scheme"):
        registry([object()])


def test_a_stranger_adds_a_scheme_with_a_little_data():
    text = "1-тарау. Жалпы ережелер\n\n1-бап. Қолданылу аясы\n\n1. Мәтін:\n\n1) бірінші;\n\n2) екінші.\n\n2-1-бап. Күшіне енуі\n"
    parsed = find([*DEFAULTS, KAZAKH], "kz", "kk").parse(text)
    assert [element.eid for element in parsed.tree] == [
        "chp_1",
        "art_1",
        "art_1__para_1",
        "art_1__para_1__subpara_1",
        "art_1__para_1__subpara_2",
        "art_2-1",
    ]
    assert KAZAKH.render(parsed.tree) == text
    assert KAZAKH.cite(parsed.tree.by_eid["art_2-1"]) == "2-1-бап"
