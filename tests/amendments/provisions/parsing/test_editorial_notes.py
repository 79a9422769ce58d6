"""The note of an editor, who says which law amended a provision, is kept as a note and interrupts no list."""

import pytest

from amendments.provisions.tree import Kind


def outline(parsed):
    return [(str(e.kind), e.number, e.text) for e in parsed.tree if e.number or e.text]


@pytest.mark.parametrize(
    ("name", "text", "note"),
    [
        ("en", "Article 1\n1. A:\n1) b;\n{}\n2) c.\n2. D.\n", "Footnote. Article 1 as amended by the Law No. 5."),
        ("en", "Article 1\n1. A:\n1) b;\n{}\n2) c.\n2. D.\n", "Note: Article 1 as amended by the Law No. 5."),
        ("ru", "Статья 1\n1. А:\n1) б;\n{}\n2) в.\n2. Г.\n", "Сноска. Статья 1 с изменениями, внесенными Законом."),
        ("ru", "Статья 1\n1. А:\n1) б;\n{}\n2) в.\n2. Г.\n", "Примечание ИЗПИ! Статья вводится в действие с 2030 года."),
        ("ru", "Статья 1\n1. А:\n1) б;\n{}\n2) в.\n2. Г.\n", "(п. 1 в ред. Федерального закона от 05.12.2022 N 5-ФЗ)"),
        ("ru", "Статья 1\n1. А:\n1) б;\n{}\n2) в.\n2. Г.\n", "(п. 1 введен Законом (в ред. 2020 г.) N 5-ФЗ)"),
    ],
)  # fmt: skip
def test_a_list_goes_on_below_the_note_of_an_editor(name, text, note, request):
    scheme = request.getfixturevalue(name)
    text = text.format(note)
    parsed = scheme.parse(text)
    kinds = [(str(element.kind), element.number) for element in parsed.tree]
    expected = [("article", "1"), ("part", "1"), ("point", "1"), ("note", ""), ("point", "2"), ("part", "2")]
    assert kinds == expected
    assert [(finding.code, finding.stops) for finding in parsed.warnings] == [("editorial_notes", False)]
    assert scheme.render(parsed.tree) == text


def test_the_words_below_it_are_law(en):
    text = "Article 1\nA lamp shines.\nFootnote. Article 1 as amended by the Law\nof 2017 No. 5.\nIt ends.\nArticle 2\nB.\n"
    assert outline(en.parse(text)) == [
        ("article", "1", "A lamp shines."),
        ("note", "", "Article 1 as amended by the Law\nof 2017 No. 5."),
        ("paragraph", "", "It ends."),
        ("article", "2", "B."),
    ]


def test_a_note_above_the_law_is_followed_by_its_preamble(en):
    text = "CONSTITUTION\nFootnote. As amended by the Law of 2017.\nWe adopt this:\nArticle 1\nA.\n"
    assert [str(element.kind) for element in en.parse(text).tree] == ["title", "note", "preamble", "article"]


def test_a_note_of_the_law_is_none_of_an_editor(ru):
    parsed = ru.parse("Статья 1\nТекст.\nПримечание. Лампой называется лампа.\nСтатья 2\nТекст.\n")
    assert not parsed.warnings


def test_notes_in_brackets_one_below_the_other_interrupt_no_list_and_no_text(ru):
    note = "(в ред. Закона от 05.12.2022 N {})\n"
    text = f"ЗАКОН\n{note.format(1)}Глава 1. ОБЩЕЕ\nСтатья 1. Цель\nА.\n{note.format(2)}Б.\n1) в;\n{note.format(3)}{note.format(4)}2) г.\n"
    parsed = ru.parse(text)
    kinds = " ".join(str(element.kind) for element in parsed.tree)
    assert kinds == "title note chapter article note paragraph point note note point"
    assert [(finding.code, finding.count, finding.stops) for finding in parsed.warnings] == [
        ("editorial_notes", 4, False)
    ]
    assert ru.render(parsed.tree) == text


def test_words_in_brackets_that_name_no_law_are_text(ru):
    parsed = ru.parse("Статья 1. Цель\nТекст.\n(лампы введены в действие)\n")
    assert next(iter(parsed.tree)).text == "Текст.\n(лампы введены в действие)"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en", "Article 1\nA.\nNote. The tariff is supplemented by a fee of 5 coins.\nThe fee is waived for children.\n"),
        ("ru", "Статья 1\nА.\nПримечание. Тариф дополнен сбором в 5 монет.\nДети не платят.\n"),
        ("ru", "Статья 1\nА.\n(Настоящая плата, введена для 5 областей.)\n"),
    ],
)  # fmt: skip
def test_a_note_that_names_no_amending_law_is_one_of_the_law(name, text, request):
    parsed = request.getfixturevalue(name).parse(text)
    assert not parsed.warnings
    assert len(parsed.tree) == (1 if "Настоящая" in text else 2)


@pytest.mark.parametrize(
    "note",
    [
        "(п. 1 в ред. Закона РФ от 09.10.92)",
        "(п. 1 в ред. ФЗ от 05.12.22)",
        "(часть 1 в ред. Указа Президента от 5 мая 2004 г.)",
        "(Федеральным законом от 05.12.2022 № 5 п. 1 дополнен)",
        "(Законом РФ от 9.10.92 пункт введен)",
    ],
)
def test_a_note_names_its_law_by_a_number_or_a_day_on_either_side(note, ru):
    parsed = ru.parse(f"Статья 1. Цель\n1. Текст.\n{note}\n2. Другой.\n")
    assert [finding.code for finding in parsed.warnings] == ["editorial_notes"]
    assert note not in "".join(element.text for element in parsed.tree if element.kind is not Kind.NOTE)


def test_a_public_law_is_one_of_numbers(en):
    parsed = en.parse("Article 1\nA.\nNote. As amended by Public Law 104-208.\n")
    assert [finding.code for finding in parsed.warnings] == ["editorial_notes"]


@pytest.mark.parametrize(
    "note",
    [
        "(в ред. Федерального закона от 01.02.2020\n№ 15-ФЗ)",
        "(часть 1 в ред. Федерального закона\nот 01.02.2020 № 15-ФЗ)",
        "(п. 1 в ред. Федеральных законов от 01.02.2020\n№ 15-ФЗ,\nот 02.03.2021 № 5-ФЗ)",
    ],
)
def test_a_note_in_brackets_over_several_lines_is_one(note, ru):
    text = f"ЗАКОН\nСтатья 1. Цель\n1. А:\n1) б;\n{note}\n2) в.\n2. Г.\n"
    parsed = ru.parse(text)
    assert [str(one.kind) for one in parsed.tree] == [
        "title",
        "article",
        "part",
        "point",
        "note",
        "point",
        "part",
    ]
    assert [(one.code, one.count, one.stops) for one in parsed.warnings] == [("editorial_notes", 1, False)]
    assert ru.render(parsed.tree) == text


@pytest.mark.parametrize("end", ["Лампа горит.", "2. Лампа горит)", "Лампа № 5 горит"])
def test_a_bracket_that_nobody_closes_or_a_number_interrupts_is_no_note(end, ru):
    text = f"ЗАКОН\nСтатья 1. Цель\n1. Лампа.\n(в ред. Закона от 01.02.2020\n{end}\n3. Конец.\n"
    assert "note" not in [str(one.kind) for one in ru.parse(text).tree]
