import re

import pytest

from amendments.provisions.citing.address import find, stands_below
from amendments.provisions.citing.citation_words import PLAIN, CitationWords
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.provision_errors import ProvisionAmbiguous, ProvisionNotFound
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import CONVENTIONS

DECIMAL = """I BÖLMƏ
Ümumi

FƏSİL 1
Bir

Maddə 12. Ad
12.1. A:
12.1.1. a;
12.1.1-1. b.
Qeyd: Qeyd mətni.

Maddə 12-1. Ad
Mətn.

FƏSİL 2
İki

Maddə 13. Ad
1. Bir:
a) a;
b) b.
2. İki:
a) c.

1 nömrəli əlavə
Siyahı
1. Bir.
12.1. Təkrar.
"""


@pytest.fixture(scope="module")
def tree(az):
    return az.parse(DECIMAL).tree


@pytest.mark.parametrize(
    ("cited", "eid"),
    [
        ("12", "art_12"),
        ("12-1", "art_12-1"),
        ("12–1", "art_12-1"),
        ("12.1", "art_12__para_1"),
        ("12.1.1-1", "art_12__para_1__subpara_1-1"),
        ("Article 12", "art_12"),
        ("article 12.1", "art_12__para_1"),
        ("Chapter 2", "sec_I__chp_2"),
        ("chapter II", "sec_I__chp_2"),
        ("Section I", "sec_I"),
        ("12 note", "art_12__note_1"),
        ("note of Article 12", "art_12__note_1"),
        ("13(2)(a)", "art_13__para_2__subpara_a"),
        ("Article 13 part 1 point b", "art_13__para_1__subpara_b"),
        ("point b of part 1 of Article 13", "art_13__para_1__subpara_b"),
        ("annex 1", "annex_1"),
        ("annex 1 part 1", "annex_1__para_1"),
        ("art_13__para_2", "art_13__para_2"),
    ],
)
def test_a_citation_finds_its_provision(cited, eid, tree):
    assert find(tree, cited).eid == eid


@pytest.mark.parametrize(
    ("cited", "eid"),
    [
        ("12.1-ci maddə", "art_12__para_1"),
        ("2-ci fəsil", "sec_I__chp_2"),
        ("I bölmə", "sec_I"),
        ("birinci bölmə", "sec_I"),
        ("12-ci maddənin qeydi", "art_12__note_1"),
        ("13-cü maddənin 2-ci hissəsinin “a” bəndi", "art_13__para_2__subpara_a"),
        ("1 nömrəli əlavə", "annex_1"),
    ],
)
def test_words_of_the_language_are_understood_with_its_conventions(cited, eid, tree):
    assert find(tree, cited, CitationWords(CONVENTIONS)).eid == eid


@pytest.mark.parametrize(
    "cited", ["14", "12.2", "13(3)", "Chapter 9", "12-ci", "", "()", "13 note", "art_99", "12-0", "12.1.e"]
)
def test_an_absent_provision_is_named(cited, tree):
    with pytest.raises(ProvisionNotFound) as refusal:
        find(tree, cited)
    assert cited in str(refusal.value)


def test_an_ambiguous_citation_lists_the_candidates(tree):
    with pytest.raises(ProvisionAmbiguous) as refusal:
        find(tree, "13(a)")
    assert refusal.value.eids == ["art_13__para_1__subpara_a", "art_13__para_2__subpara_a"]
    assert "(13(1)(a), 13(2)(a))" in str(refusal.value)


def test_points_that_chapters_count_anew_are_listed_with_their_chapters(az):
    tree = az.parse("FƏSİL 1\nA\n1. B.\n2. C.\nFƏSİL 2\nD\n1. E.\n2. F.").tree
    with pytest.raises(ProvisionAmbiguous, match=re.escape("(chapter 1(1), chapter 2(1))")):
        find(tree, "1")


def test_chapters_that_begin_anew_must_be_cited_with_their_section(az):
    tree = az.parse("I BÖLMƏ\nA\nFƏSİL 1\nB\nMaddə 1. C\nD.\nII BÖLMƏ\nE\nFƏSİL 1\nF\nMaddə 2. G\nH.").tree
    with pytest.raises(ProvisionAmbiguous):
        find(tree, "Chapter 1")
    assert find(tree, "Section II Chapter 1").eid == "sec_II__chp_1"


def test_a_chapter_is_found_by_its_kind_alone_where_there_is_one(az):
    tree = az.parse("FƏSİL 1\nAd\nMaddə 1. A\nB.").tree
    assert find(tree, "chapter").eid == "chp_1"


def test_numerals_in_words_are_found_by_their_value(az):
    tree = az.parse("Birinci fəsil\nAd\nMaddə 1. A\nB.").tree
    assert find(tree, "Chapter 1").eid == "chp_1"
    assert find(tree, "chapter birinci").eid == "chp_1"


@pytest.mark.parametrize("letter", ["c", "i", "v", "x", "C"])
def test_the_letter_of_a_point_is_no_numeral(letter, tree):
    """(i) is the ninth letter and not 9 or 1, (c) not 3 or 100."""
    for cited in (f"12({letter})", f"13({letter})", letter):
        with pytest.raises(ProvisionNotFound):
            find(tree, cited)


def test_letters_that_look_alike_are_two_points():
    article = Element("art_1", Kind.ARTICLE, "1", "art_1")
    points = [Element(f"p{letter}", Kind.POINT, letter, f"p{letter}", parent="art_1") for letter in "ıieə"]
    tree = Tree([article, *points])
    for words in (PLAIN, CitationWords(CONVENTIONS)):
        assert [find(tree, f"1({letter})", words).number for letter in "ıieə"] == list("ıieə")


LETTERED = """\
Article A. Scope

1. The Law applies to boats.
2. It does not apply to rafts.

Article B. Fees

1. A boat pays.
"""
WITHOUT_ARTICLES = "RULES\n\n1. Boats pay.\n2. Rafts are free.\n"


@pytest.mark.parametrize("cited", ["Article 2", "article 2", "2", "2(1)", "Art. 2"])
def test_a_number_that_no_article_bears_is_not_that_of_a_part_in_an_article(cited):
    with pytest.raises(ProvisionNotFound):
        find(ENGLISH.parse(LETTERED).tree, cited)


@pytest.mark.parametrize(
    ("text", "cited", "eid"),
    [
        (LETTERED, "Article A", "art_A"),
        (LETTERED, "A(2)", "art_A__para_2"),
        (LETTERED, "part 2 of Article A", "art_A__para_2"),
        (LETTERED, "part 2", "art_A__para_2"),
        (WITHOUT_ARTICLES, "2", "para_2"),
    ],
)
def test_a_part_is_found_in_its_article_or_where_there_are_no_articles(text, cited, eid):
    assert find(ENGLISH.parse(text).tree, cited).eid == eid


@pytest.mark.parametrize(
    ("cited", "is_held"), [("13(1)", True), ("13(2)", True), ("13(b)", False), ("13(3)", False)]
)
def test_a_provision_holds_what_stands_right_below_it(cited, is_held):
    tree = ENGLISH.parse("Article 13. Fees\n1. One:\n(a) a;\n(b) b.\n2. Two.\n").tree
    assert stands_below(tree, find(tree, "13"), cited) is is_held


def test_a_letter_in_brackets_is_that_of_a_point_where_it_is_a_word_too():
    """“к” is Russian for “to”."""
    points = "".join(f"{letter}) слово;\n" for letter in "абвгдежзик")
    tree = RUSSIAN.parse(f"Статья 1. Сфера\nЗакон применяется к:\n{points}").tree
    for words in (PLAIN, RUSSIAN.citation_words):
        assert find(tree, "1(к)", words).number == "к"
        assert find(tree, "к 1", words).number == "1"
