"""A text as a Word file: everything of the law and nothing of the writer, and back through the importer."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext, override
from docx.oxml.ns import qn
from hypothesis import given, settings, strategies as st

from amendments.importers import load_act, read_act
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree
from amendments.renderers.pdf.pdf_file import as_pdf
from amendments.renderers.word.word_file import as_word
from tests.amendments.provisions.test_golden_acts import GOLDEN
from tests.amendments.provisions.test_properties import acts
from tests.amendments.renderers.pdf.tagged import tagged
from tests.amendments.renderers.word.documents import (
    as_stored,
    content,
    document,
    scheme_of,
    text_document,
)
from tests.examples import examples

DATA = Path(__file__).parents[2] / "provisions" / "data"
ON_LINES_OF_OTHERS = {"act_with_marginal_notes"}
"""Acts that print "2 (1)" on one line. On paper, as on our pages, each begins a line, and "2" alone is that of a page."""


def opened(data):
    return docx.Document(io.BytesIO(data))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def packed(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return data.getvalue()


def back(data, scheme):
    return scheme.parse(read_act("act.docx", data)).tree


@pytest.mark.parametrize(("name", "language"), [act for act in GOLDEN if act[0] not in ON_LINES_OF_OTHERS])
def test_an_act_comes_back_with_its_tree_numbers_and_words(name, language):
    scheme = scheme_of(language)
    tree = scheme.parse((DATA / f"{name}.txt").read_text(encoding="utf-8")).tree
    assert content(back(as_word(text_document(tree, language)), scheme)) == content(tree)


LAMPS = "LAMPS ACT\n1. A lamp is lit.\n2. {}3. It may be:\n(a) on oil;\n(b) on gas.\n4. (1) It is so.\n(2) It ends.\n"
FIRST_PARTS = [
    "(1) It burns.\n(2) It shall:\n(a) burn;\n(b) shine.\n",
    "(1) (a) It burns;\n(b) it shines.\n(2) It ends.\n",
    "(a) It burns;\n(b) it shines.\n",
]


@pytest.mark.parametrize("first", FIRST_PARTS)
@pytest.mark.parametrize("after", ["2. ", "2.—", "2. [3] "])
@pytest.mark.parametrize("keep", [as_stored, Tree])
def test_articles_that_print_their_first_part_beside_their_number_come_back(keep, after, first):
    scheme = scheme_of("en")
    tree = scheme.parse(LAMPS.format(first).replace("2. ", after, 1)).tree
    assert [each.number for each in tree if each.kind is Kind.ARTICLE] == ["1", "2", "3", "4"]
    assert content(back(as_word(text_document(keep(tree), "en")), scheme)) == content(tree)


@given(acts(), st.sampled_from(["az", "en", "ru"]))
@settings(max_examples=examples(40), deadline=None)
def test_any_act_comes_back(tree, language):
    scheme = scheme_of(language)
    assert content(back(as_word(text_document(tree, language)), scheme)) == content(tree)


def real_acts(folder):
    for path in sorted((folder / "az").glob("*_2023-05.txt")):
        yield path.stem, path.read_text(encoding="utf-8")
    newest = {}
    with (folder / "redline" / "az.jsonl").open(encoding="utf-8") as lines:
        newest = {record["path"]: record["after"] for record in map(json.loads, lines)}
    yield from newest.items()


@pytest.mark.real_data
def test_real_acts_come_back_as_they_are_printed_and_as_they_are_stored(real_data):
    scheme, wrong, count = scheme_of("az"), [], 0
    for name, text in real_acts(real_data):
        tree, count = scheme.parse(text).tree, count + 1
        wrong += [name] if content(back(as_word(text_document(tree, "az")), scheme)) != content(tree) else []
        stored = back(as_word(text_document(as_stored(tree), "az")), scheme)
        wrong += [f"{name}, stored"] if words_of(stored) != words_of(tree) else []
    assert count >= 13
    assert wrong == []


def words_of(tree):
    """All words, wherever they stand: a caption above the number of an annex is stored below it."""
    return sorted(" ".join(f"{element.number} {element.heading} {element.text}" for element in tree).split())


LAW = """LAW
On Ferries

CHAPTER 1
GENERAL PROVISIONS

Article 1. Scope
1.1. This Law applies to ferries. [1]
1.1.1. and to rafts;

Article 2. Fees
No.\tService\tFee
1.\tCrossing\t10 coins
2.\tReturn\t15 coins

LIST OF AMENDMENTS
[1] Law No. 5 of 1 May 2020.
"""


@pytest.fixture(scope="module")
def law():
    return as_word(text_document(scheme_of("en").parse(LAW).tree, "en"))


def test_headings_are_real_ones_and_one_heading_is_one_paragraph(law):
    named = [(p.style.name, p.text) for p in opened(law).paragraphs if p.style.name.startswith("Heading")]
    assert named == [
        ("Heading 1", "CHAPTER 1\nGENERAL PROVISIONS"),
        ("Heading 2", "Article 1. Scope"),
        ("Heading 2", "Article 2. Fees"),
        ("Heading 1", "LIST OF AMENDMENTS"),
    ]


def test_numbers_are_words_of_the_text_and_items_stand_deeper_below_their_parts(law):
    found = [p for p in opened(law).paragraphs if p.text.startswith("1.1.")]
    assert [p.text[:12] for p in found] == ["1.1. This La", "1.1.1. and t"]
    assert [p.style.paragraph_format.left_indent or 0 for p in found] == [
        0,
        found[1].style.paragraph_format.left_indent,
    ]
    assert found[1].style.paragraph_format.left_indent > 0
    assert "w:numPr" not in parts(law)["word/document.xml"]


def test_a_table_has_its_cells(law):
    (table,) = opened(law).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No.", "Service", "Fee"],
        ["1.", "Crossing", "10 coins"],
        ["2.", "Return", "15 coins"],
    ]


@pytest.mark.parametrize(
    ("head", "first", "is_head"),
    [("", "a)\tChild\tfree\n", False), ("", "| I. | Child | free\n", False), ("No.\tWho\tFee\n", "a)\tChild\tfree\n", True)],
)  # fmt: skip
def test_a_row_with_a_number_is_no_head(head, first, is_head):
    words = f"Article 2. Fees\n1. Fees are:\n{head}{first}b)\tAdult\t10 coins\n"
    (table,) = opened(as_word(text_document(scheme_of("en").parse(words).tree, "en"))).tables
    assert (table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None) is is_head


def test_a_footnote_mark_leads_to_its_footnote(law):
    body = fromstring(parts(law)["word/document.xml"])
    (link,) = body.iter(qn("w:hyperlink"))
    (bookmark,) = body.iter(qn("w:bookmarkStart"))
    assert link.get(qn("w:anchor")) == bookmark.get(qn("w:name"))
    assert "".join(link.itertext()) == "[1]"


def test_each_page_says_which_text_it_is_and_that_it_is_not_official(law):
    section = opened(law).sections[0]
    first, running, foot = (
        "\n".join(p.text for p in part.paragraphs)
        for part in (section.first_page_header, section.header, section.footer)
    )
    assert first == "Law on Ferries\nLaw · No. 1-L\nDraft 2 · sealed 1 May 2024\nNot an official text."
    assert running == "Law on Ferries · Draft 2"
    assert foot == "check code abc · Not an official text.\npage 1 of 1"
    fields = [name for name in parts(law) if "footer" in name and "NUMPAGES" in parts(law)[name]]
    assert fields == ["word/footer1.xml", "word/footer2.xml"]


def test_the_file_says_of_itself_what_stands_in_it_and_nothing_else(law):
    said = opened(law).core_properties
    assert (said.title, said.author, said.last_modified_by) == (
        "Law on Ferries – Draft 2",
        *["Ferry Authority"] * 2,
    )
    assert (said.identifier, said.language, said.comments, said.keywords) == ("abc", "en-GB", "", "")
    assert said.created == said.modified


def test_words_of_another_language_are_tagged_and_the_law_has_its_own():
    az, en = (
        scheme_of(language).parse(text).tree
        for language, text in (("az", "Maddə 1. Ad\nMətn."), ("en", "Article 2. Name\nText."))
    )
    items = (*text_document(az, "az").acts[0].items, *text_document(en, "en").acts[0].items)
    found = parts(as_word(document((items, "az"))))
    assert '<w:lang w:val="az-Latn-AZ"' in found["word/styles.xml"]
    tagged = [
        r
        for r in fromstring(found["word/document.xml"]).iter(qn("w:r"))
        if r.find(f".//{qn('w:lang')}") is not None
    ]
    assert ["".join(r.itertext()) for r in tagged] == ["Article 2. Name", "Text."]
    assert {r.find(f".//{qn('w:lang')}").get(qn("w:val")) for r in tagged} == {"en-GB"}


def test_the_same_document_gives_the_same_bytes():
    tree = scheme_of("en").parse(LAW).tree
    assert as_word(text_document(tree, "en")) == as_word(text_document(tree, "en"))


def test_several_acts_stand_in_sections_of_their_own():
    items = text_document(scheme_of("en").parse(LAW).tree, "en").acts[0].items
    found = opened(as_word(document((items, "en"), (items, "en"))))
    assert len(found.sections) == 2
    assert len(found.tables) == 2


def test_no_word_becomes_markup_a_field_or_a_broken_file():
    words = '=HYPERLINK("x") { PAGE } <w:p/> & \x00\x1f\ufffe\ud800 “a”\u2028'
    tree = Tree([Element("a", Kind.ARTICLE, "1", "art_1", words.replace("\u2028", ""), words)])
    data = as_word(text_document(tree, "en"))
    read = opened(data).paragraphs[1].text
    assert read == '=HYPERLINK("x") { PAGE } <w:p/> & \u2400\u241f\ufffd\ufffd “a”\u2028'
    assert "instrText" not in parts(data)["word/document.xml"]


def test_a_mark_beside_a_number_and_in_a_cell_stays():
    marks = (LiftedMark("2", "number", 0, " [2]"), LiftedMark("3", "text", 4, "[3]"))
    row = Element("r", Kind.ROW, "1", "tr_1", "", "Ship\t5 coins", marks=marks)
    head = Element("t", Kind.TABLE, "", "t", "", "No.\tService\tFee")
    (table,) = opened(as_word(text_document(Tree([head, row]), "en"))).tables
    assert [cell.text for cell in table.rows[1].cells] == ["1. [2]", "Ship[3]", "5 coins"]


def with_a_repealed_number(said="Repealed; the number stays."):
    tree = scheme_of("en").parse("LAW\nOn Ferries\n\nArticle 1. Scope\n1.1. Ferries.\n1.2. Rafts.\n").tree
    tree = Tree([replace(each, text="", repealed=True) if each.number == "1.2" else each for each in tree])
    found = text_document(tree, "en")
    return replace(found, acts=tuple(replace(act, repealed=said) for act in found.acts))


def test_a_repealed_number_does_not_stand_alone_and_the_sentence_does_not_come_back_as_law():
    data = as_word(with_a_repealed_number())
    assert [each.text for each in opened(data).paragraphs][-2:] == ["1.2.", "Repealed; the number stays."]
    (said,) = (each for each in opened(data).styles.element.style_lst if each.styleId == "MaddaSaid")
    assert said.find(qn("w:next")).get(qn("w:val")) == "MaddaBody"
    imported = load_act("act.docx", data)
    assert imported.text.splitlines()[-2:] == ["1.2.", "Repealed; the number stays."]
    last = scheme_of("en").parse(imported.text).tree.elements[-1]
    assert (last.number, last.text, last.repealed) == ("1.2", "", True)


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_the_sentence_is_known_by_its_place_where_another_program_renamed_its_style(language):
    with override(language):
        said = gettext("Repealed; the number stays.")
    data = as_word(with_a_repealed_number(said))
    renamed = {
        name: part.replace("MaddaSaid", "Other").replace("Said of the text", "Other")
        for name, part in parts(data).items()
    }
    assert "Other" in renamed["word/document.xml"]
    imported = load_act("act.docx", packed(renamed))
    assert imported.text.splitlines()[-2:] == ["1.2.", said]
    elsewhere = packed(
        {**renamed, "word/document.xml": renamed["word/document.xml"].replace("1.2.", "1.2. x")}
    )
    assert scheme_of("en").parse(load_act("act.docx", elsewhere).text).tree.elements[-1].text == f"x\n{said}"


def test_a_repealed_number_does_not_stand_alone_in_a_pdf():
    with pikepdf.open(io.BytesIO(as_pdf(with_a_repealed_number()))) as pdf:
        assert [each.words for each in tagged(pdf)][-2:] == ["1.2.", "Repealed; the number stays."]
