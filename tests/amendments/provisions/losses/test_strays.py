"""Lines of copies that open a provision and are none, and numbers that are rightly left out."""

from itertools import cycle, islice
from time import process_time

import pytest

from amendments.provisions.losses.lone_labels import _rows

STOPS = [
    ("ru", "ЗАКОН\nСтатья 1. Раз\nСтатья 5 Конституции применяется.\nСтатья 2. Два\nТекст.\n", "out_of_order"),
    ("az", "MƏCƏLLƏ\nMÜNDƏRİCAT\nI. QANUN (1-2)\nFƏSİLLƏR\nI. QANUN\n1. PRİNSİPLƏR (1-2)\n2. QÜVVƏ (3-4)\nI bölmə\nQANUN\nBirinci fəsil\nPRİNSİPLƏR\nMaddə 1. Bir\nMətn.\n", "contents_in_law"),
    ("az", "QANUN\nMÜNDƏRİCAT\nMaddə 1. Bir\nMaddə 2. İki\nBu Qanun azad\nlampa\nəsaslarını müəyyən edir.\nMaddə 1. Bir\nSağlam\nlampa\nqorunur.\nMaddə 2. İki\nMətn.\n", "missing_from_text"),
    ("en", "An Act\nShort title.\n1. This Act may be cited as the Lamps Act.\nInterpretation.\n2. In this Act—\n(a) one;\n(b) two.\n", "unknown_headings"),
    ("az", "QANUN\nMaddə 1. Tarif\nMətn.\nƏlavə 1\n№\tAd\tPul\nI\tMeyvə\t\n1\tAlma\t10\n2\tArmud\t20\nII\tTərəvəz\t\n1\tKələm\t10\n", "numbers_in_tables"),
    ("az", "QANUN\nI fəsil. Bir\nMaddə 1. A\nMətn.\nIII fəsil. Üç\nMaddə 2. B\nMətn.\n", "gap"),
    ("az", "QANUN\n1-ci fəsil. Bir\nMaddə 1. A\nMətn.\n9-cu fəsil. İki\nMaddə 20. B\nMətn.\n", "gap"),
    ("en", "LAW\nChapter 1. One\nArticle 1. A\nText.\nChapter 9. Two\nArticle 200. B\nText.\n", "gap"),
    ("en", "LAW\nChapter 1. One\nArticle 1. A\nText.\nChapter 3. Two\nArticle 200. B\nText.\n", "gap"),
    ("az", "QANUN\nI fəsil. Bir\nMaddə 1. A\nMətn.\nIII fəsil. Üç\nMaddə 20. B\nMətn.\n", "gap"),
    ("az", "QANUN\nI fəsil. Bir\nMaddə 1. A\nMətn.\nIII fəsil. Üç\nMaddə 5. B\nMətn.\nV fəsil. Beş\nMaddə 9. C\nMətn.\n", "gap"),
    ("az", "QANUN\nMaddə 1. A\nMətn.\nMaddə 20. B\nMətn.\n", "gap"),
    ("en", "Bundesgesetz\nArt. 1 Zweck\n1 Dieses Gesetz regelt.\n2 Es gilt:\na. erstens;\nb. zweitens.\nArt. 2bis\n1bis Text.\nArt. 7a Begriffe\nText.\n", "unknown_headings"),
    ("en", "LAW\nArticle 1. A\nText.\nSect. 12 Boats are let.\nArticle 2. B\nText.\n", "unknown_headings"),
    ("en", "LAW\nArticle 1. A\nText.\ns. 13 Boats are let.\nArticle 2. B\nText.\n", "unknown_headings"),
    ("en", "LAW\nArticle 1. A\nText.\nReg. 11 Service\nArticle 2. B\nText.\n", "unknown_headings"),
    ("en", "LAW\nArticle 1. A\nThe fee is\nC. for boats;\nD. for ships.\nArticle 2. B\nText.\n", "unknown_headings"),
    ("az", "QANUN\nMaddə 1. Təlim\nl. Nəqliyyat təlimi.\nII. Tibbi təlim.\nMaddə 2. İki\nMətn.\n", "unknown_headings"),
    ("az", "QANUN\nMaddə 1. Təlim\nl.Yol təlimi.\nII. Tibbi təlim.\nMaddə 2. İki\nMətn.\n", "unknown_headings"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Текст.\n2. Лампы горят.\nЗ. Право есть.\n4. Масло есть.\nСтатья 2. Два\nКонец.\n", "unknown_headings"),
    ("en", "LAW\nArticle 1. A\nText.\nArticle 13. B\nText.\n14.1\tfee\t5\n14.2\tdue\t6\nArticle 15. C\nEnd.\n", "lost_numbers"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Платят:\nа) раз;\nб) - г) исключены.\n2. Два.\n", "joined_numbers"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Платят:\nа) раз;\nб)–в) исключены.\n2. Два.\n", "joined_numbers"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Платят:\n1) раз;\n2), 3) исключены.\n2. Два.\n", "joined_numbers"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Платят:\nа) раз;\nб, в) исключены.\n2. Два.\n", "unknown_headings"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Платят.\n2. - 4. Исключены.\nСтатья 2. Два\nТекст.\n", "joined_numbers"),
    ("ru", "ЗАКОН\nСтатья 1. Раз\n1. Платят.\n2 - 4. Исключены.\nСтатья 2. Два\nТекст.\n", "unknown_headings"),
    ("az", "QANUN\nMaddə 1. Bir\n1. Ödəyir:\na) bir;\nb) - ç) çıxarılıb.\n2. İki.\n", "joined_numbers"),
]  # fmt: skip
PASS = [
    ("az", "QANUN\nMaddə 1. Bir\n1.1. Gündən ən geci 10\n(on) iş günü müddətində baxılır.\n1.2. İki.\n"),
    ("az", "QANUN\nMaddə 98. A\nMətn.\nMaddə 981. B\nMətn.\nMaddə 99. C\nMətn.\n"),
    ("az", "QANUN\nMaddə 1. Bir\n1.1. Qərar Prezident\nİ.Əliyevin imzası ilə təsdiq edilir.\n"),
    ("en", "LAW\nArticle 1. A\nSigned by:\nA. Smith\nK. Jones\nArticle 2. B\nThe fee of\ns. 13 is due.\nText ends.\n"),
    ("en", "LAW\nArticle 1. A\nLengths are in metres.\n0.1\t0.2\t0.3\n0.2\t0.4\t0.5\nArticle 2. B\nText.\n"),
    ("en", "An Act\n1. This Act is short.\nMany words of the law stand here and are no note.\n2. Lamps are lit.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code"), STOPS)
def test_it_stops(name, text, code, request):
    assert code in {finding.code for finding in request.getfixturevalue(name).parse(text).stopping}


@pytest.mark.parametrize(("name", "text"), PASS)
def test_it_passes(name, text, request):
    assert not request.getfixturevalue(name).parse(text).stopping


def test_an_initial_opens_no_point(az):
    assert not [element for element in az.parse(PASS[2][1]).tree if element.kind == "point"]


def test_figures_in_lines_of_their_own_are_looked_through_once():
    begun = process_time()
    assert not list(_rows([(index, 7) for index in range(48_000)]))
    assert process_time() - begun < 2


@pytest.mark.parametrize("figures", [[7], range(50), range(0, 10_000, 2)])
def test_a_long_column_of_figures_is_read_in_seconds(en, figures):
    """It took minutes: for each figure all that come later were looked at."""
    column = "\n".join(str(figure) for figure in islice(cycle(figures), 8_000))
    begun = process_time()
    en.parse(f"An Act\n1. Short title\nThis is the Act.\n{column}\n")
    assert process_time() - begun < 10


def test_rows_go_on_within_a_few_lines():
    assert list(_rows([(0, 1), (5, 8), (12, 2), (25, 3)])) == [0, 12]


@pytest.mark.parametrize(
    ("name", "text", "said", "stops"),
    [
        ("az", "QANUN\nMaddə 67. A\nB.\nMaddə 71. C\nD.\n", "71 follows 67: a number is left out.", True),
        ("az", "QANUN\nMaddə 67. A\nB.\nMaddə 70. C\nD.\n", "70 follows 67: a number is left out.", True),
        ("az", "QANUN\nMaddə 1. A\n1.1. B.\n1.3. C.\n", "1.3 follows 1.1: a number is left out.", True),
        ("az", "QANUN\nMaddə 1. A\nB:\na) b;\nb) c;\nc) d;\nd) e.\n", "d follows c: a number is left out.", False),
        ("en", "LAW\nArticle 1. A\n3. B.\n4. C.\n", "3 comes first here: a number is left out.", True),
        ("en", "LAW\nArticle 1. A\n(c) b;\n(d) c.\n", "c comes first here: a number is left out.", True),
        ("ru", "ЗАКОН\nСтатья 8. А\nБ.\nСтатья 81. В\nГ.\nСтатья 9. Д\nЕ.\n", "81 follows 8: it may be 8¹.", False),
        ("ru", "ЗАКОН\nСтатья 8. А\nБ.\nСтатья 81. В\nГ.\n", "81 follows 8: it may be 8¹.", True),
        ("ru", "УКАЗ\n1. А.\n2. Б.\n21. В.\n3. Г.\n", "21 follows 2: it may be 2¹.", False),
        ("az", "QANUN\nMaddə 799. A\nB.\nMaddə 7910. C\nD.\nMaddə 800. E\nF.\n", "7910 follows 799: it may be 79¹⁰.", False),
    ],
)  # fmt: skip
def test_a_number_that_is_left_out_stops_and_a_figure_that_is_not_raised_is_named(
    name, text, said, stops, request
):
    parsed = request.getfixturevalue(name).parse(text)
    gaps = [finding for finding in parsed.warnings if finding.code == "gap"]
    assert [(str(finding.message), finding.stops) for finding in gaps] == [(said, stops)]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ru", "Статья 12 2. Ещё о предмете"),
        ("ru", "Статья 12 3"),
        ("ru", "Статья 12 <1>. Ещё о предмете"),
        ("ru", "12 1. Вставка."),
        ("az", "Maddə 12 2. Lampalar"),
        ("en", "Artic1e 13. Courts"),
        ("en", "Sub-part B. Rules"),
        ("en", "The courts are open. PART III"),
        ("en", "The courts are open. PART TWO"),
        ("en", "The courts are open. SCHEDULE 1\nFees"),
        ("en", "The courts are open. PART III\nCOURTS"),
    ],
)
def test_lines_that_hold_the_number_of_a_provision_stop(name, line, request):
    word = {"az": "Maddə", "en": "Article", "ru": "Статья"}[name]
    text = f"{word} 12. A\n12. B.\n{line}\n{word} 13. C\nD.\n"
    stopping = request.getfixturevalue(name).parse(text).stopping
    assert any(3 in finding.lines for finding in stopping)


def test_a_figure_that_was_raised_makes_no_article_out_of_order(az):
    parsed = az.parse("QANUN\nMaddə 3. A\nB.\nMaddə 3 1. C\nD.\nMaddə 4. E\nF.\n")
    assert [element.number for element in parsed.tree if element.kind.value == "article"] == ["3", "4"]
    assert [(finding.code, finding.line) for finding in parsed.stopping] == [("unparsed_line", 4)]


def test_a_list_without_its_owner_stops(az):
    parsed = az.parse("QANUN\nMaddə 9. A\n9.1.1. b;\n9.1.2. c.\n")
    assert [(finding.code, finding.line) for finding in parsed.stopping] == [("missing_parent", 3)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("LAW\nArticle 1. A\n1 – B.\n2 – C.\n", (3, 4)),
        ("LAW\nArticle 1. (a) Lamps shine.\nArticle 2. B\nC.\n", (2,)),
        ("LAW\nArticle 1. A\nA. Lamps shine.\nB. Wicks burn.\nc. Oil flows.\nD. It is dear.\n", (6,)),
        ("LAW\nArticle 1. A\n1. B:\n| 1.1 | Lamps |\n| 1.2 | Wicks |\n| l.3 | Oil |\n", (6,)),
    ],
    ids=["dashes", "a first one alone", "a letter behind a slip", "a letter for a figure in a row"],
)
def test_numbers_that_a_slip_hides_stop(text, lines, en):
    found = {line for finding in en.parse(text).stopping for line in finding.lines}
    assert found >= set(lines)


def test_what_was_inserted_leaves_no_number_out(en):
    text = "LAW\nArticle 1. A\n1.1. B.\n1.2. C.\n1.1-1. D.\n1.3. E.\n"
    assert "gap" not in {finding.code for finding in en.parse(text).warnings}
