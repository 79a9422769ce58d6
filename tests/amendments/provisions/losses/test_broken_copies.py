"""Copies from PDF and web pages: what stands in the wrong place is read right, or it stops the import."""

import pytest

COUNTED = [
    ("az", "QANUN\nMaddə 1. Bir\n1.1. Mətn bir,\ndavam edir.\n- 4 -\n1.2. Mətn.\n", "notes_in_law", 5),
    ("en", "CODE\nArticle 1. A\n1. B.\nPage 3 of 9\n2. C.\n", "notes_in_law", 4),
    ("en", "CODE\nArticle 1. A\n1. B.\nPage 125 STAT. 754\n2. C.\n", "notes_in_law", 4),
    ("en", "Fraud Act 2006\n1 Fraud\n(1) B.\n2 Fraud Act 2006 (c. 35)\n2 Gain\n(1) C.\n", "notes_in_law", 4),
    ("az", "QANUN\nMaddə 1. A\n1.1. B:\n1.1.1. C;\n1.1.2. 1.1.2. D.\n", "duplicate_number", 5),
    ("az", "QANUN\nMaddə 1. A\n1.1. B:\n1.1.1. C;\n1.1.2.1.1.2. D.\n", "duplicate_number", 5),
    ("az", "QANUN\nMaddə 1. Bir\n1.1. Anlayışlar:\n1.1.1. bir;\n1.1.2. iki;\n1 . 1 . 3 . üç.\n", "joined_numbers", 6),
    ("ru", "КОДЕКС\nСтатья 1. Кража\nТекст.\nПримечания. 1. Под хищением понимается.\n2. Ущерб.\n", "joined_numbers", 4),
    ("en", "CODE\nArticle 1. A\n1. B.\nll Chapter\nLast rules\nArticle 2. C\nD.\n", "unknown_headings", 4),
    ("az", "QANUN Bu Qanun qısadır. Maddə 1. Bir 1.1. Mətn. Maddə 2. İki 2.1. Mətn.\n", "joined_numbers", 1),
    ("az", "QƏRAR qərara alıram: 1. Lampalar yandırılsın. 2. Qərar dərc edilsin.\n", "joined_numbers", 1),
    ("ru", "ЗАКОН\nСтатья 8. Раз\nТекст. Статья 81. Права\nСтатья 9. Два\nТекст.\n", "joined_numbers", 3),
    ("en", "CODE Article 1. One. Text. Article 2. Two. Text.\n", "joined_numbers", 1),
    ("ru", "ЗАКОН Статья 1. Раз. Текст. Статья 2. Два. Текст.\n", "joined_numbers", 1),
    ("en", "CODE\nArticle 1. One. 1. First lamp. 2. Second lamp.\nArticle 2. C\nD.\n", "joined_numbers", 2),
    ("en", "CODE\nArticle 1. A\nB.\nArticle 2. Two. (1) Alpha. (2) Beta.\n", "joined_numbers", 4),
    ("en", "CODE\nArticle 1. A\nIn this Code—\n“agent” means—\n(a) one, or\n(b) two;\n“board” means—\n(a) three, or\n(b) four.\nArticle 2. C\nD.\n", "missing_parent", 8),
    ("en", "CODE\nArticle 1. A\nIn this Code—\n“agent” means—\n(a) one, or\n(b) two:\n(i) three;\n(ii) four;\n“board” means—\n(a) five, or\n(b) six.\nArticle 2. C\nD.\n", "missing_parent", 10),
    ("ru", "КОДЕКС\nСтатья 1. Раз\n1. Лампы горят.\n2. Лампы гаснут.\nСтатья 2. Лампы улиц города\nСтатья 3. Свечи старых домов\nСтатья 4. Спички из коробки\nСтатья 5. Печи больших домов\nСтатья 2. Лампы улиц города\nЛампы горят.\nСтатья 3. Свечи старых домов\nЛампы горят.\nСтатья 4. Спички из коробки\nЛампы горят.\nСтатья 5. Печи больших домов\nЛампы горят.\n", "numbers_in_contents", 5),
    ("en", "Some rules on lamps. " * 60 + "\n", "little_law", 1),
]  # fmt: skip
RIGHT = [
    (
        "az",
        "QAYDALAR\n1-ci fəsil. Ümumi\nBu Qaydalar tətbiq edilir.\n2-ci fəsil. Tələblər\nTələb birdir.\n",
        [("chapter", "Ümumi"), ("paragraph", ""), ("chapter", "Tələblər"), ("paragraph", "")],
    ),
    (
        "en",
        "An Act\n1 Changes\nFor section 2 of the Act of 1999 substitute—\n“2 New\n(1) Text.\n(2) Text.”.\n2 Start\nThis Act begins.\n",
        [("article", "Changes"), ("article", "Start")],
    ),
    (
        "ru",
        "ЗАКОН\nСтатья 1. Раз\nТекст.\nСтатья 2. Два\nМинистр решает.[2]\n",
        [("article", "Раз"), ("article", "Два")],
    ),
]
NOT_COUNTED = [
    ("az", "MƏCƏLLƏ\nBirinci bölmə\nÜMUMİ HİSSƏ\nI fəsil\nBİR\nMaddə 1. Bir\nMətn.\n"),
    ("en", "CODE\nArticle 1. A\nIn this Code—\n“agent” means—\n(a) one, or\n(b) two;\n“board” means a lamp.\nArticle 2. C\nD.\n"),
    ("en", "CODE\nArticle 1. A\nThe lamp is (1) Red. It is lit under Article 1. Article 2. is not.\nArticle 2. C\nD (a) x; (b) y.\n"),
    ("az", "QANUN\nMaddə 1. Bir\n1.1. Mətn [1] bir.\n[2] 1.2. Mətn.\n1.3. Nisbət\n3/4-dür.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "code", "line"), COUNTED)
def test_it_stops_the_import(name, text, code, line, request):
    stopping = request.getfixturevalue(name).parse(text).stopping
    assert (code, line) in {(finding.code, finding.line) for finding in stopping}


@pytest.mark.parametrize(("name", "text", "expected"), RIGHT)
def test_it_is_read_right(name, text, expected, request):
    scheme = request.getfixturevalue(name)
    parsed = scheme.parse(text)
    assert [
        (str(element.kind), element.heading)
        for element in parsed.tree
        if element.kind not in {"title", "preamble"}
    ] == expected
    assert scheme.render(parsed.tree) == text
    assert not parsed.stopping


@pytest.mark.parametrize(("name", "text"), NOT_COUNTED)
def test_good_print_does_not_stop(name, text, request):
    assert not request.getfixturevalue(name).parse(text).stopping


def law(articles, rows):
    text = "".join(
        f"Maddə {number}. Ad\n{number}.1. Lampalar yandırılır.\n" for number in range(1, articles + 1)
    )
    return (
        f"QANUN\n{text}Əlavə 1\nTariflər\n"
        + "".join(f"{number}. Lampanın tarifi bir manatdır.\n" for number in range(1, rows + 1))
        + "Söz. " * 400
        + "\n"
    )


@pytest.mark.parametrize(("articles", "rows", "is_told"), [(8, 120, True), (2, 120, False)])
def test_an_annex_that_holds_most_of_the_law_stops(articles, rows, is_told, az):
    found = [finding for finding in az.parse(law(articles, rows)).stopping if finding.code == "law_below_one"]
    assert bool(found) is is_told


def test_a_source_in_brackets_is_no_title(en):
    act = en.parse(
        "CODE\nArticle 1. A\nB.\n[41:19:1865; B § 946; BH § 2460; C § 2541; RL § 4861; NCL § 8403] — (NRS A 1979, 1512)\nArticle 2. C\nD.\n"
    )
    kinds = [row.kind.value for row in act.tree.elements]
    assert "section" not in kinds
    assert kinds.count("article") == 2
