import pytest


def outline(parsed):
    return [(str(element.kind), element.number, element.heading or element.text) for element in parsed.tree]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maddə 1. A\n1.1. B. 1.2. C.\n1.3. D.", [("part", "1.1", "B."), ("part", "1.2", "C."), ("part", "1.3", "D.")]),
        ("Maddə 1. A 1.1. B. 1.2. C.\nMaddə 2. D\n2.1. E.", [("part", "1.1", "B."), ("part", "1.2", "C."), ("article", "2", "D"), ("part", "2.1", "E.")]),
        ("Maddə 1. A\n1.1. B: 1.1.1. c; 1.1.2. d.\n1.2. E.", [("part", "1.1", "B:"), ("point", "1.1.1", "c;"), ("point", "1.1.2", "d."), ("part", "1.2", "E.")]),
        ("Maddə 1. A\n1.1. B. Maddə 2. C\n2.1. D.\nMaddə 3. E\n3.1. F.", [("part", "1.1", "B."), ("article", "2", "C"), ("part", "2.1", "D."), ("article", "3", "E"), ("part", "3.1", "F.")]),
        ("Maddə 1. A\nMətn. Maddə 2. C\nMaddə 3. D\nE.", [("article", "2", "C"), ("article", "3", "D")]),
        ("Maddə 1. A\n1.1. Bu Qanunun 1.2. maddəsi.\n1.2. B.", [("part", "1.1", "Bu Qanunun 1.2. maddəsi."), ("part", "1.2", "B.")]),
        ("Maddə 1. A\n1.1. Məbləğ 1.2. manatdır.", [("part", "1.1", "Məbləğ 1.2. manatdır.")]),
    ],
)  # fmt: skip
def test_a_line_is_cut_before_the_number_that_comes_next(text, expected, az):
    parsed = az.parse(text)
    assert outline(parsed)[1:] == expected
    assert az.render(parsed.tree) == text


def test_a_citation_of_an_article_cuts_no_line(en):
    text = "Article 1. A\nSee Article 2. The rest.\nArticle 4. B\nC."
    assert [element.number for element in en.parse(text).tree] == ["1", "4"]


def test_the_number_of_another_annex_does_not_hide_one(az):
    text = (
        "QANUN\nMaddə 1. Ad\n1.1. A. 1.2. B.\n1.3. C.\nƏlavə 1\n1.1. A. 1.2. B.\n1.3. C.\nƏlavə 2\n1.2. D.\n"
    )
    numbers = [element.number for element in az.parse(text).tree if element.kind == "part"]
    assert numbers == ["1.1", "1.2", "1.3", "1.1", "1.2", "1.3", "1.2"]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("I bölmə Ümumi Birinci fəsil Lampalar", [("section", "I", "Ümumi"), ("chapter", "Birinci", "Lampalar")]),
        ("I BÖLMƏ Birinci fəsil. Lampalar", [("section", "I", ""), ("chapter", "Birinci", "Lampalar")]),
        ("I bölmə. Ümumi. Birinci fəsil", [("section", "I", "Ümumi."), ("chapter", "Birinci", "")]),
    ],
)  # fmt: skip
def test_two_headings_on_one_line_are_two(heading, expected, az):
    text = f"QANUN\n{heading}\nMaddə 1. A\nB.\nİkinci fəsil\nFənərlər\nMaddə 2. C\nD.\n"
    parsed = az.parse(text)
    assert outline(parsed)[1:] == [
        *expected,
        ("article", "1", "A"),
        ("chapter", "İkinci", "Fənərlər"),
        ("article", "2", "C"),
    ]
    assert az.render(parsed.tree) == text


def test_a_heading_that_only_names_a_chapter_is_one(en):
    text = "ACT\nPART I\nCHAPTER 1\nLAMPS\nArticle 1. A\nB.\nPART II REPEAL OF CHAPTER 1\nArticle 2. C\nD.\nCHAPTER 2\nE\nArticle 3. F\nG."
    chapters = [element.number for element in en.parse(text).tree if element.kind == "chapter"]
    assert chapters == ["1", "2"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("az", "I fəsil. A\nMaddə 1. B\n1.1. C. II fəsil. D\nMaddə 2. E\n2.1. F."),
        ("az", "Birinci fəsil\nA\nMaddə 1. B\n1.1. C. İkinci fəsil\nD\nMaddə 2. E\n2.1. F."),
        ("en", "Chapter I. A\nArticle 1. B\n1. C. Chapter II. D\nArticle 2. E\n1. F."),
        ("en", "CHAPTER I\nA\nArticle 1. B\n1. C. CHAPTER II\nD\nArticle 2. E\n1. F."),
        ("ru", "Глава 1. А\nСтатья 1. Б\n1. В. Глава 2. Г\nСтатья 2. Д\n1. Е."),
    ],
)
def test_a_line_is_cut_before_the_chapter_that_comes_next(name, text, request):
    scheme = request.getfixturevalue(name)
    parsed = scheme.parse(text)
    kinds = [str(element.kind) for element in parsed.tree]
    assert kinds == ["chapter", "article", "part", "chapter", "article", "part"]
    assert not parsed.stopping
    assert scheme.render(parsed.tree) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("az", "I fəsil. A\nMaddə 1. B\n1.1. Bu qanun tətbiq olunur II fəsil. D\nMaddə 2. E\n2.1. F."),
        ("az", "1-ci fəsil. A\nMaddə 1. B\n1.1. Tətbiq olunur 2-ci fəsil. D\nMaddə 2. E\n2.1. F."),
        ("az", "Birinci fəsil\nA\nMaddə 1. B\n1.1. Tətbiq olunur İkinci fəsil\nD\nMaddə 2. E\n2.1. F."),
        ("en", "Chapter I. A\nArticle 1. B\n1. This law applies Chapter II. Courts\nArticle 2. E\n1. F."),
        ("en", "CHAPTER I\nA\nArticle 1. B\n1. It applies CHAPTER II COURTS\nArticle 2. E\n1. F."),
        ("en", "CHAPTER I\nA\nArticle 1. B\n1. It applies CHAPTER II\nCOURTS\nArticle 2. E\n1. F."),
        ("ru", "Глава 1. А\nСтатья 1. Б\n1. Он применяется Глава 2. Г\nСтатья 2. Д\n1. Е."),
    ],
)  # fmt: skip
def test_a_line_without_a_full_stop_is_cut_before_the_chapter_that_comes_next(name, text, request):
    scheme = request.getfixturevalue(name)
    parsed = scheme.parse(text)
    kinds = [str(element.kind) for element in parsed.tree]
    assert kinds == ["chapter", "article", "part", "chapter", "article", "part"]
    assert not parsed.stopping
    assert scheme.render(parsed.tree) == text


@pytest.mark.parametrize(
    "words", ["It applies to Chapter IV. Courts", "It applies in the cases of Chapter III"]
)
def test_a_chapter_that_does_not_come_next_is_told(words, en):
    text = f"Chapter I. A\nArticle 1. B\n{words}\nArticle 2. C\nD."
    parsed = en.parse(text)
    assert [element.number for element in parsed.tree] == ["I", "1", "2"]
    assert [finding.code for finding in parsed.stopping] == ["joined_numbers"]


def test_a_cited_chapter_that_stands_elsewhere_cuts_no_line(en):
    text = "Chapter I. A\nArticle 1. B\nIn the cases of Chapter II\nArticle 2. C\nD.\nChapter II. E\nArticle 3. F\nG."
    parsed = en.parse(text)
    assert [element.number for element in parsed.tree] == ["I", "1", "2", "II", "3"]
    assert not parsed.stopping


def test_each_of_several_joined_chapters_is_one(en):
    text = (
        "LAW\nChapter I. General\nArticle 1. Fees\nThe fee is ten. Chapter II. Special\nArticle 2. Pay\nOne pays. Chapter III. More\n"
        "Article 3. More\nIt is more. Chapter IV. End\nArticle 4. End\nThe law ends.\n"
    )
    parsed = en.parse(text)
    assert [one.number for one in parsed.tree if one.kind == "chapter"] == ["I", "II", "III", "IV"]
    assert not parsed.stopping
    assert en.render(parsed.tree) == text


@pytest.mark.parametrize("end", [".", ""])
def test_all_chapters_joined_to_the_line_before_are_all_named(end, en):
    text = (
        f"LAW Chapter I. General\nArticle 1. Fees\nThe fee is ten{end} Chapter II. Special\nArticle 2. Pay\n"
        f"One pays{end} Chapter III. End\nArticle 3. End\nThe law ends.\n"
    )
    joined = [one for one in en.parse(text).warnings if one.code == "joined_numbers"]
    assert [(one.count, one.lines, one.stops) for one in joined] == [(3, (1, 3, 5), True)]
