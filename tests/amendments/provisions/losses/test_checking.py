"""Findings that count: each says how much may be lost, and stops the import where law looks lost."""

import pytest

LONG = "Hər kəs lampaları bu Qanunda müəyyən edilmiş qaydada saxlayır və onların işığından istifadə edir. "


def law(articles=4, parts=2):
    return "QANUN\n" + "".join(
        f"Maddə {a}. Ad\n" + "".join(f"{a}.{p}. Mətn.\n" for p in range(1, parts + 1))
        for a in range(1, articles + 1)
    )


def found(parsed):
    return {finding.code: (finding.line, finding.count, finding.stops) for finding in parsed.warnings}


@pytest.mark.parametrize(
    ("text", "code", "finding"),
    [
        ("MÜNDƏRİCAT\nMaddə 1. Ad\nMaddə 2. Ad\nMaddə 3. Ad\n" + law(3), "numbers_in_contents", (2, 3, False)),
        (law() + "MÜNDƏRİCAT\nMaddə 1. Ad\nMaddə 2. Ad\nMaddə 4. Ad\nMaddə 5. Başqa\n", "missing_from_text", (18, 1, True)),
        (law() + "Dəyişikliklərin siyahısı\n1. Qanun\n2. Qanun\n", "numbers_after_end", (15, 2, False)),
        (law(1) + "Dəyişikliklərin siyahısı\n" + "1. Qanun\n" * 20, "numbers_after_end", (6, 20, True)),
        (law() + "Dəyişikliklərin siyahısı\nMaddə 5. Ad\n", "law_after_end", (15, 1, True)),
        (law() + "Dəyişikliklərin siyahısı\n4.3. Mətn.\n", "law_after_end", (15, 1, True)),
        (law() + "Maddə 5. Ad\nSözlər aşağıdakı ilə əvəz edilsin:\n“1. Bir.\n2. İki.”\n", "numbers_quoted", (16, 2, False)),
        ("QANUN\nMaddə 1. A\nV. B.\n", "unparsed_line", (3, 1, True)),
        (law() + "Qayda 1. A.\nQayda 2. B.\nQayda 3. C.\n", "unknown_headings", (14, 3, True)),
        (law() + "1/ A.\n2/ B.\n3/ C.\n", "unknown_headings", (14, 3, True)),
        (law() + "Qayda 1. A.\nQayda 2. B.\nQayda 3. C.\nQayda 9. D.\n", "unknown_headings", (14, 4, True)),
        (law() + "| Maddə 5. Ad |\n| Mətn. |\n| Maddə 4. Ad |\n", "numbers_in_tables", (14, 2, True)),
        (law() + "| Maddə 4. Ad | 7 |\n| Maddə 3. Ad | 9 |\n", "numbers_in_tables", (14, 2, False)),
        (law() + "| Ad | Qiymət |\n| 7.5 | Lampa |\n", "numbers_in_tables", (15, 1, False)),
        (law() + "| 4.3. | Mətn. |\n", "lost_numbers", (14, 1, True)),
        (law() + "Qayda 1.* A.\nQayda 2.- B.\nQayda 3o. C.\n", "unknown_headings", (14, 3, True)),
        (law() + '<a id="1"></a>1. A.\n<a id="2"></a>2. B.\n<a id="3"></a>3. C.\n', "unknown_headings", (14, 3, True)),
        (law() + "### Keçid\nMətn.\n", "unknown_headings", (14, 1, True)),
        ("Maddə 1. A\nMətn.\nKeçid qaydaları haqqında\nMaddə 2. B\nMətn.\n", "titles_in_text", (3, 1, True)),
        (law(2) + "Dəyişikliklərin siyahısı\n" + LONG * 60, "text_after_end", (8, 1, True)),
        ("QANUN\n" + (LONG + "\n") * 40 + law(2), "little_law", (1, 42, True)),
        (law(9) + "Maddə 10. Ad\n" + (LONG + "\n") * 90, "long_provision", (29, 90, True)),
        ("Maddə 1. A\n1.1. B. 2. C. 1. D.\nMaddə 2. A\n1) b; 2) c.\n", "joined_numbers", (4, 1, True)),
        ("Maddə 1. A\nMətn Maddə 2. B\nMaddə 3. C\nMətn.\n", "joined_numbers", (2, 1, True)),
        ("M a d d ə 1. A\nMətn. Maddə 1-1. B\nMətn.\nMaddə 2. C\nMətn.\n", "joined_numbers", (2, 1, True)),
        (law(2) + "Qayda 3. Ad\nMətn.\n" + law(5)[len("QANUN\n" + law(3)[6:]):], "unknown_headings", (8, 1, True)),
        (law() + "75.1.4 mətn\n", "lost_numbers", (14, 1, True)),
        (law() + "7.1 mətn\n7.2 mətn\n", "lost_numbers", (14, 2, True)),
    ],
)  # fmt: skip
def test_what_may_be_lost_is_counted(text, code, finding, az):
    assert found(az.parse(text))[code] == finding


@pytest.mark.parametrize(
    ("text", "code", "finding"),
    [
        ("REGULATION\nWhereas:\n(1) A.\n(2) B.\nHAS ADOPTED THIS REGULATION:\nArticle 1. C\nD.", "numbers_before_law", (3, 2, False)),
        ("ORDER\n1. A.\n2. B.\n3. It is hereby enacted and has adopted this:\n4. C.\n5. D.", "numbers_before_law", (2, 2, True)),
        ("1 Fees\nA.\n2 Ends\nB.\nSchedule 1\nSection 2\nItems\n1 Lamps.\n2 Bulbs.", "references_of_annexes", (6, 1, False)),
        ("Article 1. A\n(a) x:\n(1) d;\n(2) e;\n(3) f.\nArticle 2. B\n(1) c.\n(2) d.\n(3) e.\n(4) f.", "two_kinds", (3, 3, True)),
    ],
)  # fmt: skip
def test_what_may_be_lost_of_acts_in_english(text, code, finding, en):
    assert found(en.parse(text))[code] == finding


def test_a_message_names_the_first_places(az):
    text = law() + "".join(f"Qayda {n}. A.\n" for n in range(1, 9))
    said = next(str(f.message) for f in az.parse(text).warnings if f.code == "unknown_headings")
    assert said.startswith("8 lines look like")
    assert said.endswith("(14, 15, 16, 17, 18 …).")


def test_numbers_of_a_row_are_counted_while_they_are_none(az):
    parsed = az.parse(law() + "Ad\tQiymət\n1. Lampa\t5\n2. Fənər\t6\n")
    rows = [element for element in parsed.tree if element.kind == "row"]
    counted = found(parsed).get("numbers_in_tables", (0, 0, False))[1]
    assert len(rows) + counted == 2


def test_one_code_is_confirmed_for_all_its_findings(az):
    parsed = az.parse("Maddə 1. A\nV. B.\nX. C.\nMaddə 1. D\nE.")
    assert [(finding.code, finding.count) for finding in parsed.stopping] == [
        ("unparsed_line", 2),
        ("duplicate_number", 1),
    ]
    assert [finding.lines for finding in parsed.stopping] == [(2, 3), (4,)]
    assert [
        finding.code for finding in parsed.unconfirmed({"unparsed_line": "Yes.", "duplicate_number": " "})
    ] == ["duplicate_number"]


@pytest.mark.parametrize(
    "words",
    ["[Qaydalar]", "10.5 manat", "10.5 manat\n10.7 manat", "Bax: 3.", "8 gün ərzində."],
)
def test_words_with_a_number_are_no_finding(words, az):
    text = law(2) + f"{words}\n" + law(5)[len("QANUN\n" + law(3)[6:]) :]
    assert not [finding for finding in az.parse(text).warnings if finding.code != "gap"]


def test_a_clean_act_has_no_findings(az):
    assert az.parse(law(30, 9)).warnings == ()


def test_all_places_of_numbers_read_as_two_kinds_are_named(en):
    text = "Article 1. A\n(a) x:\n(1) d;\n(2) e;\n(3) f.\nArticle 2. B\n(1) c.\n(2) d.\n(3) e.\n(4) f."
    (finding,) = (finding for finding in en.parse(text).warnings if finding.code == "two_kinds")
    assert finding.lines == (3, 4, 5)
