"""A table of contents that a copy put on one line is a table of contents, with each of its entries."""

import pytest

LAWS = {
    "en": "Chapter I General\nArticle 1. Scope\nIt applies.\nChapter II Courts\nArticle 2. Judges\nThey sit.\nChapter III End\nArticle 3. End\nIt ends.\n",
    "ru": "Глава 1. Общие\nСтатья 1. Имя\nТекст.\nГлава 2. Суды\nСтатья 2. Судьи\nТекст.\n",
    "az": "Birinci fəsil\nÜmumi\nMaddə 1. Ad\n1.1. Mətn.\nİkinci fəsil\nMəhkəmə\nMaddə 2. Hakimlər\n2.1. Mətn.\n",
}
TABLES = [
    ("en", "ACT\nContents Chapter I General Article 1. Scope Chapter II Courts Article 2. Judges\n", 4),
    ("en", "ACT ON LAMPS Contents Article 1. Scope 1 Article 2. Judges 3\n", 2),
    ("en", "ACT\nContents: Chapter I General ... 3 Chapter II Courts ... 7\n", 2),
    ("en", "ACT\nChapter I General 3 Chapter II Courts 7\nChapter III End 9\n", 3),
    ("en", "ACT\nChapter I General Article 1. Scope\nChapter II Courts Article 2. Judges\n", 4),
    ("en", "ACT\nChapter I General Article 1. Scope Chapter II Courts\nArticle 2. Judges\n", 4),
    ("ru", "ЗАКОН\nОглавление Глава 1. Общие Статья 1. Имя Глава 2. Суды Статья 2. Судьи\n", 4),
    ("az", "QANUN\nMündəricat Birinci fəsil Ümumi Maddə 1. Ad İkinci fəsil Məhkəmə Maddə 2. Hakimlər\n", 4),
]


@pytest.mark.parametrize(("name", "front", "entries"), TABLES)
@pytest.mark.parametrize("is_last", [False, True])
def test_each_entry_is_counted_and_the_law_is_whole(name, front, entries, is_last, request):
    scheme = request.getfixturevalue(name)
    title, __, table = front.partition("\n")
    is_last = is_last and table.startswith(
        ("Contents", "Оглавление", "Mündəricat")
    )  # else the law may go on there
    text = f"{title}\n{LAWS[name]}{table}" if is_last else front + LAWS[name]
    parsed = scheme.parse(text)
    kinds = [
        str(element.kind) for element in parsed.tree if element.kind in {"chapter", "article", "contents"}
    ]
    law = ["chapter", "article"] * (3 if name == "en" else 2)
    assert kinds == ([*law, "contents"] if is_last else ["contents", *law])
    assert [(finding.code, finding.count) for finding in parsed.warnings] == [
        ("numbers_in_contents", entries)
    ]
    assert scheme.render(parsed.tree) == text


def test_numbers_that_are_left_out_end_no_table(en):
    law = "".join(f"Article {number}. A{number}\nText.\n" for number in (1, 2, 9, 10))
    parsed = en.parse(f"ACT\nContents Article 1. A1 Article 2. A2 Article 9. A9 Article 10. A10\n{law}")
    assert ("numbers_in_contents", 4) in [(finding.code, finding.count) for finding in parsed.warnings]


def test_sections_that_are_only_counted_are_entries_below_a_title(en):
    text = "ACT\nArrangement of Sections 1. Scope 2. Courts 3. End\n1. Scope\n(1) A.\n2. Courts\n(1) B.\n3. End\n(1) C.\n"
    parsed = en.parse(text)
    assert [element.number for element in parsed.tree if element.kind == "article"] == ["1", "2", "3"]
    assert not parsed.stopping


@pytest.mark.parametrize(
    "line",
    [
        "Article 4. Amendments to Article 1. Scope and Article 2. Judges",
        "The contents of Article 1. and of Article 2. are known.",
        "Article 1. Scope\tArticle 2. Judges",
    ],
)
def test_a_line_that_cites_headings_is_no_table(line, en):
    parsed = en.parse(f"ACT\n{LAWS['en']}{line}\n")
    assert not [element for element in parsed.tree if element.kind == "contents"]
