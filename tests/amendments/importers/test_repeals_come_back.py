"""A repealed provision of which the number alone stays is repealed when a file of this site is read again."""

from dataclasses import replace

import pytest

from amendments.importers import load_act
from amendments.provisions.said_of_repeals import BY_LANGUAGE
from amendments.provisions.tree import Kind, LiftedMark, Tree
from amendments.renderers.word.word_file import as_word
from tests.amendments.renderers.test_akoma_ntoso import akn, identified
from tests.amendments.renderers.word.documents import as_stored, content, scheme_of, text_document

LAWS = {
    "az": "QANUN\nBərələr haqqında\n\nMaddə 1. Sahə\n1.1. Bərələr.\n1.2. Sallar:\n1.2.1. bir;\n1.2.2. iki.\nQeyd: Qayıqlar da.\n\n"
    "Maddə 2. Rüsumlar\n2.1. Rüsumlar:\n\n№\tAdı\tMəbləğ\n1.\tGəmi\t5\n2.\tSal\t3\n3.\tQayıq\t1\n\n"
    "Maddə 3. Son\nQurtarır.\n\nII FƏSİL\nSON\n\nMaddə 4. Cərimələr\n4.1. Cərimə.\n\nƏlavə 1\nSiyahı\n1. Bir.\n2. İki.\n",
    "en": "LAW\nOn Ferries\n\nArticle 1. Scope\n1. Ferries.\n2. Rafts:\na) one;\nb) two.\nNote: Boats too.\n\n"
    "Article 2. Fees\n1. The fees are:\n\n№\tName\tFee\n1.\tShip\t5\n2.\tRaft\t3\n3.\tBoat\t1\n\n"
    "Article 3. End\nIt ends.\n\nChapter 2\nLAST\n\nArticle 4. Fines\n1. A fine.\n\nAnnex 1\nList\n1. One.\n2. Two.\n",
    "ru": "ЗАКОН\nО паромах\n\nСтатья 1. Область\n1. Паромы.\n2. Плоты:\nа) один;\nб) два.\nПримечание. Лодки.\n\n"
    "Статья 2. Сборы\n1. Сборы:\n\n№\tИмя\tСбор\n1.\tСудно\t5\n2.\tПлот\t3\n3.\tЛодка\t1\n\n"
    "Статья 3. Конец\nКонец.\n\nГлава 2\nПОСЛЕДНЯЯ\n\nСтатья 4. Штрафы\n1. Штраф.\n\nПриложение 1\nСписок\n1. Один.\n2. Два.\n",
}  # fmt: skip
NUMBERED = [
    (language, each.key)
    for language, law in LAWS.items()
    for each in scheme_of(language).parse(law).tree
    if each.number or each.kind is Kind.NOTE
]
SAID = {"az": BY_LANGUAGE["aze"], "en": BY_LANGUAGE["eng"], "ru": BY_LANGUAGE["rus"]}


def as_docx(tree, language):
    number, note = SAID[language]
    found = text_document(tree, language)
    acts = tuple(replace(act, repealed=number, repealed_note=note) for act in found.acts)
    return "act.docx", as_word(replace(found, acts=acts))


def as_akn(tree, language):
    return "act.xml", akn(identified(tree), language)


def without_marks(tree):
    """What must be the same. The mark of a footnote below a heading stands in a paragraph of its own."""
    return [of[:-1] for of in content(tree) if of[0] is not Kind.PARAGRAPH or any(of[-2])]


@pytest.mark.parametrize("stored", [as_stored, lambda tree: tree], ids=["sealed", "imported"])
@pytest.mark.parametrize("written", [as_docx, as_akn])
@pytest.mark.parametrize(("language", "key"), NUMBERED)
@pytest.mark.parametrize("marks", [(), (LiftedMark("7", "text", 0, " [7]"),)], ids=["", "footnote"])
def test_what_is_repealed_comes_back_so_and_without_words(language, key, written, stored, marks):
    scheme = scheme_of(language)
    tree = scheme.parse(LAWS[language]).tree
    gone = Tree(
        [replace(each, text="", repealed=True, marks=marks) if each.key == key else each for each in tree]
    )
    text = load_act(*written(stored(gone), language)).text
    parsed = scheme.parse(text)
    assert without_marks(parsed.tree) == without_marks(gone)
    assert sorted(mark.number for each in parsed.tree for mark in each.marks) == [
        mark.number for mark in marks
    ]
    assert scheme.render(parsed.tree) == text
    assert not parsed.stopping


@pytest.mark.parametrize("number", ["Article 2", "Статья 2", "Maddə 2"])
def test_words_of_what_a_file_of_others_calls_removed_stay_and_are_told(number):
    articles = "".join(
        f"<article{status}><num>{said}</num><content><p>{words}</p></content></article>"
        for status, said, words in [
            ("", "1.", "Lamps burn."),
            (' status="removed"', number, "Wicks are free."),
            (' status="removed"', "3.", ""),
        ]
    )
    standard = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    data = f'<akomaNtoso xmlns="{standard}"><act><body>{articles}</body></act></akomaNtoso>'
    imported = load_act("act.xml", data.encode())
    assert "Wicks are free." in imported.text
    (told,) = imported.notices
    assert str(told) == (
        f"1 provision is removed, as the file says, and has words: check {number} and repeal it if it is not in force."
    )


@pytest.mark.parametrize("language", LAWS)
def test_of_our_own_files_nothing_is_told(language):
    tree = scheme_of(language).parse(LAWS[language]).tree
    gone = Tree([replace(each, repealed=each.kind is Kind.CHAPTER) for each in tree])
    assert not load_act(*as_akn(gone, language)).notices
