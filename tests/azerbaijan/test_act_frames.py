"""The amending act beside official ones: the same parts in the same order, letter for letter where all is known."""

import json
import re
from datetime import date

import pytest

from amendments.instructions.amending_act import (
    ActPart,
    ActToWord,
    NamedAct,
    Signing,
    act_frame_of,
    amending_act,
    law_lines,
)
from amendments.instructions.entry_into_force import EntryIntoForce
from amendments.instructions.law_record import AmendingLaw
from amendments.instructions.operations import Op, Operation, from_json
from amendments.instructions.prose.english_wording import English
from azerbaijan.wordings import WORDINGS

AZ, EN, RU = WORDINGS
REPEAL = Operation(Op.REPEAL, target="2.2")
GAZETTE = "Azərbaycan Respublikasının Qanunvericilik Toplusu, 2013, № 7, maddə 797"
NAME = "Azərbaycan Respublikasının Miqrasiya Məcəlləsi"
OFFICIAL = (
    (ActPart.FORMULA, re.compile(r".+ Milli Məclisi .+ rəhbər tutaraq qərara alır:")),
    (ActPart.OPENING, re.compile(r"(?:Maddə 1\. )?Azərbaycan Respublikasının .+?\(.+\).*edilsin[:.]")),
    (ActPart.INSTRUCTION, re.compile(r"\d+\. .+")),
    (ActPart.ENTERING, re.compile(r"Maddə \d+\. Bu Qanun .+ qüvvəyə minir\.")),
    (
        ActPart.SIGNATURE,
        re.compile(r"İlham Əliyev|_+|Azərbaycan Respublikasının Prezidenti|Bakı şəhəri, .+|№ .+"),
    ),
)


def part_of(line):
    return next((part for part, pattern in OFFICIAL if pattern.fullmatch(line)), None)


def printed(law):
    return [f"{line.label} {line.words}".strip() for line in law_lines(law)]


def made(operations, *, wording=AZ, act=None, title="", **given):
    act = act or NamedAct(NAME, "az", "code", "713-IVQ", date(2013, 7, 2), GAZETTE)
    acts = [ActToWord(act, tuple(operations), "az", "az", (wording, AZ))]
    named = title or f"{NAME}ndə dəyişikliklər"
    return amending_act((named, "az"), acts, act_frame_of(wording), wording.language, str, **given)


@pytest.fixture(scope="module")
def laws(real_data):
    path = real_data / "az" / "amending_laws_migration_code.json"
    return {each["number"]: each for each in json.loads(path.read_text(encoding="utf-8"))}


@pytest.mark.real_data
def test_a_law_of_two_instructions_is_written_letter_for_letter(laws):
    official = laws["1079-IVQD"]
    lines = official["text_az"].split("\n")
    operations = [
        operation for line in lines if re.match(r"\d+\. ", line) for operation in AZ.parse(line[3:], 2014)
    ]
    law = made(
        operations,
        title=official["title_az"],
        basis="21",
        signing=Signing(date(2014, 10, 17), by=lines[-3]),
    )
    title, caption, *found = printed(law)
    assert (title, caption) == (official["title_az"], "Azərbaycan Respublikasının Qanunu")
    assert found == lines
    assert [part_of(line) for line in found] == [part_of(line) for line in lines]


@pytest.mark.real_data
def test_a_law_with_an_entry_into_force_has_articles_in_the_order_of_the_official_one(laws):
    official = laws["1207-IVQD"]["text_az"].split("\n")
    operation = from_json(
        {
            "op": "replace_words",
            "target": "21.2",
            "old": "informasiya ehtiyatı, poçt,",
            "new": "informasiya ehtiyatı,",
        }
    )
    entering = from_json({"op": "commencement", "target": "*", "new": official[2].removeprefix("Maddə 2. ")})
    later = (
        AmendingLaw("", date(2014, 11, 1), gazettes="2014, № 11, maddələr 1351, 1357"),
        AmendingLaw("1143-IVQD", date(2014, 12, 16)),
    )
    act = NamedAct(NAME, "az", "code", gazettes=GAZETTE, later=later)
    law = made([operation, entering], act=act, signing=Signing(date(2015, 2, 24)))
    found = printed(law)[2:]
    # The official text says its only instruction in the sentence that names the act; ours has a line of its own.
    assert [part for part in map(part_of, found) if part] == [part_of(line) for line in official]
    brackets = re.compile(r"\(.+\)")
    assert brackets.search(found[1])[0] == brackets.search(official[1])[0]
    assert found[3] == official[2]


@pytest.mark.real_data
def test_the_law_853_viqd_from_its_operations_stands_in_the_official_frame(laws):
    given = [each for each in laws["853-VIQD"]["instructions"] if each["op"] != "note_changes"]
    operations = [from_json(_shape(each)) for each in given]
    law = made(operations, signing=Signing(date(2023, 4, 4), "853-VIQD"))
    found = [line for line in law_lines(law) if line.part is not ActPart.QUOTED]
    frame = [part_of(line) for line in laws["1079-IVQD"]["text_az"].split("\n")]
    in_order = list(dict.fromkeys(line.part for line in found))
    assert in_order == [ActPart.TITLE, ActPart.CAPTION, *dict.fromkeys(frame)]
    assert [line.label for line in found if line.part is ActPart.INSTRUCTION] == [
        f"{number}." for number in range(1, len(given) + 1)
    ]
    assert all(line.words.rstrip("”.").strip() for line in found)
    assert law.signature[-1] == "№ 853-VIQD"
    assert [each.operation.op for each in law.articles[0].instructions] == [Op(each["op"]) for each in given]


@pytest.mark.real_data
@pytest.mark.parametrize("wording", [AZ, EN, RU], ids=["az", "en", "ru"])
def test_the_third_draft_of_the_demo_stands_in_the_official_frame(laws, real_data, wording):
    path = real_data / "demo" / "amendment_versions.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    operations = [from_json(each) for each in told["versions"][-1]["instructions"]]
    base = told["base"]
    act = NamedAct(base["title"], "en", "law", base["number"], date.fromisoformat(base["date"]))
    acts = [ActToWord(act, tuple(operations), "", "en", (wording, English()))]
    law = amending_act((told["amending_title"], "en"), acts, act_frame_of(wording), wording.language, _none)
    found = [line.part for line in law_lines(law) if line.part not in (ActPart.QUOTED, ActPart.CAPTION)]
    official = [part_of(line) for line in laws["1207-IVQD"]["text_az"].split("\n")]
    entering = [ActPart.ENTERING] if any(each.op is Op.COMMENCEMENT for each in operations) else []
    expected = [part for part in dict.fromkeys(official) if part is not ActPart.ENTERING or entering]
    expected.insert(expected.index(ActPart.OPENING) + 1, ActPart.INSTRUCTION)
    assert list(dict.fromkeys(found)) == [ActPart.TITLE, *expected]
    assert found.count(ActPart.INSTRUCTION) == len(operations) - len(entering) > 40


def _none(operation):
    raise AssertionError(f"no wording says {operation}")


def _shape(each):
    children = [{"number": child["num"], "text": child["text"]} for child in each.get("new_children", ())]
    return {
        "op": each["op"],
        "target": each["target"],
        **({"level": each["part"]} if "part" in each else {}),
        **({"children": children} if children else {}),
        **{key: each[key] for key in ("old", "anchor") if key in each},
        "new": each.get("new") or each.get("new_text", ""),
        "year": 2023,
    }


@pytest.mark.parametrize(
    ("wording", "formula", "office"),
    [
        (AZ, "Azərbaycan Respublikasının Milli Məclisi", "Azərbaycan Respublikasının Prezidenti"),
        (EN, "The Milli Majlis", "President of the Republic of Azerbaijan"),
        (RU, "Милли Меджлис", "Президент Азербайджанской Республики"),
    ],
    ids=["az", "en", "ru"],
)
def test_the_frame_of_azerbaijan_is_read_in_three_languages(wording, formula, office):
    law = made([from_json({"op": "repeal", "target": "2.2"})], wording=wording)
    assert law.formula.startswith(formula)
    assert law.signature[1] == office


def test_an_act_of_another_country_names_no_parliament_and_no_president_of_azerbaijan():
    frame = act_frame_of(AZ)
    said = [frame.caption("", "Law"), frame.formula("", ""), *frame.signature("", None, "")]
    assert not any("Azərbaycan" in words for words in said)


@pytest.mark.parametrize(
    ("wording", "basis", "said"),
    [
        (AZ, "", "Konstitusiyasının 94-cü maddəsinin I hissəsini rəhbər tutaraq"),
        (AZ, "21", "Konstitusiyasının 94-cü maddəsinin I hissəsinin 21-ci bəndini rəhbər tutaraq"),
        (AZ, "1, 6,21", "94-cü maddəsinin I hissəsinin 1-ci, 6-cı və 21-ci bəndlərini rəhbər tutaraq"),
        (AZ, "95-ci maddəsini", "Konstitusiyasının 95-ci maddəsini rəhbər tutaraq"),
        (EN, "", "Article 94, Part I, of the Constitution"),
        (EN, "21", "Article 94, Part I, point 21, of the Constitution"),
        (EN, "1, 21", "Article 94, Part I, points 1 and 21, of the Constitution"),
        (RU, "", "руководствуясь частью I статьи 94 Конституции"),
        (RU, "21", "руководствуясь пунктом 21 части I статьи 94 Конституции"),
        (RU, "1, 21", "руководствуясь пунктами 1 и 21 части I статьи 94 Конституции"),
    ],
)
def test_the_formula_names_the_point_that_is_recorded(wording, basis, said):
    assert said in act_frame_of(wording).formula("az", basis)


@pytest.mark.parametrize(
    ("country", "basis", "is_taken"),
    [
        *(("az", basis, True) for basis in ("", "21", " 1, 6,21 ", "6-1")),
        *(("az", basis, False) for basis in ("21-ci bənd", "21,", "0", "999", "1, 0", "95-ci maddəsini")),
        ("", "Article 5", True),
    ],
)
def test_points_alone_are_taken_as_the_basis_of_a_law(country, basis, is_taken):
    assert act_frame_of(AZ).takes_basis(country, basis) is is_taken


@pytest.mark.parametrize("wording", [AZ, EN, RU])
@pytest.mark.parametrize("country", ["az", ""])
def test_the_name_of_who_signs_stands_where_its_line_was(wording, country):
    frame = act_frame_of(wording)
    blank, *others = frame.signature(country, date(2024, 5, 1), "5-L")
    assert (set(blank), frame.signature(country, date(2024, 5, 1), "5-L", "A. Signer")) == (
        {"_"},
        ("A. Signer", *others),
    )


@pytest.mark.parametrize(
    "words", ["2027-01-01", "01.01.2027", "1 January 2027", "1 yanvar 2027-ci il", "1 января 2027 года"]
)
@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (AZ, "Maddə 2. Bu Qanun 2027-ci il yanvarın 1-dən qüvvəyə minir."),
        (EN, "Article 2. This Law enters into force on 1 January 2027."),
        (RU, "Статья 2. Настоящий Закон вступает в силу с 1 января 2027 года."),
    ],
    ids=["az", "en", "ru"],
)
def test_a_bare_day_enters_into_force_as_a_sentence_in_the_language_of_the_document(words, wording, said):
    entering = Operation(Op.COMMENCEMENT, "*", new=words)
    assert said in printed(made([REPEAL, entering], wording=wording))


@pytest.mark.parametrize(
    ("words", "english", "russian"),
    [
        (
            "Bu Qanun 2015-ci il aprelin 6-dan qüvvəyə minir.",
            "This Law enters into force on 6 April 2015.",
            "Настоящий Закон вступает в силу с 6 апреля 2015 года.",
        ),
        (
            "Bu Qanun dərc edildiyi gündən qüvvəyə minir.",
            "This Law enters into force on the day of its publication.",
            "Настоящий Закон вступает в силу со дня опубликования.",
        ),
    ],
)
def test_a_clause_stands_in_the_language_of_the_document(words, english, russian):
    entering = Operation(Op.COMMENCEMENT, "*", new=words)
    for wording, language, said in ((AZ, "az", words), (EN, "en", english), (RU, "ru", russian)):
        (found,) = made([REPEAL, entering], wording=wording).entering
        assert (found.words, found.language) == (said, language)


def test_a_clause_that_says_more_than_a_day_stays_in_the_language_of_its_act():
    words = "Bu Qanunun 2-ci maddəsi 2027-ci il yanvarın 1-dən qüvvəyə minir."
    (found,) = made([REPEAL, Operation(Op.COMMENCEMENT, "*", new=words)], wording=RU).entering
    assert (found.words, found.language) == (words, "az")


@pytest.mark.parametrize("kind", ["law", "constitution", "decree", "decision", "other"])
def test_every_day_and_kind_is_said_and_read(kind):
    frame = act_frame_of(AZ)
    for month in range(1, 13):
        for day in (1, 3, 6, 9, 10, 20, 26):
            entry = EntryIntoForce(date(2026 + month, month, day))
            assert frame.entering.entry(frame.enters(kind, entry)) == entry
    assert frame.enters("decision", EntryIntoForce(date(2030, 10, 9))) == (
        "Bu Qərar 2030-cu il oktyabrın 9-dan qüvvəyə minir."
    )
