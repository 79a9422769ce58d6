"""The caption of an annex, “to the Law on …”, stands in a Word file where the importer reads it as what it is."""

from dataclasses import replace

import pytest

from amendments.importers import load_act, read_act
from amendments.markings.placed_changes import place
from amendments.provisions.tree import Kind, Tree
from amendments.renderers.word.word_file import as_word
from tests.amendments.renderers.test_akoma_ntoso import akn, identified
from tests.amendments.renderers.word.documents import as_stored, content, scheme_of, text_document
from tests.amendments.renderers.word.test_tracked import redline

ACTS = {
    "ru": "ЗАКОН\nО стоянке\n\nСтатья 1. Сбор\n1. Раз.\n\nПриложение\nк Закону о стоянке\n\nРазмеры платы\n\n1. Лодка – 5.\n2. Яхта – 40.\n",
    "ru numbered": "ЗАКОН\nО стоянке\n\nСтатья 1. Сбор\n1. Раз.\n\nПриложение № 2\nк Закону о стоянке\n\nРазмеры платы\n\n1. Лодка – 5.\n2. Яхта – 40.\n",
    "en": "LAW\nOn Ports\n\nArticle 1. Fee\n1. One.\n\nAnnex\nto the Law on Ports\n\nFees of the port\n\n1. A boat pays 5.\n2. A yacht pays 40.\n",
    "az above": "QANUN\nLimanlar haqqında\n\nMaddə 1. Rüsum\n1.1. Bir.\n\n“Limanlar haqqında” Azərbaycan Respublikasının Qanununa\nƏlavə\nRüsumlar\n\n1. Qayıq 5 manat ödəyir.\n2. Yaxta 40 manat ödəyir.\n",
    "az above numbered": "QANUN\nLimanlar haqqında\n\nMaddə 1. Rüsum\n1.1. Bir.\n\n“Limanlar haqqında” Azərbaycan Respublikasının Qanununa\n2 nömrəli əlavə\nRüsumlar\n\n1. Qayıq 5 manat ödəyir.\n2. Yaxta 40 manat ödəyir.\n",
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


def lines(text):
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", ACTS)
def test_a_sealed_text_and_its_files_have_the_lines_of_the_caption_in_the_order_of_the_source(name):
    language = name.partition(" ")[0]
    tree = as_stored(scheme_of(language).parse(ACTS[name]).tree)
    assert lines(scheme_of(language).render(tree)) == lines(ACTS[name])
    assert lines(read_act("act.docx", as_word(text_document(tree, language)))) == lines(ACTS[name])
    assert lines(read_act("act.xml", akn(identified(tree), language))) == lines(ACTS[name])


@pytest.mark.parametrize("name", ACTS)
def test_a_redline_differs_from_its_draft_in_no_caption(name):
    scheme = scheme_of(name.partition(" ")[0])
    before = as_stored(scheme.parse(ACTS[name]).tree)
    yacht = next(each for each in before if "40" in each.text)
    draft = Tree(
        [replace(each, text=each.text.replace("40", "50")) if each is yacht else each for each in before]
    )
    markup = load_act("redline.docx", redline(before, draft, name.partition(" ")[0])).markup
    placing = place(markup.on_draft or markup, before, draft, scheme, left_from=draft)
    assert placing.unmarked == []
