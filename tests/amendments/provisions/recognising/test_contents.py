"""A table of contents is found wherever it stands, and takes no line of the law with it."""

import pytest

LAW = (
    "QANUN\n{before}BİRİNCİ BÖLMƏ\nÜMUMİ QAYDALAR\n1-ci fəsil\nLAMPALAR\nMaddə 1. Əhatə dairəsi\n1.1. Bu Qanun lampalar haqqındadır.\n"
    "1.2. İstisna yoxdur.\nMaddə 2. Əsas anlayışlar\n2.1. Lampa işıq verir.\n{middle}2-ci fəsil\nFƏNƏRLƏR\n"
    "Maddə 3. Fənərlərin saxlanması\n3.1. Fənər küçədə dayanır.\nİKİNCİ BÖLMƏ\nSON QAYDALAR\n"
    "3-cü fəsil\nQÜVVƏYƏMİNMƏ\nMaddə 4. Qüvvəyəminmə günü\n4.1. Qanun sabah qüvvəyə minir.\n{after}"
)
ARTICLES = "Maddə 1. Əhatə dairəsi\nMaddə 2. Əsas anlayışlar\nMaddə 3. Fənərlərin saxlanması\nMaddə 4. Qüvvəyəminmə günü\n"
CHAPTERS = "1-ci fəsil\nLAMPALAR\n2-ci fəsil\nFƏNƏRLƏR\n3-cü fəsil\nQÜVVƏYƏMİNMƏ\n"
SECTIONS = "I. ÜMUMİ QAYDALAR (1-3)\nII. SON QAYDALAR (4)\n"
NUMBERED = "I. ÜMUMİ QAYDALAR\n1. LAMPALAR (1-2)\n2. FƏNƏRLƏR (3)\nII. SON QAYDALAR\n3. QÜVVƏYƏMİNMƏ (4)\n"
PAGES = (
    "Maddə 1. Əhatə dairəsi ........ 1\nMaddə 2. Əsas anlayışlar\t2\nMaddə 3. Fənərlərin saxlanması . . . . . 3\n"
    "Maddə 4. Qüvvəyəminmə günü      14\n"
)
RENAMED = "Maddə 1. Dairə\nMaddə 2. Anlayışlar haqqında\nMaddə 3. Fənərlər və başqaları\nMaddə 4. Gün\n"
CLOSING = "İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI\n"
TITLE = "MÜNDƏRİCAT\n"
WHOLE = [
    *("section BİRİNCİ", "chapter 1", "article 1", "part 1.1", "part 1.2", "article 2", "part 2.1", "chapter 2", "article 3"),
    *("part 3.1", "section İKİNCİ", "chapter 3", "article 4", "part 4.1"),
]  # fmt: skip


def numbered(parsed):
    return [f"{element.kind} {element.number}" for element in parsed.tree if element.number]


@pytest.mark.parametrize(
    "table",
    [
        TITLE,
        TITLE + ARTICLES,
        TITLE + CHAPTERS,
        TITLE + SECTIONS,
        TITLE + NUMBERED,
        TITLE + PAGES,
        TITLE + RENAMED,
        TITLE + "(Fəsli açmaq üçün adına basın)\n" + SECTIONS + CLOSING,
        TITLE + SECTIONS + CLOSING + "FƏSİLLƏR\n" + NUMBERED,
        TITLE + CHAPTERS + TITLE + CHAPTERS,
        TITLE + TITLE + ARTICLES,
        "M Ü N D Ə R İ C A T\n" + CHAPTERS,
        "## Mündəricat\n" + ARTICLES,
        "Mündəricat:\n" + ARTICLES + "AZƏRBAYCAN RESPUBLİKASININ QANUNU\n",
    ],
)
@pytest.mark.parametrize("place", ["before", "middle", "after"])
def test_a_table_of_contents_takes_nothing_of_the_law(table, place, az):
    places = {"before": "", "middle": "", "after": ""} | {place: table}
    text = LAW.format(**places)
    parsed = az.parse(text)
    assert numbered(parsed) == WHOLE
    assert az.render(parsed.tree) == text


def test_repealed_sections_in_a_row_are_no_table(en):
    row = "### § 32 — (weggefallen)\n### § 33\n(weggefallen)\n### § 33a\n(weggefallen)\n"
    below = "### § 34 — Care\nA lamp is lit.\n### § 40 — (weggefallen)\n### § 41 — Again\nLit.\n### § 42\n(weggefallen)\n"
    parsed = en.parse(f"LAW\n### § 31 — Lamps\nA lamp shines.\n{row}{below}")
    assert "contents" not in {str(element.kind) for element in parsed.tree}
    assert [element.number for element in parsed.tree if element.number][:4] == ["31", "32", "33", "33a"]


@pytest.mark.parametrize(
    "table", [ARTICLES, CHAPTERS, NUMBERED.replace("I. ÜMUMİ", "BİRİNCİ BÖLMƏ. ÜMUMİ", 1)]
)
@pytest.mark.parametrize("times", [1, 2])
def test_a_table_without_a_title_stands_before_the_law(table, times, az):
    parsed = az.parse(LAW.format(before=table * times, middle="", after=""))
    assert numbered(parsed) == WHOLE
    assert "contents" in {str(element.kind) for element in parsed.tree}


def test_a_title_alone_is_no_table_inside_the_law(az):
    parsed = az.parse("Maddə 1\nMündəricat\nMaddə 2. B\nMətn.")
    assert [(element.number, element.heading) for element in parsed.tree] == [("1", "Mündəricat"), ("2", "B")]


@pytest.mark.parametrize(
    "title", ["Table of Contents", "CONTENTS", "Contents:", "## Contents", "Arrangement of Sections"]
)
def test_an_empty_table_swallows_no_article(title, en):
    parsed = en.parse(
        f"BYLAWS\n{title}\nArticle I\nName\nThe name is Lamps.\nArticle II\nOffice\nIt is here."
    )
    assert [(element.kind, element.heading) for element in parsed.tree][1:] == [
        ("contents", ""),
        ("article", "Name"),
        ("article", "Office"),
    ]


def test_sections_with_numbers_alone_are_listed_and_stand_below(en):
    names = ["Short title", "Interpretation", "Duties of keepers", "Commencement"]
    table = "".join(f"{number} {name}\n" for number, name in enumerate(names, 1))
    law = "".join(f"{number} {name}\nNobody may keep a lamp.\n" for number, name in enumerate(names, 1))
    parsed = en.parse(f"LAMPS ACT\nARRANGEMENT OF SECTIONS\n{table}{law}")
    assert numbered(parsed) == ["article 1", "article 2", "article 3", "article 4"]


def test_entries_that_end_with_a_full_stop_begin_the_sections_below(en):
    names = ["Short title", "Definitions", "Grant of licence"]
    table = "".join(f"{number}. {name}.\n" for number, name in enumerate(names, 1))
    law = "".join(f"{number}. {name}.—(1) Words.\n(2) Others.\n" for number, name in enumerate(names, 1))
    parsed = en.parse(f"LAMPS ACT\nARRANGEMENT OF SECTIONS\nSECTIONS\n{table}{law}")
    assert [line for line in numbered(parsed) if line.startswith("article")] == [
        "article 1",
        "article 2",
        "article 3",
    ]


NAMES = [
    *("Naming of lamps", "Keepers of lamps", "Bulbs and wicks", "Fees to be paid", "Penalties for keepers"),
    *("Powers of the board", "Appeals to the court", "Forms and seals", "Final provisions of this Act"),
]


@pytest.mark.parametrize(
    "title", ["ARRANGEMENT OF PARTS AND ARTICLES Article Page Preamble 1", "What stands where"]
)
@pytest.mark.parametrize("stop", ["", "."])
@pytest.mark.parametrize(
    "last", ["", "SCHEDULES\n", "SCHEDULES\nSchedule (A): Rates 70 Schedule (B): Forms 80\n"]
)
def test_contents_that_end_with_schedules_take_nothing_of_the_law(title, stop, last, en):
    """The article and its name stand in two lines of the law, in one of the contents."""
    pages = "".join(f"{number}. {name}{stop or f' {number}0'}\n" for number, name in enumerate(NAMES, 1))
    law = "".join(
        f"{name}\n{number}. (1) It is so.\n(2) It is not.\nIt goes on.\n"
        for number, name in enumerate(NAMES, 1)
    )
    text = f"LAMPS ACT\n{title}\nPART ONE\nALL LAMPS\n{pages}{last}This Act is made for the lamps.\nPART ONE\nALL LAMPS\n{law}"
    parsed = en.parse(text)
    assert numbered(parsed)[:2] == ["section ONE", "article 1"]
    assert numbered(parsed).count("article 9") == 1
    assert "annex" not in {str(element.kind) for element in parsed.tree}
    assert en.render(parsed.tree) == text
