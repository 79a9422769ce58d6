"""The golden acts once more, as Word files: paragraphs, tables of cells, and the same tree."""

from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from amendments.importers import read_act
from amendments.provisions.schemes import DEFAULTS, find
from azerbaijan.schemes import SCHEMES

DATA = Path(__file__).parents[1] / "provisions" / "data"
ACTS = [
    ("federal_law", "ru"), ("decree_with_rules", "ru"), ("charter", "ru"), ("decimal_order", "ru"),
    ("commonwealth_act", "en"), ("european_regulation", "en"), ("code_of_sections", "en"), ("decimal_rules", "en"),
    ("presidential_decree", "az"), ("civil_code", "az"), ("cabinet_decision", "az"), ("rules_of_paragraphs", "az"),
]  # fmt: skip


def body_of(text, word):
    """The body of a Word file: lines with tabs in a row are the rows of a table."""
    parts = []
    for is_table, group in groupby(text.splitlines(), key=lambda line: "\t" in line):
        lines = list(group)
        parts += [table(lines, word)] if is_table else [word.paragraph(escape(line)) for line in lines]
    return "".join(parts)


def table(lines, word):
    rows = (
        "".join(f"<w:tc>{word.paragraph(escape(cell))}</w:tc>" for cell in line.split("\t")) for line in lines
    )
    return "<w:tbl>" + "".join(f"<w:tr>{cells}</w:tr>" for cells in rows) + "</w:tbl>"


@pytest.mark.parametrize(("name", "language"), ACTS)
def test_an_act_in_word_becomes_the_same_tree(name, language, word):
    scheme = find([*DEFAULTS, *SCHEMES], "az" if language == "az" else "", language)
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    imported = read_act("act.docx", word.word_file(body_of(text, word)))
    told = [
        [(e.kind, e.number, e.eid, e.heading, e.text, e.repealed) for e in scheme.parse(each).tree]
        for each in (text, imported)
    ]
    assert told[1] == told[0]
