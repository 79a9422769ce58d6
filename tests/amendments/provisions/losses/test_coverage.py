"""Lines of text that an act of some country would number: each is counted, whatever the scheme knows."""

import pytest

AZ = "QANUN\nI fəsil. Ümumi\nMaddə 1. Bir\n1.1. Mətn bir.\nMaddə 2. İki\n1. Mətn iki.\n{line}\nMətn üç.\n"
RU = "ЗАКОН\nГлава 1. Общее\nСтатья 1. Раз\n1. Текст один.\nСтатья 2. Два\n1) раз.\n{line}\nТекст три.\n"
EN = "LAMPS ACT\nPART I\nGENERAL\n1. Short title\nThis is the Lamps Act.\n2. Meanings\n(1) A lamp shines.\n(a) brightly.\n{line}\nMore words.\n"
LOST = [
    *(("az", line) for line in ("[Maddə 3. Yekun]", "(Maddə 3. Yekun)", "“Maddə 3. Yekun”", "~~Maddə 3. Yekun~~", "<b>Maddə 3.</b> Yekun")),
    *(("az", line) for line in ("Maddə (3). Yekun", "Madə 3. Yekun", "Mad. 3. Yekun", "Maddə üç. Yekun", "2- iki", "[2. Yeni]", "２: Yeni", "## Yekun")),
    *(("az", line) for line in ("Qanuna əlavə", "Qanuna 1 nömrəli əlavə", "Əlavə maddə 1. Yeni", "Qayda 3. Yekun")[:3]),
    *(("ru", line) for line in ("Cтатья 3. Итог", "Статья З. Итог", "[Статья 3. Итог]")),
    *(("ru", line) for line in ("Ст. 3. Итог", "[Глава 2. Итог]", "2- два", "2] два", "«2) два", "Отдел 2. Итог", "Дополнение 1")),
    *(("en", line) for line in ("SCHEDULE OF FEES", "Schedule (see below)", "Rule 3. Powers")),
    *(("az", line) for line in ("GEÇİCİ MADDE 1- (1) Bu Qanun", "Ek Madde 3- (Ek: 2021)", "7", "ya) lampalar;", "**E.**", "“5. Yeni hissə.")),
    *(("ru", line) for line in ("12", "ш) лампы;", "- д. Лампы")),
    *(("en", line) for line in ("##### § 38<sup>1</sup>. Rules", "**_5.3 FEES AND RATES", "**“** **5.3 FEES**")),
    *(("en", line) for line in ("§ 12", "§ 12 a. lamps", "§§ 5 bis 9 (weggefallen)")),
    *(("az", line) for line in ("ORS 12.345 Lamps", "ORS 12.345  lamps", "ORS 12.345 “Lamp” defined.", "ORS 12.345.")),
    *(("en", line) for line in ("PART IIA: LAMPS", "Part IIA Lamps")),
    *(("en", line) for line in ("[s. 2] FIRST SCHEDULE", "[Section 2.] FIRST SCHEDULE")),
    *(("en", line) for line in ("3 to 5. [Repealed]", "3—5 [Repealed]", "[3 to 5 Repealed.]", "10 and 11 Repealed")),
    *(("en", line) for line in ("L111-4. The list is public.", "LO 6213-1 Lamps", "Article L211-1 A", "Article annexe 1")),
    *(("az", line) for line in ("Maddə [3]. Yekun", "Maddə «3». Yekun", "[2.1. Yeni]", "[2-1] Yeni", "<3> Yekun", "[II.] Yekun")),
    *(("ru", line) for line in ("<Статья 3.> Итог", "Статья [3]. Итог", "Статья 3 ^/17/", "Статья 2^1  ^/16/", "{2)} два;", "[б) лампы;]")),
    *(("en", line) for line in ("[12A] Powers", "[2A Powers", "[2A. Powers.—(1) Lamps.]", "[§ 5] Powers", "[§ 5 Powers]")),
    *(("en", line) for line in ("[Sec. 12. Powers]", "[Sec. 2A] Powers", "[(b) dimly;]", "[(b)] dimly;", "[b] dimly;", "(b] dimly;")),
    *(("en", line) for line in ("**[(2)** Lamps.]", "[F12A Powers", "[III] POWERS", "[3] Powers", "[3] (1) Lamps.", "[3]")),
    *(("en", line) for line in ("LIVRE Ier : LAMPES", "Titre Ier", "TITRE II : LAMPES")),
    *(("en", line) for line in ("12A", "xx) lamps;", "- d. Lamps")),
    *(("en", line) for line in ("Regulation 3. Powers", "Clause 3.", "[3. Powers]", "Sectlon 3. Powers", "4: Powers")),
]  # fmt: skip
WORDS = [
    ("az", "Əlavə cəzalar tətbiq edilir"),
    ("az", "12 may 2013-cü il"),
    ("az", "5 manat"),
    ("ru", "Часть товаров не облагается."),
    ("ru", "Статья 5 настоящего Закона применяется."),
    ("en", "Section 5 of the Act applies."),
    ("en", "Despite paragraph 27(1)(c) of the Courts Act, no appeal lies."),
    ("en", "[s. 2] FIRST"),
    ("ru", "«А» – лампы;"),
    ("en", "[s. 2 applies]"),
    ("en", "[§ 12 of the Code applies.]"),
    ("en", "[2009] 1 WLR 4"),
    ("en", "[Lamps] are meant."),
    ("en", "<i>Lamps</i> are meant."),
    ("en", "[9] Lamps are meant."),
    ("en", "L111-4 lamps are lit."),
    ("en", "Article L111-4 of the Code applies."),
    ("en", "5 to 6 lamps are a group."),
    ("en", "1 and 2 Lamps are meant."),
    ("en", "2009 was the year of lamps."),
    ("en", "Notes on lamps are kept."),
    ("en", "s. 4 of the Act."),
    ("en", "ISO 9001.2015 applies to the fare."),
    ("en", "ORS 12.345 applies to the fare."),
    ("en", "ORS 12.345, as amended, applies to the fare."),
    ("en", "ORS 12.345(2) applies to the fare."),
    ("en", "§ 12 of the Code applies to the fare."),
    ("en", "§ 12 (1) of the Code applies to the fare."),
    ("en", "§§ 12 and 13 of the Code apply to the fare."),
    ("az", "§ 12-də nəzərdə tutulmuş qayda tətbiq edilir."),
    ("az", "10 manat,"),
    ("az", "3 dekabr 2002-ci il tarixli Qanun"),
]


def counted(name, line, request):
    scheme = request.getfixturevalue(name)
    text = {"az": AZ, "ru": RU, "en": EN}[name].format(line=line)
    place = text.split("\n").index(line) + 1
    parsed = scheme.parse(text)
    return {
        finding.code
        for finding in parsed.warnings
        if (finding.stops and str(place) in str(finding.message)) or finding.line == place
    }


@pytest.mark.parametrize(("name", "line"), LOST)
def test_a_line_that_looks_like_a_provision_is_counted(name, line, request):
    assert counted(name, line, request)


@pytest.mark.parametrize(("name", "line"), WORDS)
def test_words_are_not(name, line, request):
    assert not counted(name, line, request)


@pytest.mark.parametrize("heading", ["## 1. Abschnitt: Lampen", "### 1. peatükk Lambid"])
def test_a_heading_of_markdown_that_became_a_point_stops(heading, en):
    parsed = en.parse(
        f"LAW\n### § 1 — Lamps\nA lamp shines.\n{heading}\n### § 2 — Care\n(1) A lamp is lit.\n"
    )
    assert [(finding.code, finding.line) for finding in parsed.stopping] == [("unknown_headings", 4)]


def test_marks_of_notes_in_lines_of_their_own_are_no_headings(az):
    text = "QANUN\nMaddə 1. Bir\n1.1. Seçkilər və\n[1]\nbələdiyyələr.\n## [2]\n[3]\n[4]\n"
    assert not az.parse(text).stopping


ROWS = "ЗАКОН\nСтатья 1. Ставки\n1. Ставки:\n№ п/п\nНаименование\n1\nЯблоки\n10\n2\nГруши\n20\n2. Далее.\n"
SLIPS = "QANUN\nMaddə 1. A\n1. B.\n2 Yalnız lampalar yanır.\n3. D.\n"


@pytest.mark.parametrize(("name", "text", "count"), [("ru", ROWS, 2), ("az", SLIPS, 1)])
def test_numbers_of_rows_and_numbers_without_their_stop_are_counted(name, text, count, request):
    stopping = request.getfixturevalue(name).parse(text).stopping
    assert ("unknown_headings", count) in [(finding.code, finding.count) for finding in stopping]


def test_a_number_in_a_line_of_its_own_that_a_sentence_goes_on_to_is_a_quantity(az):
    assert not az.parse("QANUN\nMaddə 1. Bir\n1.1. Müddət\n10\niş günüdür.\n1.2. İki.\n").stopping


def test_labels_in_tables_and_in_notes_are_counted(az):
    text = AZ.format(line="| Sıra | Madde 7 |\n| Geçici Madde 7 | 3 |") + (
        "Dəyişikliklərin siyahısı\n[1] Əvvəlki redaksiya:\n7.2 Köhnə mətn\n“8.1. Köhnə.”\n"
    )
    found = {finding.code: finding.count for finding in az.parse(text).warnings}
    assert found["numbers_in_tables"] == 1
    assert found["numbers_after_end"] == 2
