import pytest

from amendments.provisions.recognising.lines import split_lines
from amendments.provisions.recognising.quotations import find_quotations

ACT = "Maddə 1. Bu Qanunda:\n1. 3-cü maddə verilsin:\n{}\n2. 5-ci maddə ləğv edilsin."


def quoted(text, scheme):
    lines, __ = split_lines(text)
    return sorted(find_quotations(lines, scheme._recogniser.read).lines)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“Maddə 3. Ad\n3.1. A;\n3.2. B.”.", [2, 3, 4]),
        ("«Maddə 3. Ad\n3.1. A.»;", [2, 3]),
        ("„Maddə 3. Ad\n3.1. A.“;", [2, 3]),
        ('"Maddə 3. Ad\n3.1. "A" sözü.\n3.2. B.".', [2, 3, 4]),
        ("”Maddə 3. Ad\n3.1. A.”.", [2, 3]),
        ("'Maddə 3. Ad\n3.1. A.'.", [2, 3]),
        ("``Maddə 3. Ad\n3.1. A.''.", [2, 3]),
        ("“Maddə 3. “Ad” haqqında\n3.1. A.”.", [2, 3]),
        ("“Maddə 3. Ad\n“3.1. A.\n“3.2. B.”.", [2, 3, 4]),
        ("“Maddə 3. Ad\n3.1. A.” redaksiyada;", [2, 3]),
        ("“3.1. A.”.", []),
        ("“Maddə 3. Ad\n3.1. A.", []),
        ('"Maddə 3. Ad\n3.1. A.', []),
        ("“Ad” Qanunu\n3.1. A.", []),
        ('"Ad" Qanunu\n3.1. A.', []),
        ("'Ad' Qanunu\n3.1. A.", []),
    ],
)
def test_the_lines_that_an_instruction_quotes(quotation, expected, az):
    assert quoted(ACT.format(quotation), az) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Verilsin: “Maddə 3. Ad\n3.1. A.\n3.2. B.”.\n2. C.", [1, 2]),
        ("1) изложить: «Статья 3. Имя\n1. А.\n2. Б.»;\n2) исключить.", [1, 2]),
        ('1. It shall read: "Article 3. Name\n1. A.\n2. B."\n2. C.', [1, 2]),
        ("1. It shall read: “The Agency shall:\n1) a;\n2) b.”\n2. C.", [1, 2]),
        ("1. Məzmunda “Maddə 3-1. Ad\n3-1.1. A.” əlavə edilsin.\n2. C.", [1]),
        ("1. It means: “a lamp” or:\n2. “a wick”.", []),
    ],
)
def test_a_quotation_may_begin_behind_its_instruction(text, expected, az):
    assert quoted(text, az) == expected


def test_a_quotation_without_a_number_belongs_to_an_instruction_that_ends_with_a_colon(az):
    assert quoted("1. A.\n“B\nC”.", az) == []


def test_words_without_a_number_hold_no_articles(az):
    assert quoted("1. Bu Qanunda: “lampa işıqdır;\nMaddə 2. Ad\n2.1. B.\nMaddə 3. “Ad”.”", az) == []


def test_the_numbers_of_a_quotation_are_none_of_the_act(az):
    parsed = az.parse(ACT.format("“Maddə 3. Ad\n3.1. A;\n7. B.”."))
    assert [element.eid for element in parsed.tree] == ["art_1", "art_1__para_1", "art_1__para_2"]
    assert [(finding.code, finding.stops) for finding in parsed.warnings] == [("numbers_quoted", False)]


@pytest.mark.parametrize("mark", ["“", "«", '"'])
def test_a_quotation_that_does_not_end_is_told(mark, az):
    parsed = az.parse(ACT.format(f"{mark}Maddə 3. Ad\n3.1. A;\n3.2. B."))
    assert "unclosed_quotations" in [finding.code for finding in parsed.stopping]


def test_an_article_of_the_act_within_a_quotation_is_told(en):
    text = (
        "Article 1. The Law is amended:\n“Article 7. A\nB.\nArticle 2. This Law enters into force.\n“Note”.”"
    )
    parsed = en.parse(text)
    assert [(finding.code, finding.line) for finding in parsed.stopping] == [("law_quoted", 4)]
