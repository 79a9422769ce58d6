import pytest


def kinds(parsed):
    return [str(element.kind) for element in parsed.tree]


@pytest.mark.parametrize("text", ["", " \n\n", "\n", "\ufeff"])
def test_an_empty_text_is_an_empty_tree(text, az):
    parsed = az.parse(text)
    assert (len(parsed.tree), parsed.tree.tail, parsed.warnings) == (0, text, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maddə 1. Ad\n1.1. A.\nDavamı.\n1.2. B.", ["A.\nDavamı.", "B."]),
        ("Maddə 1. Ad\n1.1. A:\n- bir;\n- iki.", ["A:\n- bir;\n- iki."]),
        ("Maddə 1. Ad\n1.1. A.\n10.5 manat\n1.2. B.", ["A.\n10.5 manat", "B."]),
        ("Maddə 1. Ad\n1.1.\nA.\n1.2. B.", ["A.", "B."]),
    ],
)
def test_a_paragraph_continues_the_part_before_it(text, expected, az):
    parsed = az.parse(text)
    assert [element.text for element in parsed.tree if element.kind == "part"] == expected


def test_a_paragraph_directly_in_a_chapter_is_an_element_of_its_own(az):
    parsed = az.parse("Fəsil 1\nAd\nBirinci cümlə burada.\nİkinci cümlə.\nMaddə 1. Ad\nMətn.")
    assert kinds(parsed) == ["chapter", "paragraph", "paragraph", "article"]
    assert {element.parent for element in parsed.tree if element.kind == "paragraph"} == {"chp_1"}


@pytest.mark.parametrize(
    ("text", "heading", "words"),
    [
        ("Maddə 1. Ad\nMətn.", "Ad", "Mətn."),
        ("Maddə 1.\nAd\nMətn.", "Ad", "Mətn."),
        ("Maddə 1\n\nAd\n\nMətn.", "Ad", "Mətn."),
        ("Maddə 1. Uzun\nad burada\nMətn.", "Uzun ad burada", "Mətn."),
        (
            "Maddə 1. Bu Qanun dərc edildiyi gündən qüvvəyə minir.",
            "",
            "Bu Qanun dərc edildiyi gündən qüvvəyə minir.",
        ),
        ("Maddə 1. Bu Qanunda:\n1) söz çıxarılsın;", "", "Bu Qanunda:"),
        ("Maddə 1. Ad.\n1.1. Mətn.", "Ad.", ""),
        ("Maddə 1. Ad\n", "Ad", ""),
        ("Maddə 1\nMətn cümlədir.", "", "Mətn cümlədir."),
    ],
)
def test_heading_and_text_of_an_article(text, heading, words, az):
    article = az.parse(text).tree.elements[0]
    assert (article.heading, article.text) == (heading, words)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Fəsil 1\nÜMUMİ\nMÜDDƏALAR\nMaddə 1. Ad", "ÜMUMİ MÜDDƏALAR"),
        ("Fəsil 1. Ümumi müddəalar\nMaddə 1. Ad", "Ümumi müddəalar"),
        ("Fəsil 1\n\nSistem.\n\nİnformasiya təminatı\n\nMaddə 1. Ad", "Sistem. İnformasiya təminatı"),
        ("Fəsil 1\nÜmumi müddəalar\nMaddə 1. Ad", "Ümumi müddəalar"),
        ("Fəsil 1\nMaddə 1. Ad", ""),
    ],
)
def test_heading_of_a_chapter(text, heading, az):
    parsed = az.parse(text)
    assert parsed.tree.elements[0].heading == heading
    assert ("missing_heading" in {finding.code for finding in parsed.warnings}) == (heading == "")


def test_footnote_marks_are_lifted_and_put_back(az):
    text = "Maddə 1 [7]. Ad [12]\n1.1. Söz [1] [2] söz.[3]\n\n[4]\n1.2. [5] Mətn"
    parsed = az.parse(text)
    article, first, second = parsed.tree
    assert [(mark.number, mark.field, mark.offset, mark.printed) for mark in article.marks] == [
        ("7", "number", 0, " [7]"),
        ("12", "heading", 2, " [12]"),
    ]
    assert first.text == "Söz söz."
    assert [(mark.number, mark.offset) for mark in first.marks] == [("1", 3), ("2", 3), ("3", 8), ("4", 8)]
    assert (second.text, second.marks[0].printed) == ("Mətn", "[5] ")
    assert az.render(parsed.tree) == text


def test_a_note_belongs_to_the_article_and_a_list_goes_on_after_it(az):
    parsed = az.parse("Maddə 1. Ad\n1. Bir.\n2. İki.\nQeyd: Qeyd mətni.\n3. Üç.")
    assert [(element.eid, element.parent) for element in parsed.tree][3:] == [
        ("art_1__note_1", "art_1"),
        ("art_1__para_3", "art_1"),
    ]


def test_a_note_may_have_numbered_parts(az):
    parsed = az.parse("Maddə 1. Ad\n1.1. Bir.\nQeyd:\n1. Birinci.\n2. İkinci.\n1.2. İki.")
    assert [element.eid for element in parsed.tree] == [
        "art_1",
        "art_1__para_1",
        "art_1__note_1",
        "art_1__note_1__para_1",
        "art_1__note_1__para_2",
        "art_1__para_2",
    ]


@pytest.mark.parametrize(
    ("start", "title"),
    [("Mündəricat\n", True), ("M Ü N D Ə R İ C A T\n", True), ("", False)],
    ids=["title", "spaced", "bare"],
)
def test_a_table_of_contents_is_no_law(start, title, az):
    contents = "Fəsil 1. Bir\nMaddə 1. A\nMaddə 2. B\nFəsil 2. İki\nMaddə 3. C\n"
    body = "Fəsil 1. Bir\nMaddə 1. A\nMətn.\nMaddə 2. B\nMətn.\nFəsil 2. İki\nMaddə 3. C\nMətn."
    parsed = az.parse(f"QANUN\n{start}{contents}{body}")
    assert kinds(parsed) == ["title", "contents", "chapter", "article", "article", "chapter", "article"]


def test_a_table_of_contents_may_stand_last(az):
    parsed = az.parse(
        "Fəsil 1\nBir\nMaddə 1. A\nMətn.\nMündəricat\nFəsil 1 Bir 1\nBölmənin adı\nFəsil 2 İki 5\n"
    )
    assert kinds(parsed) == ["chapter", "article", "contents"]


def test_tables_are_kept_as_blocks(az):
    text = "Maddə 1. Ad\n1.1. Cədvəl:\nAd\tQiymət\nA\t\n\tB\n1.2. Davamı."
    parsed = az.parse(text)
    assert kinds(parsed) == ["article", "part", "table", "part"]
    assert parsed.tree.elements[2].text == "Ad\tQiymət\nA\t\n\tB"


def test_table_cells_on_lines_of_their_own_are_one_block(az):
    text = "Əlavə 1\nSiyahı\n\nAd\n\n\t\n\nQiymət\n\n\n\nA\n\n\t\n\nB\n"
    parsed = az.parse(text)
    assert kinds(parsed) == ["annex", "table"]
    assert parsed.tree.elements[0].heading == "Siyahı"
    assert az.render(parsed.tree) == text


def test_words_after_a_table_do_not_move_before_it(az):
    text = "Maddə 1. Ad\n1.1. Cədvəl:\nA\tB\nC\tD\nSon söz.\nDaha bir söz."
    parsed = az.parse(text)
    assert kinds(parsed) == ["article", "part", "table", "paragraph", "paragraph"]
    assert az.render(parsed.tree) == text


def test_a_heading_in_capitals_ends_an_article(az):
    parsed = az.parse("Maddə 1. Ad\n1.1. Mətn.\n\nDÖVLƏT RÜSUMUNUN DƏRƏCƏLƏRİ\n\nMaddə 2. Ad\nMətn.")
    assert kinds(parsed) == ["article", "part", "section", "article"]


def test_chapters_nest_in_the_order_of_their_first_use(en):
    outer_section = en.parse("Section 1\nA\nChapter 1\nB\nArticle 1. C\nText.\nSection 2\nD")
    outer_chapter = en.parse("Chapter 1\nA\nSection 1\nB\nArticle 1. C\nText.\nChapter 2\nD")
    assert [element.eid for element in outer_section.tree][1] == "sec_1__chp_1"
    assert [element.eid for element in outer_chapter.tree][1] == "chp_1__sec_1"


def test_footnotes_without_a_title_are_apparatus(az):
    parsed = az.parse("Maddə 1. Ad\n1.1. Mətn. [1]\n[1] Birinci qeyd.\n[2] İkinci qeyd.")
    assert kinds(parsed) == ["article", "part", "apparatus"]
    assert parsed.tree.elements[2].marks == ()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("Maddə 1. A\nB.\nMaddə 1. C\nD.", "duplicate_number", 3),
        ("Maddə 1. A\nB.\nMaddə 3. C\nD.", "gap", 3),
        ("Maddə 2. A\nB.\nMaddə 1. C\nD.", "out_of_order", 3),
        ("Maddə 1. A\n1.1. B.\n2.2. C.\nMaddə 2. D\nE.", "foreign_number", 3),
        ("Maddə 1. A\n1.1.1. B.", "missing_parent", 2),
        ("Fəsil 1\nMaddə 1. A\nB.", "missing_heading", 1),
        ("Maddə 1. A\nV. B.", "unparsed_line", 2),
        ("Maddə 1. A\n1.1. B:\n1.1.1. C;\n1.1.2. D\n1.1.3. E;\n1.1.4. F;\n1.1.5. G.", "end_punctuation", 4),
        ("Maddə 1. A\n1.1. B:\n1.1.1. C;\n1.1.2. D;\n1.1.3. E", "end_punctuation", 5),
    ],
)
def test_what_a_person_should_look_at(text, code, line, az):
    assert [(finding.code, finding.line) for finding in az.parse(text).warnings] == [(code, line)]


@pytest.mark.parametrize(
    "text",
    [
        "Maddə 1. A\n1. B.\n1-1. C.\n2. D.",
        "Maddə 1. A\nB.\nMaddə 1-1. C\nD.\nMaddə 2. E\nF.",
        "Maddə 1. A\na) b;\nb) c.\nMaddə 2. D\nE.",
    ],
)
def test_a_clean_act_gives_no_findings(text, az):
    assert az.parse(text).warnings == ()


def test_a_number_printed_twice_gets_an_eid_of_its_own(az):
    parsed = az.parse("Maddə 1. A\n1.1. B.\n1.1. C.")
    assert [element.eid for element in parsed.tree] == ["art_1", "art_1__para_1", "art_1__para_1_2"]


def test_articles_of_an_annex_are_named_within_it(az):
    parsed = az.parse("Maddə 1. A\nB.\nƏlavə 2\nQaydalar\nFəsil 1\nAd\nMaddə 1. C\nD.")
    assert [element.eid for element in parsed.tree] == [
        "art_1",
        "annex_2",
        "annex_2__chp_1",
        "annex_2__art_1",
    ]
    assert parsed.warnings == ()


def test_decimal_rules_without_articles(az):
    parsed = az.parse("QAYDALAR\n1. Ümumi müddəalar\n1.1. A:\n1.1.1. B.\n2. Son\n2.1. C.")
    assert [element.eid for element in parsed.tree] == [
        "title",
        "para_1",
        "para_1__subpara_1",
        "para_1__subpara_1__point_1",
        "para_2",
        "para_2__subpara_1",
    ]


def test_footnote_marks_of_numbers_hang_on_the_number(az):
    text = "Maddə 1. Ad\n1.1[3]. Bir:\na [4]) iki."
    parsed = az.parse(text)
    assert [(element.number, [mark.printed for mark in element.marks]) for element in parsed.tree] == [
        ("1", []),
        ("1.1", ["[3]"]),
        ("a", [" [4]"]),
    ]
    assert az.render(parsed.tree) == text


def test_a_heading_line_of_nothing_but_marks_hangs_on_the_label(az):
    text = "Fəsil 1\n[5]\nAd\nMaddə 1. A\nB."
    chapter = az.parse(text).tree.elements[0]
    assert (chapter.heading, [(mark.number, mark.field) for mark in chapter.marks]) == (
        "Ad",
        [("5", "number")],
    )
    assert az.render(az.parse(text).tree) == text


def test_numbers_with_other_dashes_have_plain_eids(az):
    parsed = az.parse("Maddə 1¹. A\n1–1.2. B.\nMaddə 2. C\nD.")
    assert [element.eid for element in parsed.tree] == ["art_1-1", "art_1-1__para_2", "art_2"]


def test_numbers_of_different_levels_are_not_compared(az):
    assert az.parse("Maddə 1. A\n1.1. B.\n1.2. C.\nMaddə 2.1. D\nE.\nMaddə 3.1. F\nG.").warnings == ()


def test_a_table_after_a_paragraph_stands_in_the_same_chapter(az):
    parsed = az.parse("Fəsil 1\nAd\nCümlə burada.\nA\tB\nC\tD\n")
    assert [element.parent for element in parsed.tree] == ["", "chp_1", "chp_1"]


def test_a_list_that_starts_again_does_not_nest_in_itself(az):
    parsed = az.parse("Maddə 1. A\n1. B:\n1) c;\n2) d;\nBundan başqa;\n1) e.\n2. F.")
    assert [element.eid for element in parsed.tree][2:] == [
        "art_1__para_1__subpara_1",
        "art_1__para_1__subpara_2",
        "art_1__para_1__subpara_1_2",
        "art_1__para_2",
    ]
    assert [finding.code for finding in parsed.warnings] == ["out_of_order"]


def test_a_preamble_below_a_blank_line_is_no_part_of_the_title(en):
    parsed = en.parse(
        "Constitution of Caspia\n\nWe, the people,\n\nunited by law\n\nadopt this.\n\nArticle 1\nA.\n"
    )
    assert [(each.kind, each.text) for each in parsed.tree][:2] == [
        ("title", "Constitution of Caspia"),
        ("preamble", "We, the people,\nunited by law\nadopt this."),
    ]
