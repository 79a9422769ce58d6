"""Two tables with a line between them stay two tables: the line is their caption, no row over all columns."""

import pytest

from amendments.importers import load_act
from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import Kind
from amendments.renderers.word.word_file import as_word
from tests.amendments.importers.test_docx import row
from tests.amendments.renderers.test_akoma_ntoso import akn, identified
from tests.amendments.renderers.word.documents import as_stored, content, scheme_of, text_document

ABOVE = {
    "az": ("Quyular haqqında Qanun", "Maddə 1. Sahələr", "1.1. Sahələr əlavədədir.", "Əlavə", "Sahələr", "Cədvəl 1. Sahələr"),
    "en": ("Law on Wells", "Article 1. Fields", "1. Fields are in annex 1.", "Annex 1", "Fields", "Table 1. Fields"),
    "ru": ("Закон о колодцах", "Статья 1. Поля", "1. Поля указаны в приложении 1.", "Приложение 1", "Поля", "Таблица 1. Поля"),
}  # fmt: skip
CAPTIONS = {"az": "Cədvəl 2. Saatlar", "en": "Table 2. Hours", "ru": "Таблица 2. Часы"}
FIELDS = (("Field", "Size"), ("North", "40"), ("South", "50"))
HOURS = (("Day", "Hours"), ("Saturday", "8"), ("Sunday", "6"))
COUNTED = (("№", "Day", "Hours"), ("1.", "Saturday", "8"), ("2.", "Sunday", "6"))
LISTED = (("№", "Field", "Size"), ("1.", ["North:", "a) well;", "b) spring"], "40"), ("2.", "South", "50"))
TABLES = {
    "bare": (FIELDS, HOURS),
    "counted": (COUNTED, COUNTED),
    "of both kinds": (FIELDS, COUNTED),
    "with lists in cells": (LISTED, LISTED),
}


def word_act(word, language, between, tables):
    """An act with an annex of two tables; `between` is the XML between them."""
    first, second = (f"<w:tbl>{''.join(row(word, *cells) for cells in table)}</w:tbl>" for table in tables)
    above = "".join(map(word.paragraph, ABOVE[language]))
    return word.word_file(f"{above}{first}{between}{second}{word.paragraph('Hours are fixed.')}")


def read(language, name, data):
    text = load_act(name, data).text
    parsed = scheme_of(language).parse(text)
    assert scheme_of(language).render(parsed.tree) == text
    return parsed.tree


def captions(tree):
    """The plain paragraphs of the annex, each with the first words of the table below it."""
    return [
        (element.text, below.text.split()[0] if below is not None and below.kind is Kind.TABLE else "")
        for element, below in zip(tree, [*list(tree)[1:], None], strict=True)
        if element.kind is Kind.PARAGRAPH
    ]


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", CAPTIONS)
def test_a_caption_between_two_tables_of_a_word_file_is_a_paragraph(word, language, name):
    caption = CAPTIONS[language]
    tree = read(language, "act.docx", word_act(word, language, word.paragraph(caption), TABLES[name]))
    first, second = (table[0][0] for table in TABLES[name])
    assert captions(tree) == [(ABOVE[language][-1], first), (caption, second), ("Hours are fixed.", "")]


@pytest.mark.parametrize("name", ["bare", "counted", "of both kinds"])
@pytest.mark.parametrize("language", CAPTIONS)
def test_both_tables_come_back_from_each_file(word, language, name):
    data = word_act(word, language, word.paragraph(CAPTIONS[language]), TABLES[name])
    tree = read(language, "act.docx", data)
    assert CAPTIONS[language] in dict(captions(tree))
    for stored in (tree, as_stored(tree)):
        again = read(language, "act.docx", as_word(text_document(stored, language)))
        assert content(again) == content(tree)
        assert content(read(language, "act.xml", akn(identified(stored), language))) == content(tree)


def frame(word, words):
    return f"<w:tbl>{row(word, words)}</w:tbl>"


def wrapped(word, words):
    return f"<w:sdt><w:sdtContent>{word.paragraph(words)}</w:sdtContent></w:sdt>"


def with_a_tab(word, words):
    return word.paragraph(runs=f"<w:r><w:tab/><w:t>{words}</w:t></w:r>")


@pytest.mark.parametrize("written", [frame, wrapped, with_a_tab])
def test_the_caption_may_stand_in_a_frame_a_control_or_behind_a_tab(word, written):
    tree = read("en", "act.docx", word_act(word, "en", written(word, CAPTIONS["en"]), TABLES["bare"]))
    assert captions(tree) == [
        ("Table 1. Fields", "Field"),
        ("Table 2. Hours", "Day"),
        ("Hours are fixed.", ""),
    ]


def test_a_row_of_one_cell_inside_a_table_stays_a_row(word):
    table = (*FIELDS, (("Wells of the south", 2),), ("West", "60"))
    tree = read("en", "act.docx", word_act(word, "en", word.paragraph(CAPTIONS["en"]), (table, HOURS)))
    first, second = (each.text for each in tree if each.kind is Kind.TABLE)
    assert (len(grid(first)), len(grid(second))) == (5, 3)


def on_page(table, caption=""):
    rows = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in cells)}</tr>" for cells in table)
    return f"<table>{caption and f'<caption>{caption}</caption>'}{rows}</table>"


@pytest.mark.parametrize(
    "between",
    [
        f"{on_page(FIELDS)}<p>Table 2. Hours</p>{on_page(HOURS)}",
        f"{on_page(FIELDS)}{on_page(HOURS, 'Table 2. Hours')}",
        f"{on_page(FIELDS)}{on_page([['Table 2. Hours']])}{on_page(HOURS)}",
    ],
)
def test_a_caption_between_two_tables_of_a_web_page_is_a_paragraph(between):
    page = "".join(f"<p>{line}</p>" for line in ABOVE["en"]) + between + "<p>Hours are fixed.</p>"
    tree = read("en", "act.html", page.encode())
    assert captions(tree) == [
        ("Table 1. Fields", "Field"),
        ("Table 2. Hours", "Day"),
        ("Hours are fixed.", ""),
    ]


def test_a_caption_between_two_tables_of_another_publisher_is_a_paragraph():
    content = f"{on_page(FIELDS)}<p>Table 2. Hours</p>{on_page(HOURS)}"
    data = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body><article>'
        f"<num>Article 1.</num><heading>Fields</heading><content>{content}</content></article></body></act></akomaNtoso>"
    )
    tree = read("en", "act.xml", data.encode())
    tables = [each.text for each in tree if each.kind is Kind.TABLE]
    assert tables == ["Field\tSize\nNorth\t40\nSouth\t50", "Day\tHours\nSaturday\t8\nSunday\t6"]
