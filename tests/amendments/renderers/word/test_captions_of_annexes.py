"""The caption of an annex, “to the Law on …”, stands in a Word file where the importer reads it as what it is."""

import pytest

from amendments.importers import read_act
from amendments.provisions.tree import Kind
from amendments.renderers.word.word_file import as_word
from tests.amendments.renderers.word.documents import as_stored, content, scheme_of, text_document

ACTS = {
    "ru": "ЗАКОН\nО стоянке\n\nСтатья 1. Сбор\n1. Раз.\n\nПриложение\nк Закону о стоянке\n\nРазмеры платы\n\n1. Лодка – 5.\n2. Яхта – 40.\n",
    "ru numbered": "ЗАКОН\nО стоянке\n\nСтатья 1. Сбор\n1. Раз.\n\nПриложение № 2\nк Закону о стоянке\n\nРазмеры платы\n\n1. Лодка – 5.\n2. Яхта – 40.\n",
    "en": "LAW\nOn Ports\n\nArticle 1. Fee\n1. One.\n\nAnnex\nto the Law on Ports\n\nFees of the port\n\n1. A boat pays 5.\n2. A yacht pays 40.\n",
    "az": "QANUN\nLimanlar haqqında\n\nMaddə 1. Rüsum\n1.1. Bir.\n\nƏlavə\nAzərbaycan Respublikasının 12 nömrəli Qanunu ilə təsdiq edilmişdir\n\nRüsumlar\n\n1. Qayıq 5 manat ödəyir.\n2. Yaxta 40 manat ödəyir.\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_the_caption_of_an_annex_is_read_again(name):
    language = name.partition(" ")[0]
    scheme = scheme_of(language)
    tree = as_stored(scheme.parse(ACTS[name]).tree)
    [annex] = tree.of_kind(Kind.ANNEX)
    assert annex.text
    assert annex.heading
    printed = read_act("act.docx", as_word(text_document(tree, language)))
    assert content(scheme.parse(printed).tree) == content(tree)
    assert printed.index(annex.text) < printed.index(annex.heading)


def test_what_an_annex_says_below_its_heading_stays_there():
    words = "LAW\nOn Ports\n\nArticle 1. Fee\n1. One.\n\nAnnex\nFees of the port\nThe fees are paid yearly.\n"
    tree = as_stored(scheme_of("en").parse(words).tree)
    printed = read_act("act.docx", as_word(text_document(tree, "en")))
    assert content(scheme_of("en").parse(printed).tree) == content(tree)
    assert printed.index("Fees of") < printed.index("The fees")
