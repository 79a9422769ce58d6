import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from amendments.instructions.errors import Refused, Unread
from amendments.instructions.execute import execute
from amendments.instructions.fragments import execute_on_text
from amendments.instructions.operations import NewElement, Op, Operation, from_json
from amendments.instructions.wording import Mood
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS, Source, footnote
from azerbaijan.wordings.forms import Case, decline
from azerbaijan.wordings.numbers import expand
from azerbaijan.wordings.tokens import tokens
from tests.amendments.instructions.conftest import act
from tests.amendments.instructions.strategies import operations, said_again

(AZ,) = WORDINGS
SANCTION, NOTE_OF_45 = "sanction", "45 note"


@pytest.mark.parametrize(
    ("noun", "case", "plural", "possessed", "form"),
    [
        ("maddə", Case.LOCATIVE, False, True, "maddəsində"),
        ("maddə", Case.DATIVE, False, False, "maddəyə"),
        ("maddə", Case.GENITIVE, True, False, "maddələrin"),
        ("bənd", Case.DATIVE, False, False, "bəndə"),
        ("fəsil", Case.GENITIVE, False, False, "fəslin"),
        ("fəsil", Case.LOCATIVE, False, False, "fəsildə"),
        ("abzas", Case.ABLATIVE, False, True, "abzasından"),
        ("Qanun", Case.GENITIVE, False, False, "Qanunun"),
        ("söz", Case.ABLATIVE, True, True, "sözlərindən"),
    ],
)
def test_nouns_follow_vowel_harmony(noun, case, plural, possessed, form):
    assert decline(noun, case, plural=plural, possessed=possessed) == form


@pytest.mark.parametrize(
    ("printed", "plural", "numbers"),
    [
        ("98.2-98.4", True, ["98.2", "98.3", "98.4"]),
        ("91-1-91-3", True, ["91-1", "91-2", "91-3"]),
        ("141-143", True, ["141", "142", "143"]),
        ("12-1", True, ["12-1"]),
        ("12-1", False, ["12-1"]),
        ("272.2", True, ["272.2"]),
        ("9.3.4-1", False, ["9.3.4-1"]),
    ],
)
def test_a_plural_noun_makes_a_range(printed, plural, numbers):
    assert expand(printed, plural=plural) == numbers


SAID = [
    (
        Operation(Op.REPLACE_WORDS, "21.2", old="poçt, faks", new="poçt"),
        "21.2-ci maddədə “poçt, faks” sözləri “poçt” sözü ilə əvəz edilsin.",
    ),
    (
        Operation(Op.REPLACE_NUMBER, targets=("21.1", "21.3"), old="3", new="10", year=2014),
        "21.1-ci və 21.3-cü maddələrdə “3” rəqəmi “10” rəqəmi ilə əvəz edilsin.",
    ),
    (
        Operation(Op.REPLACE_NUMBER, "21.6", old="3", new="10", year=2020),
        "21.6-cı maddədə “3” rəqəmi “10” rəqəmləri ilə əvəz edilsin.",
    ),
    (
        Operation(Op.REPLACE_WORDS, "9", old="inzibati-iqtisadi", new="ƏDV-dən", qualifier="both"),
        "9-cu maddədə hər iki halda “inzibati-iqtisadi” sözləri “ƏDV-dən” sözü ilə əvəz edilsin.",
    ),
    (
        Operation(Op.REPLACE_WORDS, "9", old="5.1-ci", new="5.2-ci", year=2015),
        "9-cu maddədə “5.1-ci” sözləri “5.2-ci” sözləri ilə əvəz edilsin.",
    ),
    (
        Operation(Op.REPLACE_WORDS, "9", old="5.1-ci", new="5.2-ci", year=2023),
        "9-cu maddədə “5.1-ci” sözü “5.2-ci” sözü ilə əvəz edilsin.",
    ),
    (
        Operation(Op.INSERT_AFTER, "15.3", anchor="hallarda", new=", habelə digər hallarda", year=2014),
        "15.3-cü maddədə “hallarda” sözündən sonra “, habelə digər hallarda” sözləri əlavə edilsin.",
    ),
    (
        Operation(Op.INSERT_BEFORE, "15.3", level="sentence:2", anchor="bu halda", new="və", year=2022),
        "15.3-cü maddənin ikinci cümləsinə “bu halda” sözlərindən əvvəl “və” sözü əlavə edilsin.",
    ),
    (
        Operation(Op.DELETE_WORDS, "17.1.7", level="heading", old="A"),
        "17.1.7-ci maddənin adından “A” sözü çıxarılsın.",
    ),
    (Operation(Op.DELETE_WORDS, "17.1", level="sentence:3"), "17.1-ci maddənin üçüncü cümləsi çıxarılsın."),
    (
        Operation(Op.RESTATE, "16.1.8", new="Söz;"),
        "16.1.8-ci maddə aşağıdakı redaksiyada verilsin: “16.1.8. Söz;”.",
    ),
    (
        Operation(Op.RESTATE, "16", heading="Ad", children=(NewElement("16.1", text="Söz."),)),
        "16-cı maddə aşağıdakı redaksiyada verilsin:\n“Maddə 16. Ad\n16.1. Söz.”.",
    ),
    (
        Operation(Op.RESTATE, "16.1", level=SANCTION, new="cərimə edilir."),
        "16.1-ci maddənin sanksiyası aşağıdakı redaksiyada verilsin: “cərimə edilir.”.",
    ),
    (
        Operation(Op.ADD_SENTENCE, "30", level="paragraph:2", new="Söz."),
        "30-cu maddəyə aşağıdakı məzmunda ikinci abzas əlavə edilsin: “Söz.”.",
    ),
    (
        Operation(
            Op.INSERT_ELEMENT, "10-1", heading="Ad", children=(NewElement("10-1.1", text="A “b” c."),), year=2021
        ),
        "aşağıdakı məzmunda 10-1-ci maddə əlavə edilsin:\n“Maddə 10-1. Ad\n10-1.1. A “b” c.”.",
    ),
    (
        Operation(Op.APPEND_ELEMENT, "2.8", new="a.", children=(NewElement("2.9", text="b."),), after="2.7"),
        ("2.7-ci maddənin sonunda nöqtə işarəsi nöqtəli vergül işarəsi ilə əvəz edilsin və aşağıdakı məzmunda "
        "2.8-ci və 2.9-cu maddələr əlavə edilsin:\n“2.8. a.\n2.9. b.”."),
    ),
    (Operation(Op.REPEAL, "4.4"), "4.4-cü maddə ləğv edilsin."),
    (Operation(Op.REPEAL, NOTE_OF_45), "45-ci maddənin “Qeyd” hissəsi ləğv edilsin."),
    (Operation(Op.REPEAL, "45 note point 2"), "45-ci maddənin “Qeyd” hissəsinin 2-ci bəndi ləğv edilsin."),
    (Operation(Op.REPEAL, "annex 3 article 27"), "3 nömrəli əlavənin 27-ci maddəsi ləğv edilsin."),
    (Operation(Op.REPLACE_WORDS, "preamble", old="a", new="b"), "preambulada “a” sözü “b” sözü ilə əvəz edilsin."),
    (
        Operation(Op.REPLACE_WORDS, "5.1", old="a", new=","),
        "5.1-ci maddədə “a” sözü vergül işarəsi ilə əvəz edilsin.",
    ),
    (
        Operation(Op.RESTATE, targets=("5.1", "5.2"), children=(NewElement("5.1", text="a;"), NewElement("5.2", text="b."))),
        "5.1-ci və 5.2-ci maddələr aşağıdakı redaksiyada verilsin:\n“5.1. a;\n5.2. b.”.",
    ),
    (
        Operation(Op.RENUMBER_AND_ADD, "5.1", children=(NewElement("5.2"),)),
        "5.1-ci maddə 5.2-ci maddə hesab edilsin.",
    ),
    (Operation(Op.REPEAL, targets=("4(1)", "4(2)")), "4-cü maddənin 1-ci və 2-ci hissələri ləğv edilsin."),
    (Operation(Op.REPEAL, "11(1)(g)"), "11-ci maddənin 1-ci hissəsinin “g” bəndi ləğv edilsin."),
    (
        Operation(Op.RESTATE_HEADING, "chapter 5", level="heading", new="Ad"),
        "5-ci fəslin adı aşağıdakı redaksiyada verilsin: “Ad”.",
    ),
    (
        Operation(Op.RENUMBER_AND_ADD, "39", children=(NewElement("39.1"), NewElement("39.2", text="Söz."))),
        ("39-cu maddənin mətni 39.1-ci maddə hesab edilsin və aşağıdakı məzmunda 39.2-ci maddə əlavə edilsin: "
        "“39.2. Söz.”."),
    ),
    (
        Operation(Op.GLOBAL_REPLACE, "*", old="qurum", new="orqan", qualifier="every_case"),
        ("Qanunun mətnində ismin müvafiq hallarında “qurum” sözü ismin müvafiq hallarında “orqan” sözü ilə "
        "əvəz edilsin."),
    ),
    (
        Operation(Op.GLOBAL_REPLACE, targets=("1", "2"), old="qurum", new="orqan", qualifier="all"),
        "1-ci və 2-ci maddələrin adında və mətnində bütün hallarda “qurum” sözü “orqan” sözü ilə əvəz edilsin.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "text"), SAID, ids=[f"{i}-{o.op}" for i, (o, _) in enumerate(SAID)])
def test_an_order_is_said_and_read_back(operation, text):
    assert AZ.word(operation, Mood.IMPERATIVE) == text
    assert AZ.parse(text, operation.year) == [operation]


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        (Operation(Op.REPEAL, targets=("4", "5")), "4-cü və 5-ci maddələr ləğv edilmişdir."),
        (Operation(Op.DELETE_WORDS, "5", old="və ya"), "5-ci maddədən “və ya” sözləri çıxarılmışdır."),
        (Operation(Op.RESTATE, "5"), "5-ci maddə yeni redaksiyada verilmişdir."),
        (Operation(Op.INSERT_ELEMENT, "5-1"), "yeni məzmunda 5-1-ci maddə əlavə edilmişdir."),
    ],
)
def test_a_footnote_says_the_same_in_the_past(operation, text):
    assert AZ.word(operation, Mood.PAST) == text
    assert AZ.parse(text) == [operation]


def read(text):
    return [(o.op.value, ",".join(o.all_targets), o.level, o.anchor or o.old, o.new) for o in AZ.parse(text)]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("5.1-ci maddə yeni redaksiyada verimişdir.", [("restate", "5.1", "", "", "")]),
        ("5.1-ci maddəsi yeni redaksiyada verilmışdır", [("restate", "5.1", "", "", "")]),
        ("5.1-ci maddə maddə yeni redaksiyada ifadə edilmişdir.", [("restate", "5.1", "", "", "")]),
        ("Məcəllənin 5.1-ci maddəsi aşağıdakı redaksiyada verilmişdir.", [("restate", "5.1", "", "", "")]),
        ("5.1-ci maddənin on birinci cümləsi ləğv edilmişdir.", [("repeal", "5.1", "sentence:11", "", "")]),
        ("5.1-ci maddə aşağıdakı redaksiyada verilsin: “Yeni söz.”", [("restate", "5.1", "", "", "Yeni söz.")]),
        (
            "5.1-ci maddənin adında və 5.2-ci maddənin adında bütün hallarda “a” sözü “b” sözü ilə əvəz edilmişdir.",
            [("replace_words", "5.1", "heading", "a", "b"), ("replace_words", "5.2", "heading", "a", "b")],
        ),
        ("5.1-ci maddə çıxarılmışdır.", [("repeal", "5.1", "", "", "")]),
        ("9-cu ləğv edilmişdir.", [("repeal", "9", "", "", "")]),
        ("98.2-98.3-cü maddələr ləğv olunmuşdur.", [("repeal", "98.2,98.3", "", "", "")]),
        ("19.1 – 19.3-cü maddələr çıxarılmışdır.", [("repeal", "19.1,19.2,19.3", "", "", "")]),
        ("5-ci maddəsinə “a” sözündən sonra \"b\" sözü əlavə edilmişdir.", [("insert_after", "5", "", "a", "b")]),
        ("5-ci maddədə“a” sözlər “b” sözü ilə əvəzedilmişdir.", [("replace_words", "5", "", "a", "b")]),
        ("5-ci maddənin “a” sözləri “b” sözü ilə əvəz olunmuşdur.", [("replace_words", "5", "", "a", "b")]),
        ("5 maddən “a b” sözləri çıxarılmışdır.", [("delete_words", "5", "", "a b", "")]),
        (
            "5-ci maddədə “a” sözü “b” sözü ilə, “c” sözü isə “d” sözü ilə əvəz edilmişdir.",
            [("replace_words", "5", "", "a", "b"), ("replace_words", "5", "", "c", "d")],
        ),
        (
            "5.1-ci maddədə “a” və “b” sözləri müvafiq olaraq “c” və “d” sözləri ilə əvəz edilmişdir.",
            [("replace_words", "5.1", "", "a", "c"), ("replace_words", "5.1", "", "b", "d")],
        ),
        (
            "5.1-ci maddədə “a” sözü “b” sözü ilə, 5.2-ci maddənin adında “c” sözü “d” sözü ilə əvəz edilmişdir.",
            [("replace_words", "5.1", "", "a", "b"), ("replace_words", "5.2", "heading", "c", "d")],
        ),
        (
            ("5.1-ci maddədə “a” sözü “b” sözü ilə əvəz edilmişdir və həmin maddəyə “c” sözündən sonra “d” sözü "
            "əlavə edilmişdir."),
            [("replace_words", "5.1", "", "a", "b"), ("insert_after", "5.1", "", "c", "d")],
        ),
        (
            "5-ci maddənin adında və mətnində “a” sözü “b” sözü ilə əvəz edilmişdir.",
            [("replace_words", "5", "heading", "a", "b"), ("replace_words", "5", "text", "a", "b")],
        ),
        (
            "5.1-ci maddənin birinci abzasının ikinci cümləsi yeni redaksiyada verilmişdir.",
            [("restate_sentence", "5.1", "paragraph:1/sentence:2", "", "")],
        ),
        ("5.1-ci maddənin ikinci hissəsi ləğv edilmişdir.", [("repeal", "5.1", "paragraph:2", "", "")]),
        ("5-ci maddənin ikinci hissəsi ləğv edilmişdir.", [("repeal", "5(2)", "", "", "")]),
        (
            "5.1-ci maddə (5.1.1 – 5.1.3-cü maddələr istisna olmaqla) yeni redaksiyada verilmişdir.",
            [("restate", "5.1", "text", "", "")],
        ),
        (
            ("5.1-ci maddənin birinci cümləsi yeni redaksiyada verilmişdir və ikinci cümlə üçüncü cümlə hesab "
            "edilmişdir və yeni məzmunda ikinci cümlə əlavə edilmişdir."),
            [("restate_sentence", "5.1", "sentence:1", "", ""), ("add_sentence", "5.1", "sentence:2", "", "")],
        ),
        (
            "5.1-ci maddədən “a” (birinci halda) və “b” sözləri çıxarılmışdır.",
            [("delete_words", "5.1", "", "a", ""), ("delete_words", "5.1", "", "b", "")],
        ),
        (
            "5.1-ci maddəyə “a” sözündən sonra mötərizədə “b c” sözləri əlavə edilmişdir.",
            [("insert_after", "5.1", "", "a", "(b c)")],
        ),
        (
            "5.1-ci maddədə “a” sözündən sonra vergül işarəsi qoyulmuşdur.",
            [("insert_after", "5.1", "", "a", ",")],
        ),
        ("5.1.1-ci bənddə “a” sözü “b” sözü ilə əvəz edilmişdir.", [("replace_words", "5.1.1", "", "a", "b")]),
        ("Preambulada “a” sözü “b” sözü ilə əvəz edilmişdir.", [("replace_words", "preamble", "", "a", "b")]),
        (
            "5.1-ci maddədə “10” rəqəmi “20” rəqəmi və “7” rəqəmi “9” rəqəmi ilə əvəz edilmişdir.",
            [("replace_number", "5.1", "", "10", "20"), ("replace_number", "5.1", "", "7", "9")],
        ),
        (
            ("11-ci maddənin 1-ci hissəsinin “g” bəndinin sonunda nöqtə işarəsi nöqtəli vergül işarəsi ilə əvəz "
            "edilmişdir və həmin hissəyə yeni məzmunda “ğ” bəndi əlavə edilmişdir."),
            [("append_element", "11(1)(ğ)", "", "", "")],
        ),
        (
            ("5.1-ci və 5.2-ci maddələr müvafiq olaraq 5.2-ci və 5.3-cü maddələr hesab edilmişdir və yeni məzmunda "
            "5.1-ci maddə əlavə edilmişdir."),
            [("renumber_and_add", "5.2", "", "", ""), ("renumber_and_add", "5.1", "", "", ""), ("insert_element", "5.1", "", "", "")],
        ),
        ("3 nömrəli əlavənin 27-ci maddəsi ləğv edilmişdir.", [("repeal", "annex 3 article 27", "", "", "")]),
        ("yeni məzmunda 16-1-ci fəsil əlavə edilmişdir.", [("insert_element", "chapter 16-1", "", "", "")]),
        ("Qanunun mətnində “a” sözü “b” sözü ilə əvəz edilmişdir.", [("global_replace", "*", "", "a", "b")]),
        (
            "11-ci maddənin 1-ci hissəsinin “g” bəndində “a” sözü “b” sözü ilə əvəz edilmişdir.",
            [("replace_words", "11(1)(g)", "", "a", "b")],
        ),
        ("45-ci maddənin “Qeyd”ində “a” sözü “b” sözü ilə əvəz edilmişdir.", [("replace_words", "45 note", "", "a", "b")]),
        (
            "3.4-cü maddəsinə “Lotereyalar haqqında” sözlərindən sonra “, “Valyuta haqqında” sözləri əlavə edilmişdir.",
            [("insert_after", "3.4", "", "Lotereyalar haqqında", ", “Valyuta haqqında”")],
        ),
        (
            "5.1-ci maddədə “a” sözləri “Rüsum haqqında” Qanuna əsasən” sözləri ilə əvəz edilmişdir.",
            [("replace_words", "5.1", "", "a", "“Rüsum haqqında” Qanuna əsasən")],
        ),
        (
            "1. 15.3-cü maddədə “a” sözü “b” sözü ilə əvəz edilsin.",
            [("replace_words", "15.3", "", "a", "b")],
        ),
        (
            ("Maddə 1. Azərbaycan Respublikasının Miqrasiya Məcəlləsinin (Toplu, 2013, № 7, maddə 797) 21.2-ci "
            "maddəsində “a” sözü “b” sözü ilə əvəz edilsin."),
            [("replace_words", "21.2", "", "a", "b")],
        ),
    ],
)  # fmt: skip
def test_variants_and_misprints_of_official_texts_are_read(text, read_as):
    assert read(text) == read_as


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("5.1-ci maddədə birinci halda “a” sözü “b” sözü ilə əvəz edilmişdir.", "first"),
        ("5.1-ci maddədə “a” sözü hər iki halda “b” sözü ilə əvəz edilmişdir.", "both"),
        ("5.1-ci maddədə “a” (ikinci halda) sözü “b” sözü ilə əvəz edilmişdir.", "second"),
        ("5.1-ci maddədə “a” sözü (bütün hallarda) “b” sözü ilə əvəz edilmişdir.", "all"),
        ("5.1-ci maddədə bütün hallarda “a” sözü ismin müvafiq hallarında “b” sözü ilə əvəz edilmişdir.", "every_case"),
        ("5.1-ci maddədən “a” sözü hər iki halda çıxarılmışdır.", "both"),
        ("5.1-ci maddəyə “a” sözündən sonra hər iki halda “b” sözü əlavə edilmişdir.", "both"),
        ("5.1-ci maddəyə “a” sözündən (birinci halda) sonra “b” sözü əlavə edilmişdir.", "first"),
    ],
)  # fmt: skip
def test_a_qualifier_stands_before_or_after_its_words(text, qualifier):
    (operation,) = AZ.parse(text)
    assert (operation.anchor or operation.old, operation.qualifier) == ("a", qualifier)


def test_a_law_enters_into_force_in_its_own_words():
    text = "Bu Qanun 2015-ci il aprelin 1-dən qüvvəyə minir."
    assert AZ.parse(text) == [Operation(Op.COMMENCEMENT, "*", new=text)]
    assert AZ.word(AZ.parse(text)[0], Mood.IMPERATIVE) == text


def test_sentences_deleted_and_moved_back_are_read():
    text = (
        "5.1-ci maddənin birinci cümləsində “a” sözü “b” sözü ilə əvəz edilmiş, ikinci cümlə yeni redaksiyada "
        "verilmiş, üçüncü cümlə çıxarılmış və dördüncü cümlə üçüncü cümlə hesab edilmişdir."
    )
    assert [(o.op, o.level) for o in AZ.parse(text)] == [
        (Op.REPLACE_WORDS, "sentence:1"),
        (Op.RESTATE_SENTENCE, "sentence:2"),
        (Op.DELETE_WORDS, "sentence:3"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "təsdiq edilmişdir.",
        "maddənin adı yeni redaksiyada verilmişdir.",
        "5.1-ci maddədəki cədvəl yeni redaksiyada verilmişdir.",
        "5.1-ci maddədə “a” sözləri “b” sözləri əlavə edilmişdir.",
        "5.1-ci maddədə “a” sözləri “b”, “c” sözləri ilə əvəz edilmişdir.",
        "5.1-ci maddədə “a” sözləri",
        "5.1-ci maddədə “a sözləri “b” sözləri ilə əvəz",
        "5.1-ci maddənin əvvəlinə “a” sözləri əlavə edilmişdir.",
        "5.1-ci maddənin sonunda “a” sözləri “b” sözləri ilə əvəz edilmişdir.",
        "5.1-ci maddə verilmişdir.",
        "5.1-ci maddədə ikinci cümlə üçüncü cümlə hesab edilmişdir.",
        "5.1-ci maddəyə yeni məzmunda abzas əlavə edilmişdir.",
        "10.2-ci maddəyə yeni məzmunda ikinci bənd əlavə edilmişdir.",
        "yeni məzmunda 21-1-ci maddə əlavə edilmişdir. (Bu Qanun 2028-ci il yanvarın 1-dək qüvvədədir.)",
        "5.1-ci maddə (6.1-ci maddə istisna olmaqla) yeni redaksiyada verilmişdir.",
        "5.1-ci maddənin 7 – 3-cü hissələri ləğv edilmişdir.",
        "aşağıdakı məzmunda 5.1-ci maddə əlavə edilsin: “6.1. Başqa.”.",
        "5-ci və 6-cı maddələr aşağıdakı redaksiyada verilsin: “Başqa.”.",
        "Qanun ləğv edilmişdir.",
        "5.1-ci maddədən hər iki halda çıxarılmışdır.",
        "5.1-ci maddədə birinci halda “a” sözü ikinci halda “b” sözü ilə əvəz edilmişdir.",
        "5.1-ci maddəyə birinci halda “a” sözündən sonra ikinci halda “b” sözü əlavə edilmişdir.",
        "5.1-ci maddədə “a” sözü və “b” sözü “c” sözü və “d” sözü ilə əvəz edilmişdir.",
        "5.1-ci maddəyə “a” sözündən başqa “b” sözü əlavə edilmişdir.",
        "5.1-ci maddədə “a” (bəzən) sözü çıxarılmışdır.",
        "5.1-ci maddə (bəzən) yeni redaksiyada verilmişdir.",
        "5.1-ci maddə (5.1.1-ci maddə istisna olmaqla yeni redaksiyada verilmişdir.",
        "(birinci halda) 5.1-ci maddə ləğv edilmişdir.",
        "5.1-ci maddə edilsin / ləğv edilmişdir.",
        "“a” sözü “b” sözü ilə əvəz edilmişdir.",
        "“a” sözü çıxarılmışdır.",
        "“a” sözündən sonra “b” sözü əlavə edilmişdir.",
        "5.1-ci maddəyə “a” sözündən sonra “b” sözü, “c” sözü əlavə edilmişdir.",
        "ləğv edilmişdir.",
        "5.1-ci maddədə “a” sözü çıxarılmışdır hər iki halda.",
        "5.1-ci maddə hesab edilmişdir.",
        "5.1-ci maddə 5.2-ci və 5.3-cü maddələr hesab edilmişdir.",
        "5.1-ci maddənin ikinci cümləsi 5.2-ci maddə hesab edilmişdir.",
        "5.1-ci maddənin üçüncü cümləsi ikinci cümlə hesab edilmişdir.",
        "5.1-ci maddədə ikinci cümlə beşinci cümlə hesab edilmişdir və yeni məzmunda ikinci cümlə əlavə edilmişdir.",
        "fəsil ləğv edilmişdir.",
        "5.1-ci maddənin iyirmi beşinci cümləsi ləğv edilmişdir.",
        "5.1-ci maddədə “a” sözü “b” sözü ilə, 5.2-ci maddə əvəz edilmişdir.",
        "5.1-ci maddənin birinci cümləsində və",
        "yeni məzmunda 5.1-ci və 5.2-ci maddələr əlavə edilsin: “5.1. Söz.”.",
        "Məcəlləyə yeni məzmunda Məcəllə əlavə edilmişdir.",
        "hissə ləğv edilmişdir.",
        "5.1-ci maddənin bəndi ləğv edilmişdir.",
        (
            "5.1-ci maddə ləğv edilsin və 5.2-ci maddə aşağıdakı redaksiyada verilsin və yeni məzmunda 5.3-cü maddə "
            "əlavə edilsin: “5.3. Söz.”."
        ),
    ],
)
def test_what_is_not_certain_is_unread(text):
    with pytest.raises(Unread):
        AZ.parse(text)


@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.RESTATE, "5"),
        Operation(Op.REPLACE_WORDS, "5", old="a"),
        Operation(Op.INSERT_AFTER, "5", new="a"),
        Operation(Op.INSERT_ELEMENT, "5-1"),
        Operation(Op.COMMENCEMENT, "*"),
    ],
)
def test_an_order_without_its_text_is_refused(operation):
    with pytest.raises(Refused) as refusal:
        AZ.word(operation, Mood.IMPERATIVE)
    assert refusal.value.code == "new_text_needed"


def test_what_has_no_words_is_refused():
    for operation in (
        Operation(Op.DELETE_WORDS, "5", level="sentence:99"),
        Operation(Op.REPEAL, "1(2)(3)(4)(5)"),
        Operation(Op.REPEAL, "art_45__note_1"),
        Operation(Op.REPEAL, targets=("1", "45 note")),
    ):
        with pytest.raises(Refused) as refusal:
            AZ.word(operation, Mood.PAST)
        assert refusal.value.code == "not_worded"


@settings(max_examples=200, deadline=None)
@given(operations())
def test_reading_gives_back_what_was_said(operation):
    expected = said_again(operation)
    if operation.op is Op.INSERT_ELEMENT:
        expected = replace(expected, after="")  # prose leaves the place to the number
    assert AZ.parse(AZ.word(operation, Mood.IMPERATIVE)) == [expected]


@pytest.mark.fuzz
@settings(max_examples=10_000, deadline=None)
@given(operations())
def test_ten_thousand_operations_are_read_back(operation):
    expected = said_again(operation)
    if operation.op is Op.INSERT_ELEMENT:
        expected = replace(expected, after="")
    assert AZ.parse(AZ.word(operation, Mood.IMPERATIVE)) == [expected]


SOURCE = Source("1-VIQD", date(2023, 4, 4), "“Qəzet”, 2023-cü il, № 1")
ACT = act(("38", "Vizalar", ""), ("38.1", "Köhnə mətn. Qalan."), ("38.2", "İkinci."))


def test_a_footnote_names_the_act_and_what_it_did():
    operation = Operation(Op.REPLACE_WORDS, "38.1", old="Köhnə", new="Yeni")
    assert footnote(operation, SOURCE, ACT) == (
        "4 aprel 2023-cü il tarixli 1-VIQD nömrəli Azərbaycan Respublikasının Qanunu (“Qəzet”, 2023-cü il, № 1) ilə "
        "38.1-ci maddədə “Köhnə” sözü “Yeni” sözü ilə əvəz edilmişdir."
    )


@pytest.mark.parametrize(
    ("operation", "previous"),
    [
        (Operation(Op.RESTATE, "38.2", new="x"), ["38.2. İkinci."]),
        (
            Operation(Op.RESTATE, "38", new="x"),
            ["Maddə 38. Vizalar", "38.1. Köhnə mətn. Qalan.", "38.2. İkinci."],
        ),
        (Operation(Op.RESTATE_HEADING, "38", level="heading", new="x"), ["Vizalar"]),
        (Operation(Op.RESTATE_SENTENCE, "38.1", level="sentence:1", new="x"), ["Köhnə mətn."]),
    ],
)
def test_a_restatement_keeps_the_previous_wording(operation, previous):
    said, introduction, *paragraphs = footnote(operation, replace(SOURCE, gazettes=""), ACT).split("\n\n")
    assert said.startswith(
        "4 aprel 2023-cü il tarixli 1-VIQD nömrəli Azərbaycan Respublikasının Qanunu ilə 38"
    )
    assert said.endswith("yeni redaksiyada verilmişdir.")
    assert introduction == "Əvvəlki redaksiyada deyilirdi:"
    assert paragraphs == previous


def test_quotations_end_where_their_noun_follows():
    assert [t.text for t in tokens("“a “b” c” sözü")] == ["a “b” c", "sözü"]
    assert [t.text for t in tokens("“ 15” rəqəmi")] == ["15", "rəqəmi"]
    assert [t.text for t in tokens("“ , b” sözü")] == [" , b", "sözü"]


# What follows is about real texts, which stay outside the repository.

ENDINGS = ((r"maddə(?:də|yə|sində|sinə)\b", "maddə~"), (r"maddə(?:nin|sinin)\b", "maddə~nin"))
# Sentences that say more than one operation, or name a part whose wording the record lacks: the notes of the data.
MORE_THAN_ONE = re.compile(
    r"miş(?:dir)?,? .*(?:edil|veril|çıxarıl)|cədvəl|sanksiya|dispozisiya|hissəsi|istisna|abzasının"
)


def normal(text):
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"“ | ”", lambda match: match[0].strip(), text)
    for pattern, same in ENDINGS:
        text = re.sub(pattern, same, text)
    return text


def year_of(case):
    return int(re.search(r"\d{4}", case["law_date"])[0])


def of_record(case):
    """The operation that the record names; the part of a restatement is only in the sentence."""
    data = {"op": case["op"], "target": case["element"], "year": year_of(case)}
    data |= {key: case[key] for key in ("old", "anchor", "new") if key in case}
    if match := re.search(r"(birinci|ikinci|üçüncü|dördüncü) (cümlə|abzas)\w+ yeni", case["instruction"]):
        ordinal = ["birinci", "ikinci", "üçüncü", "dördüncü"].index(match[1]) + 1
        data["level"] = f"{'sentence' if match[2] == 'cümlə' else 'paragraph'}:{ordinal}"
    return from_json(data)


@pytest.fixture(scope="module")
def cases(real_data):
    lines = (real_data / "az" / "amendment_cases.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.real_data
def test_official_sentences_are_generated(cases):
    single = [case for case in cases if not MORE_THAN_ONE.search(re.sub("“.*?”", "", case["instruction"]))]
    assert len(single) == 639
    equal = sum(normal(AZ.word(of_record(c), Mood.PAST)) == normal(c["instruction"]) for c in single)
    assert equal / len(single) >= 0.98


@pytest.mark.real_data
def test_official_word_level_instructions_are_executed_and_never_wrongly(cases):
    given = Counter()
    for case in cases:
        if case["op"] == "restate":
            continue
        try:
            after = execute_on_text(case["before"], AZ.parse(case["instruction"], year_of(case)))
        except (Refused, Unread):
            given["refused"] += 1
        else:
            given["right" if after == case["after"] else "wrong"] += 1
    assert given["wrong"] == 0
    assert given["right"] / given.total() >= 0.99


@pytest.mark.real_data
def test_official_restatements_need_their_text_and_give_it(cases):
    whole = [c for c in cases if re.fullmatch(r"\S+ maddə yeni redaksiyada verilmişdir\.?", c["instruction"])]
    assert len(whole) > 140
    for case in whole:
        (operation,) = AZ.parse(case["instruction"], year_of(case))
        assert (operation.op, operation.target) == (Op.RESTATE, case["element"])
        with pytest.raises(Refused) as refusal:
            execute_on_text(case["before"], [operation])
        assert refusal.value.code == "new_text_needed"
        assert execute_on_text(case["before"], [replace(operation, new=case["after"])]) == case["after"]


@pytest.mark.real_data
def test_the_shapes_of_real_instructions_are_read(real_data):
    shapes = json.loads((real_data / "az" / "instruction_skeletons_top400.json").read_text(encoding="utf-8"))
    counted = Counter()
    for count, examples in shapes.values():
        for _, sentence in examples:
            try:
                AZ.parse(sentence, 2020)
            except Unread:
                counted["unread"] += count / len(examples)
            else:
                counted["read"] += count / len(examples)
    assert counted["read"] / counted.total() >= 0.98


@pytest.fixture(scope="module")
def code(real_data):
    return (real_data / "az" / "migration_code_2023-05.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def amendments(real_data):
    text = (real_data / "az" / "amending_laws_migration_code.json").read_text(encoding="utf-8")
    law = next(law for law in json.loads(text) if law["number"] == "853-VIQD")
    return [_of_law(data) for data in law["instructions"]]


def _of_law(data):
    if data["op"] == "note_changes":
        return Operation(Op.RESTATE, f"{data['target']} note")
    return Operation(
        Op(data["op"]),
        data["target"],
        level="heading" if data.get("part") == "heading" else "",
        old=data.get("old", ""),
        anchor=data.get("anchor", ""),
        new=data.get("new_text", data.get("new", "")),
        children=tuple(NewElement(c["num"], text=c["text"]) for c in data.get("new_children", [])),
        year=2023,
    )


@pytest.mark.real_data
def test_a_law_amends_the_code_and_nothing_else(code, amendments):
    (scheme,) = SCHEMES
    before = scheme.parse(code).tree
    worded = [operation for operation in amendments if operation.new]
    assert len(worded) == 15
    after = execute(before, worded, scheme)
    touched = {o.target for o in worded} | {child.number for o in worded for child in o.children}
    assert {e.number for e in after if before.by_key.get(e.key) != e} == touched
    assert scheme.parse(scheme.render(after)).tree.by_eid.keys() == after.by_eid.keys()
    for operation in worded:
        if operation.op is Op.RESTATE:
            said = footnote(operation, SOURCE, before)
            assert "yeni redaksiyada verilmişdir.\n\nƏvvəlki redaksiyada deyilirdi:\n\n" in said


@pytest.mark.real_data
def test_notes_whose_text_is_unknown_are_refused(code, amendments):
    (scheme,) = SCHEMES
    before = scheme.parse(code).tree
    refused = []
    for operation in amendments:
        try:
            execute(before, [operation])
        except Refused as refusal:
            refused.append((operation.target, refusal.code))
    assert refused == [("45 note", "new_text_needed"), ("52 note", "new_text_needed")]
