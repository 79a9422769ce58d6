import pytest
from hypothesis import example, given, strategies as st

from search.query.citations import find_citations
from search.query.pieces import unquoted


def keys(text):
    return [found.citation.key for found in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 12.3", ["12.3"]),
        ("art. 12", ["12"]),
        ("Art 8 ECHR", ["8"]),
        ("Art. 12(3)(a)", ["12.3.a"]),
        ("Article 12 (3)", ["12.3"]),
        ("subparagraph 6(1)(b)(ii)", ["6.1.b.ii"]),
        ("subsection 20(1.1)", ["20.1.1"]),
        ("subsection 20(1A)", ["20.1a"]),
        ("paragraph 27(1)(d.1)", ["27.1.d.1"]),
        ("paragraph 4(2)(aa)", ["4.2.aa"]),
        ("paragraph 3 of Article 12", ["12.3"]),
        ("Article 12, paragraph 3, point (a)", ["12.3.a"]),
        ("point (b) of paragraph 2 of the Article 7", ["7.2.b"]),
        ("Articles 12, 13 and 14.1", ["12", "13", "14.1"]),
        ("Articles 12, 13, and 15", ["12", "13", "15"]),
        ("Sections 3 & 4", ["3", "4"]),
        ("Articles 12, 14-16 and 20", ["12", "14-16", "14", "15", "16", "20"]),
        ("Articles 12 through 14", ["12", "13", "14"]),
        ("subparagraph (iii) of paragraph (b) of subsection (2) of section 49", ["49.2.b.iii"]),
        ("paragraph (b) of subsection (8) of section 49", ["49.8.b"]),
        ("paragraph 3 of Article 5, subsection 2 of section 4", ["5.3", "4.2"]),
        ("12, 13 və 15-ci maddələr", ["12", "13", "15"]),
        ("12-ci, 13-cü və 15-ci maddələr", ["12", "13", "15"]),
        ("12, 13, 14 və 15 maddələr", ["12", "13", "14", "15"]),
        ("12, 13 и 15-я статьи", ["12", "13", "15"]),
        ("с 12 по 14 статьи", ["12", "13", "14"]),
        ("статьи с 12 по 14", ["12", "13", "14"]),
        ("статья 5 с 2020 года", ["5"]),
        ("10, 12, maddə 5", ["5"]),
        ("Section 12a", ["12a"]),
        ("§ 12", ["12"]),
        ("27-L, s. 12", ["12"]),
        ("ss. 12 and 13", ["12", "13"]),
        ("12.3-cü maddə", ["12.3"]),
        ("12.3-cu maddesi", ["12.3"]),
        ("maddə 12.3", ["12.3"]),
        ("MADDƏ 12-1", ["12-1"]),
        ("12 maddə", ["12"]),
        ("12¹-ci maddə", ["12-1"]),
        ("12-1.1-ci maddənin", ["12-1.1"]),
        ("12-ci maddənin 3-cü hissəsi", ["12.3"]),
        ("12-ci maddənin 12.3-cü bəndi", ["12.3"]),
        ("12-ci və 13-cü maddələr", ["12", "13"]),
        ("9.3.4-cü maddəsinə əsasən", ["9.3.4"]),
        ("12ci maddə", ["12"]),
        ("12.3.1ci maddə", ["12.3.1"]),
        ("12 ci maddəsi", ["12"]),
        ("12-Cİ MADDƏ", ["12"]),
        ("mad.12", ["12"]),
        ("art. 12 para 3 pt 1", ["12.3.1"]),
        ("M.M. 12.3", ["12.3"]),
        ("ст. 12.3", ["12.3"]),
        ("ст.12", ["12"]),
        ("статья 12", ["12"]),
        ("12-й статьи", ["12"]),
        ("часть 3 статьи 12", ["12.3"]),
        ("п. 2 ч. 3 ст. 12", ["12.3.2"]),
        ("подпункт а пункта 2 статьи 5", ["5.2.а"]),
        ("статьи 12 и 13", ["12", "13"]),
        ("12 статьи 3 части", ["12.3"]),
        ("12.3", ["12.3"]),
        ("50.2.1, 50.2.2", ["50.2.1", "50.2.2"]),
        ("point 12.3.2", ["12.3.2"]),
        ("12.1.ç", ["12.1.ç"]),
        ("Article 12.1.c", ["12.1.c"]),
        ("maddə 12.1, bənd Ə", ["12.1.ə"]),
        ("12.1-ci maddənin e bəndi", ["12.1.e"]),
        ("12-ci maddənin üçüncü hissəsi", ["12.3"]),
        ("the third paragraph of Article 12", ["12.3"]),
        ("часть третья статьи 12", ["12.3"]),
        ("во второй части статьи 7", ["7.2"]),
        ("Article 12/3", ["12.3"]),
        ("12/3-cü maddə", ["12.3"]),
        ("12/3", ["12.3"]),
        ("Articles 12 to 15", ["12", "13", "14", "15"]),
        ("ст. 12–14", ["12", "13", "14"]),
        ("Article 12 and third countries", ["12"]),
        ("17 saylı maddə", ["17"]),
        ("12.3 nömrəli maddə", ["12.3"]),
        ("maddə № 22", ["22"]),
        ("Article No. 66", ["66"]),
        ("article no 7.2", ["7.2"]),
        ("ст. № 69", ["69"]),
        ("m. 12, h. 3, b. 2", ["12.3.2"]),
        ("9 - cu maddəsi", ["9"]),
        ("on beşinci maddə", ["15"]),
        ("iyirminci maddənin on birinci hissəsi", ["20.11"]),
        ("the twenty-first article", ["21"]),
        ("двадцать первая статья", ["21"]),
        ("часть двенадцатая статьи 7", ["7.12"]),
        ("subsection 8 of section 42", ["42.8"]),
        ("sect. 75", ["75"]),
        ("Article 10 para. (3)", ["10.3"]),
        ("Article 79 § 5", ["79.5"]),
        ("§ 79 and § 5", ["79", "5"]),
        ("Articles 12-14", ["12-14", "12", "13", "14"]),
        ("maddə 148-1", ["148-1"]),
        ("s12A", ["12a"]),
        ("25.1.3-25.1.6-cı maddələr", ["25.1.3", "25.1.4", "25.1.5", "25.1.6"]),
        ("Articles 7.3 to 7.5", ["7.3", "7.4", "7.5"]),
        ("27.1-27.3", ["27.1", "27.2", "27.3"]),
        ("12.1.a-12.1.d", ["12.1.a", "12.1.b", "12.1.c", "12.1.ç", "12.1.d"]),
        ("Articles 16(1) to 16(3)", ["16.1", "16.2", "16.3"]),
        ("Articles 7.18 to 8.2", ["7.18", *(f"7.{part}" for part in range(19, 56)), "8.1", "8.2"]),
        ("L.H. m. 30", ["30"]),
        ("B.H. m. 30", ["30"]),
        ("m. 12, b. m", ["12.m"]),
        ("Articles 12 to 30", [str(number) for number in range(12, 31)]),
        ("maddə 75-90", ["75-90", *(str(number) for number in range(75, 91))]),
        ("2010-2024", ["2010-2024"]),
        ("12-345", ["12-345"]),
        ("maddə 148-1.2", ["148-1.2"]),
        ("12–15 maddələr", ["12", "13", "14", "15"]),
        ("12, maddə 5", ["5"]),
        ("подпункт 1.4 пункта 1 статьи 30", ["30.1.4"]),
        ("section twenty-five", ["25"]),
        ("статья двадцать пять", ["25"]),
        ("maddə on beş", ["15"]),
        ("the article on visas", []),
        ("five articles", []),
        ("абзац второй пункта 2 статьи 20", ["20.2"]),
        ("второй абзац части 3 статьи 20", ["20.3"]),
        ("12.3-cü maddənin ikinci abzası", ["12.3"]),
        ("the second sentence of Article 5(2)", ["5.2"]),
        ("o cümlədən 12-ci maddə", ["12"]),
        ("94-cü maddəsinin I hissəsinin 21-ci bəndi", ["94.1.21"]),
        ("25-ci maddənin III hissəsi", ["25.3"]),
        ("25-ci maddənin III-cü hissəsi", ["25.3"]),
        ("Article 25, part IV", ["25.4"]),
        ("часть II статьи 25", ["25.2"]),
        ("94.I.21", ["94.i.21"]),
        ("25.III", ["25.iii"]),
        ("94(I)(21)", ["94.i.21"]),
        ("subpoint (ii) of point (h) of part 7 of Article 87", ["87.7.h.ii"]),
        ("87-ci maddənin 7-ci hissəsinin h bəndinin iv yarımbəndi", ["87.7.h.iv"]),
        ("subparagraph (aa) of paragraph 2 of Article 4", ["4.2.aa"]),
        ("paragraph (i) of section 5", ["5.i"]),
        ("section fifty-three", ["53"]),
        ("12.1, b bəndi", ["12.1.b"]),
        ("12.1, hissə 3, ç bəndi", ["12.1.3.ç"]),
        ("50.2.1, bənd 50.2.2", ["50.2.1", "50.2.2"]),
        ("m.4436", ["4436"]),
        ("§44368", ["44368"]),
        ("Chapter 3 of the Migration Code", ["chapter.3"]),
        ("Miqrasiya Məcəlləsi 3-cü fəsil", ["chapter.3"]),
        ("глава 3 Миграционного кодекса", ["chapter.3"]),
        ("III fəsil", ["chapter.3"]),
        ("Chapter IV", ["chapter.4"]),
        ("глава третья", ["chapter.3"]),
        ("fəsil on iki", ["chapter.12"]),
        ("the chapter on visas", []),
        ("глава государства", []),
        ("chapters 3 to 5", ["chapter.3", "chapter.4", "chapter.5"]),
        ("3-5-ci fəsillər", ["chapter.3-5", "chapter.3", "chapter.4", "chapter.5"]),
        ("главы 3 и 5", ["chapter.3", "chapter.5"]),
        ("II bölmə", ["section.2"]),
        ("раздел 2", ["section.2"]),
        ("5-ci fəslin 12-ci maddəsi", ["12"]),
        ("HP-7 Article 4 part 2", ["4.2"]),
        ("HP-7 maddə 4 hissə 2", ["4.2"]),
        ("HP-7 ст. 4 ч. 2", ["4.2"]),
        ("HP-7 Article 4 part 2 point a", ["4.2.a"]),
        ("P-19 chapter II", ["chapter.2"]),
        ("LB-7 chapter I", ["chapter.1"]),
        ("HP-7 fəsil IV", ["chapter.4"]),
        ("P-19 article II", ["2"]),
        ("19 maddə II hissə", ["19.2"]),
        ("19 maddə V hissə", ["19.5"]),
        ("Law 7 section 4 subsection 2", ["4.2"]),
        ("12 maddə 3 hissə 5 illik müddət", ["12"]),
        ("12 статьи 3 части 2 пункта", ["12.3.2"]),
    ],
)
def test_provisions_are_cited_as_lawyers_cite_them(text, expected):
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("section 25(1)", "(25)(1)"),
        ("section 25.1", "(25.1)"),
        ("paragraph 1 of section 25", "(25)(1)"),
        ("subsection 20(1.1)", "(20)(1.1)"),
        ("12-ci maddənin 12.3-cü bəndi", "(12)(3)"),
        ("12.3-cü maddənin 1-ci bəndi", "(12.3)(1)"),
        ("maddə 12.1, bənd Ə", "(12.1)(ə)"),
        ("12-ci maddənin üçüncü hissəsi", "(12)(3)"),
    ],
)
def test_a_citation_says_where_its_levels_end(text, path):
    assert [found.citation.path for found in find_citations(text)] == [path]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "article",
        "12",
        "27-L",
        "5 illik müddət",
        "30 days",
        "12 and 13",
        "2-ci bənd",
        "point 2",
        "24/7",
        "letter 12/3",
        "a first instance court",
        "a point of order",
        "state party",
        "C-014",
        "the permit's 12 months",
        "the permit’s 12 months",
        "S-H36M9X",  # references of submissions, comments and other rows
        "sh36m9x",
        "C-M9234X",
        "cm9234x",
        "R-8M2889",
        "S-44368C",
        "s44368c",
        "R-M64357",
    ],
)
def test_numbers_of_other_things_are_no_citations(text):
    assert keys(text) == []


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Article 12", ("article", "12")),
        ("12-ci maddə", ("12", "ci", "madde")),
        ("part 3 of Article 12", ("12.3",)),
        ("3-cü fəsil", ("3", "cu", "fesil")),
        ("§ 12", ()),
    ],
)
def test_a_citation_tells_how_texts_mention_it(text, mention):
    assert [found.citation.mention for found in find_citations(text)] == [mention]


@pytest.mark.parametrize(
    "text", ["абзац второй статьи 20", "12-ci maddənin ikinci abzası", "second sentence of the Article 5"]
)
def test_what_has_no_number_of_its_own_is_read_with_the_provision(text):
    (found,) = find_citations(text)
    assert text[found.start : found.end] == text


@pytest.mark.parametrize("quoted", ["“ç”", '"ç"', "«ç»", "‘ç’", "„ç“", "„ç”", "'ç'", "”ç”", "‹ç›"])
@pytest.mark.parametrize("text", ["12-ci maddənin 1-ci hissəsinin {} bəndi", "maddə 12, hissə 1, bənd {}"])
def test_a_number_in_quotation_marks_beside_its_unit_is_a_number(text, quoted):
    assert keys(unquoted(text.format(quoted))) == ["12.1.ç"]


@pytest.mark.parametrize(
    "text",
    [
        '"12" months',
        "“a” permit",
        '"permit" article 5',
        "«Migration Code» art. 5",
        "Article 5 “visa”",
        '""',
        "“visa” article",
    ],
)
def test_other_quotations_stay(text):
    assert unquoted(text) == text


def test_the_rest_of_the_query_is_left():
    text = "detention under Article 12.3 of the Code"
    (found,) = find_citations(text)
    assert text[: found.start] + text[found.end :] == "detention under  of the Code"


@given(st.text(alphabet="12.(a)§-–,¹ maddəartсти и və of", max_size=60))
@example("1-2")  # what a range names and does not write has no letters
def test_whatever_is_typed_stretches_do_not_overlap(text):
    end = 0
    for found in find_citations(text):
        assert end <= found.start <= found.end <= len(text)
        assert found.citation.key
        end = found.end
