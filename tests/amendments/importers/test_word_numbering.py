import pytest

from amendments.importers import read_act
from amendments.importers.word_numbering import format_number


@pytest.fixture
def lines(word):
    def read(*paragraphs, numbering, styles=""):
        data = word.word_file("".join(paragraphs), numbering=numbering, styles=styles)
        return read_act("act.docx", data).split("\n")[:-1]

    return read


def test_levels_count_and_begin_anew(word, lines):
    numbering = word.abstract(
        0,
        word.level(0, "decimal", "Maddə %1."),
        word.level(1, "decimal", "%1.%2."),
        word.level(2, "lowerLetter", "%3)"),
    ) + word.use(1, 0)
    places = [0, 1, 1, 2, 2, 0, 1, 2]
    assert lines(*(word.paragraph("x", 1, place) for place in places), numbering=numbering) == [
        "Maddə 1. x", "1.1. x", "1.2. x", "a) x", "b) x", "Maddə 2. x", "2.1. x", "a) x",
    ]  # fmt: skip


def test_a_level_may_go_on_counting(word, lines):
    numbering = word.abstract(
        0,
        word.level(0, "upperRoman", "%1 FƏSİL"),
        word.level(1, "decimal", "Maddə %2.", extra='<w:lvlRestart w:val="0"/>'),
    ) + word.use(1, 0)
    places = [0, 1, 1, 0, 1]
    assert lines(*(word.paragraph("x", 1, place) for place in places), numbering=numbering) == [
        "I FƏSİL x", "Maddə 1. x", "Maddə 2. x", "II FƏSİL x", "Maddə 3. x",
    ]  # fmt: skip


def test_legal_levels_print_every_number_in_digits(word, lines):
    numbering = word.abstract(
        0, word.level(0, "upperRoman", "%1."), word.level(1, "decimal", "%1.%2.", extra="<w:isLgl/>")
    ) + word.use(1, 0)
    assert lines(word.paragraph("x", 1), word.paragraph("y", 1, 1), numbering=numbering) == ["I. x", "1.1. y"]


def test_a_deeper_level_counts_those_above_it_from_their_start(word, lines):
    numbering = word.abstract(0, word.level(0, "decimal", "%1.", start=5), word.level(1, "decimal", "%1.%2."))
    assert lines(word.paragraph("x", 1, 1), numbering=numbering + word.use(1, 0)) == ["5.1. x"]


def test_uses_of_one_list_share_its_count_unless_they_start_anew(word, lines):
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        word.abstract(0, word.level(0, "decimal", "%1)"))
        + word.use(1, 0)
        + word.use(2, 0)
        + word.use(3, 0, again)
    )
    uses = [1, 1, 2, 3, 3]
    assert lines(*(word.paragraph("x", number) for number in uses), numbering=numbering) == [
        "1) x", "2) x", "3) x", "1) x", "2) x",
    ]  # fmt: skip


def test_numbers_come_from_styles_and_the_styles_they_are_based_on(word, lines):
    styles = (
        '<w:style w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Child"><w:basedOn w:val="Part"/></w:style>'
        '<w:style w:styleId="Point"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = word.abstract(
        0,
        word.level(0, "decimal", "%1."),
        word.level(1, "lowerLetter", "%2)", extra='<w:pStyle w:val="Point"/>'),
    ) + word.use(1, 0)
    paragraphs = [word.paragraph("x", style=style) for style in ("Part", "Child", "Point", "None")]
    assert lines(*paragraphs, numbering=numbering, styles=styles) == ["1. x", "2. x", "a) x", "x"]


def test_a_list_may_be_a_list_style(word, lines):
    styles = '<w:style w:styleId="Law"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = (
        word.abstract(0, word.level(0, "decimal", "§ %1."))
        + word.abstract(1, extra='<w:numStyleLink w:val="Law"/>')
        + word.use(1, 0)
        + word.use(2, 1)
    )
    assert lines(word.paragraph("x", 2), numbering=numbering, styles=styles) == ["§ 1. x"]
    assert lines(word.paragraph("x", 2), numbering=numbering) == ["x"], "the style is missing"


@pytest.mark.parametrize(("number", "level"), [(0, 0), (9, 0), (1, 5), (2, 0)])
def test_paragraphs_outside_every_list_have_no_number(number, level, word, lines):
    numbering = word.abstract(0, word.level(0, "decimal", "%1.")) + word.use(1, 0) + word.use(2, 77)
    assert lines(word.paragraph("x", number, level), numbering=numbering) == ["x"]


def test_bullets_are_dashes_and_a_number_may_touch_the_words(word, lines):
    numbering = word.abstract(
        0, word.level(0, "bullet", "•"), word.level(1, "decimal", "%2)", extra='<w:suff w:val="nothing"/>')
    ) + word.use(1, 0)
    assert lines(word.paragraph("x", 1), word.paragraph("y", 1, 1), numbering=numbering) == ["- x", "1)y"]


@pytest.mark.parametrize(
    ("count", "style", "printed"),
    [
        (4, "decimal", "4"), (4, "decimalZero", "04"), (12, "decimalZero", "12"), (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"), (3, "lowerLetter", "c"), (28, "upperLetter", "BB"), (0, "lowerLetter", "0"),
        (4, "russianLower", "г"), (2, "russianUpper", "Б"), (1, "none", ""), (5, "chicago", "5"),
    ],
)  # fmt: skip
def test_numbers_are_printed_as_word_prints_them(count, style, printed):
    assert format_number(count, style) == printed


@pytest.mark.parametrize("style", ["lowerLetter", "russianUpper", "upperRoman"])
def test_a_made_up_start_of_a_list_prints_no_megabytes(style):
    assert format_number(10**30, style) == f"{10**30}"


def test_an_act_numbered_by_word_is_read_as_an_act(word, az_scheme):
    numbering = word.abstract(
        0,
        word.level(0, "decimal", "Maddə %1."),
        word.level(1, "decimal", "%1.%2."),
        word.level(2, "decimal", "%1.%2.%3."),
    ) + word.use(1, 0)
    body = (
        word.paragraph("QANUN")
        + word.paragraph("Ad", 1)
        + word.paragraph("Bir:", 1, 1)
        + word.paragraph("iki;", 1, 2)
        + word.paragraph("Son", 1)
        + word.paragraph("Mətn.", 1, 1)
    )
    parsed = az_scheme.parse(read_act("act.docx", word.word_file(body, numbering=numbering)))
    assert [element.eid for element in parsed.tree] == [
        "title", "art_1", "art_1__para_1", "art_1__para_1__subpara_1", "art_2", "art_2__para_1",
    ]  # fmt: skip


def test_an_override_without_a_start_changes_nothing(word, lines):
    numbering = word.abstract(0, word.level(0, "decimal", "%1)")) + word.use(
        1, 0, '<w:lvlOverride w:ilvl="0"/>'
    )
    assert lines(word.paragraph("x", 1), word.paragraph("y", 1), numbering=numbering) == ["1) x", "2) y"]


def test_a_style_with_its_own_level(word, lines):
    styles = '<w:style w:styleId="P"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    numbering = word.abstract(
        0, word.level(0, "decimal", "%1."), word.level(1, "decimal", "%1.%2.")
    ) + word.use(1, 0)
    assert lines(word.paragraph("x", style="P"), numbering=numbering, styles=styles) == ["1.1. x"]
