import pytest

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood
from azerbaijan.wordings import WORDINGS
from azerbaijan.wordings.tokens import tokens

AZ, *_ = WORDINGS


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
        ("12¹-ci maddədə “a” sözü “b” sözü ilə əvəz edilmişdir.", [("replace_words", "12-1", "", "a", "b")]),
        ("5.1 ci maddədə “a” sözü “b” sözü ilə əvəz edilmişdir.", [("replace_words", "5.1", "", "a", "b")]),
        ("45-ci maddənin qeydində “a” sözü “b” sözü ilə əvəz edilmişdir.", [("replace_words", "45 note", "", "a", "b")]),
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


def test_quotations_end_where_their_noun_follows():
    assert [t.text for t in tokens("“a “b” c” sözü")] == ["a “b” c", "sözü"]
    assert [t.text for t in tokens("“ 15” rəqəmi")] == ["15", "rəqəmi"]
    assert [t.text for t in tokens("“ , b” sözü")] == [" , b", "sözü"]


@pytest.mark.parametrize("target", ["annex point 1(a)", "annex point 2(3)", "annex point 2"])
def test_a_point_inside_a_point_of_the_only_annex_is_read_back(target):
    operation = Operation(Op.REPLACE_WORDS, target, old="qayıq", new="gəmi")
    assert AZ.parse(AZ.word(operation, Mood.IMPERATIVE)) == [operation]
