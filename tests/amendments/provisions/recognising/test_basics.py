import pytest


def outline(parsed):
    return [f"{element.kind} {element.number}" for element in parsed.tree if element.number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 1. A\nB.\n§ 2. C\nD.", ["article 1", "article 2"]),
        ("Chapter 1\nA\n§ 1. B\nArticle 1. C\nD.", ["chapter 1", "division 1", "article 1"]),
        ("Chapter 1\nA\n§ 1. B\n1. C.\n§ 2. D\n2. E.", ["chapter 1", "division 1", "part 1", "division 2", "part 2"]),
        ("Section 1. A\nB.\nSection 2. C\nD.", ["article 1", "article 2"]),
        ("Section I\nA\nArticle 1. B\nC.", ["section I", "article 1"]),
        ("Part 1—General\n1 Names\nA.\n2 (1) B.\n(2) C.", ["section 1", "article 1", "article 2", "part 1", "part 2"]),
        ("1Names\n(1)A.\n2Fees\nB.", ["article 1", "part 1", "article 2"]),
        ("###### 1 Names\nA.\n###### 2 Fees\nB.", ["article 1", "article 2"]),
        ("1. Title.—(1) A.\n(2) B.\n2. Fees\nC.", ["article 1", "part 1", "part 2", "article 2"]),
        ("1. A.\n2.\n(1) B.\n(2) C.\n3. D.", ["article 1", "article 2", "part 1", "part 2", "article 3"]),
        ("1. A.\n2.\n(a) B;\n(b) C.\n3.\n(1) D.\n(2) E.", ["article 1", "article 2", "point a", "point b", "article 3", "part 1", "part 2"]),
        ("Names\n1. A.\nFees\n2.\n(1) B.\n(2) C.\nEnds\n3. D.", ["article 1", "article 2", "part 1", "part 2", "article 3"]),
        ("1. A.\n2.—\n(1) B.\n(2) C.", ["article 1", "article 2", "part 1", "part 2"]),
        ("1. To approve the Rules.\n2. To repeal:\n(a) A.", ["part 1", "part 2", "point a"]),
        ("Decision\nPassed on\n1 June in the City.", []),
        ("1 Names\nA.\n1 June is a date.\n2 Fees\nB.", ["article 1", "article 2"]),
        ("###### 1\nIn this Act,\n(a) b;\n###### 2\n(1) C.\n(2) D.\n###### 4 to 6\n[Repealed, 1990]\n###### 7 Fees\nE.", ["article 1", "point a", "article 2", "part 1", "part 2", "article 4 to 6", "article 7"]),
        ("1\nNames\nA b c.\n2\nFees\nD e f.\n3\nEnds\nG h i.", ["article 1", "article 2", "article 3"]),
        ("1 Names\nA.\n2 [Repealed]\n3 to 5 (omitted)\n6 Fees\nB.", ["article 1", "article 2", "article 3 to 5", "article 6"]),
        ("1 Names\nA.\n2 Fees\nB.\n9 Ends\nC.\n10 Last\nD.", ["article 1", "article 2", "article 9", "article 10"]),
        ("1 Names\nA.\n40 Days pass.\n2 Fees\nB.\n3 Ends\nC.", ["article 1", "article 2", "article 3"]),
        ("A1 Purpose\nA.\nA2 Scope\nB.\nA3 Ends\nC.", ["article A1", "article A2", "article A3"]),
        ("Short title\n1. This Act has a name.\nFees\n2. A fee is paid.\nEnds\n3. It ends.", ["article 1", "article 2", "article 3"]),
        ("1. Short title\nThis Act has a name.\n2. Fees\nA fee is paid.\n3. Ends\nIt ends.", ["article 1", "article 2", "article 3"]),
        ("##### 1. **Title.**\n**1.**—(1) A.\n(2) B.\n##### 2. **Fees.**\n**2.** A fee is paid.", ["article 1", "part 1", "part 2", "article 2"]),
        ("**Section 1.** A.\n**Section 2.** B.", ["article 1", "article 2"]),
        ("Article L111-1\nA.\nArticle L. 111-2\nB.\nArticle R. 12\nC.\nArticle A12B\nD.", ["article L111-1", "article L. 111-2", "article R. 12", "article A12B"]),
        ("Article R*123-1\nA.\nArticle R. * 123-2\nB.\nArticle L 121-1\nC.\nArticle LO 111\nD.", ["article R*123-1", "article R. * 123-2", "article L 121-1", "article LO 111"]),
        ("AN ACT\n1 to 20\n[Repealed]\n21 Fees\nA.\n22 Ends\nB.", ["article 1 to 20", "article 21", "article 22"]),
        ("1 Names\nA.\n4 [Repealed by Act 5 of 1990]\n5 Ends\nB.", ["article 1", "article 4", "article 5"]),
        ("CODE\nL121-1\nIt a b.\nL121-2\nIt c d.\nL122-1\nIt e f.", ["article L121-1", "article L121-2", "article L122-1"]),
        ("Article 39\nA.\nArticle 39 bis\nB.\nArticle 39 bis A\nC.\nArticle 39 ter\nD.\nArticle 333 H\nE.", ["article 39", "article 39 bis", "article 39 bis A", "article 39 ter", "article 333 H"]),
        ("PARTIE 1\nA\nArticle 1. B\nC.", ["article 1"]),
        ("Sec. 12.01. NAMES. A.\nSec. 12.02. FEES. B.", ["article 12.01", "article 12.02"]),
        ("Article 1. A\nB:\n1° c;\n2° d.\nArticle 2. E\nF.", ["article 1", "point 1", "point 2", "article 2"]),
        ("Article 1. A\nB:\n1° c;\n2° d;\n2° bis e;\n2° ter. f;\n3° bishops.\nArticle 2. E\nF.",
         ["article 1", "point 1", "point 2", "point 2° bis", "point 2° ter", "point 3", "article 2"]),
        ("Article I\nSection 1: Names\nA.\nB:\n(1) c;\n(2) d.\nSection 2\nE.\nArticle II\nSection 1. F.\nArticle III\nG.",
         ["article I", "part 1", "point 1", "point 2", "part 2", "article II", "part 1", "article III"]),
        ("Article. I.\nSection. 1.\nA.\nArticle. II.\nSection. 1.\nB.\nSection. 2.\nC.",
         ["article I", "part 1", "article II", "part 1", "part 2"]),
        ("Article 1\nAs in that\nArticle. 4.5.2016 Journal of the Union\n1. A.\nArticle 2\nB.", ["article 1", "part 1", "article 2"]),
        ("Section 1\nA\nArticle 1. B\nC.\nSection 2\nD\nArticle 2. E\nF.", ["section 1", "article 1", "section 2", "article 2"]),
        ("Article 1. A\nB.\nChapter 1\nC\nSection 1\nD\nArticle 2. E\nF.\nChapter 2\nG\nSection 1\nH\nArticle 3. I\nJ.",
         ["article 1", "chapter 1", "section 1", "article 2", "chapter 2", "section 1", "article 3"]),
        ("Sections 5 and 6 [Repealed]\nSection 7. A\nB.\nSections 8 to 10 [Repealed]", ["article 5 and 6", "article 7", "article 8 to 10"]),
        ("1 Fees\nA.\n2 Ends\nB.\nSchedule 1\nSection 2\nItems\n1 Lamps.\n2 Bulbs.", ["article 1", "article 2", "annex 1", "part 1", "part 2"]),
        ("##### 1 Fees.\n**1.**\u2014A fee is paid.\n##### 2 Ends.\n**2.**\u2014It ends.\nSCHEDULE\nConvention\nArticle 1\nLamps are lit.\nArticle 2\nBulbs.",
         ["article 1", "article 2", "article 1", "article 2"]),
    ],
)  # fmt: skip
def test_what_does_the_work_of_articles(text, expected, en):
    parsed = en.parse(text)
    assert outline(parsed) == expected
    assert en.render(parsed.tree) == text


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("FEES ACT\nShort title\n1. This Act has a name.\nFees\n2. A fee is paid.\nEnds\n3. It ends.", ["Short title", "Fees", "Ends"]),
        ("FEES ACT\n\nShort title\n\n1. This Act has a name.\n\nFees\n\n2. A fee is paid.\n\nEnds\n\n3. It ends.", ["Short title", "Fees", "Ends"]),
        ("FEES ACT\nShort title\n1. This Act has a name.\nFees\n2.\n(1) A fee is paid.\n(2) It is small.\nEnds\n3. It ends.", ["Short title", "Fees", "Ends"]),
        ("FEES ACT\nNo. 5 of 2020\n1. This Act has a name.\nFees\n2. A fee is paid.\nEnds\n3. It ends.", ["", "Fees", "Ends"]),
    ],
)  # fmt: skip
def test_the_first_marginal_heading_stands_below_the_title(text, headings, en):
    parsed = en.parse(text)
    assert [article.heading for article in parsed.tree.of_kind("article")] == headings
    assert en.render(parsed.tree) == text


def test_a_range_that_is_repealed_below_its_numbers_is_so(en):
    repealed = en.parse("AN ACT\n1 to 20\n[Repealed]\n21 Fees\nA.\n22 Ends\nB.").tree.by_eid["art_1-20"]
    assert (repealed.repealed, repealed.heading, repealed.text) == (True, "", "[Repealed]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. Общие положения\n1. А.\nII. Порядок\n2. Б.", ["section I", "part 1", "section II", "part 2"]),
        ("I. Общие\nположения\n1. А.", ["section I", "part 1"]),
        ("I. Утвердить порядок.\nII. Опубликовать.", ["part I", "part II"]),
        ("Статья 1. А\nI. Общее\n1) б;\n2) в.", ["article 1", "part I", "point 1", "point 2"]),
    ],
)
def test_roman_numbers_above_points_are_headings(text, expected, ru):
    assert outline(ru.parse(text)) == expected


def test_numbers_above_the_enacting_words_are_recitals(en):
    parsed = en.parse("REGULATION\nWhereas:\n(1) A.\n(2) B.\nHAS ADOPTED THIS REGULATION:\nArticle 1. C\nD.")
    assert [element.kind for element in parsed.tree] == ["title", "preamble", "article"]


def test_a_heading_in_markdown_is_a_heading(en):
    text = "## Chapter 1 Lamps\n###### Article 1. A\nB."
    parsed = en.parse(text)
    assert outline(parsed) == ["chapter 1", "article 1"]
    assert en.render(parsed.tree) == text


def test_a_small_word_in_a_broken_sentence_opens_no_annex(az):
    text = "QANUN\nMaddə 1. Bir\n1.1. Gömrük orqanlarının\nəlavə\nxərcləri ödənilir.\nMaddə 2. İki\nMətn.\n"
    parsed = az.parse(text)
    assert [element.number for element in parsed.tree] == ["", "1", "1.1", "2"]
    assert "annex" not in {str(element.kind) for element in parsed.tree}
    assert az.render(parsed.tree) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("az", "QANUN\n\ni fəsil\nÜMUMİ\nMaddə 1. A\nB.\n\nii fəsil\nSON\nMaddə 2. C\nD."),
        ("en", "Law on lamps\n\nchapter i\nGENERAL\nArticle 1. A\nB.\nchapter ii. Ends\nArticle 2. C\nD."),
        ("ru", "ЗАКОН\n\nглава i\nОБЩЕЕ\nСтатья 1. А\nБ.\n\nглава ii\nКОНЕЦ\nСтатья 2. В\nГ."),
    ],
)
def test_roman_numbers_may_be_printed_in_small_letters(name, text, request):
    parsed = request.getfixturevalue(name).parse(text)
    assert outline(parsed) == ["chapter i", "article 1", "chapter ii", "article 2"]
    assert not parsed.stopping


def test_amendments_stand_behind_the_articles_of_a_constitution(en):
    text = "ARTICLE I\nSection 1. A.\nSection 2. B.\nARTICLE II\nSection 1. C.\nAMENDMENT I\nNo law.\nAmendment II. Lamps\nSection 1. D."
    parsed = en.parse(text)
    assert outline(parsed) == [
        *("article I", "part 1", "part 2", "article II", "part 1"),
        *("section I", "section II", "section 1"),
    ]
    assert not parsed.stopping


def test_numbered_titles_among_sections_that_are_called_so_are_articles_too(en):
    text = (
        "Fees Act 2020\nSection 1. Title\nText.\nSection 2. Start\nIt starts.\n3  Object\nFees are set.\n"
        "4  Fees\nThe fee is ten.\nSection 5. End\nIt ends.\n"
    )
    parsed = en.parse(text)
    articles = [(one.number, one.heading) for one in parsed.tree if one.kind == "article"]
    assert articles == [("1", "Title"), ("2", "Start"), ("3", "Object"), ("4", "Fees"), ("5", "End")]
    assert not parsed.stopping
    assert en.render(parsed.tree) == text


def test_articles_in_sections_are_not_mixed_with_them(en):
    text = "Act\nSection 1. Start\n1  Title\nText.\n2  Aim\nText.\nSection 2. End\n3  Object\nText.\n4  Repeal\nGone.\n"
    articles = [one.number for one in en.parse(text).tree if one.kind == "article"]
    assert articles == ["1", "2", "3", "4"]
