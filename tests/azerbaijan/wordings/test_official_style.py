"""Sentences in the style of official amending laws: read, said, and read again, all fifteen operations among them."""

import pytest

from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import Op
from amendments.instructions.wording import Mood
from azerbaijan.wordings import WORDINGS

AZ, *_ = WORDINGS

# The sentence as we say it ourselves, and what it says: operation, targets, level, words, new words, qualifier.
SAID_ALIKE = [
    ("7.4-cü maddədə “beş iş günü” sözləri “on iş günü” sözləri ilə əvəz edilsin.",
     ("replace_words", "7.4", "", "beş iş günü", "on iş günü", "")),
    ("19.6-cı maddənin birinci cümləsində “dövlət rüsumu” sözləri “rüsum” sözü ilə əvəz edilsin.",
     ("replace_words", "19.6", "sentence:1", "dövlət rüsumu", "rüsum", "")),
    ("33-cü maddənin adında “qaçqın” sözü “məcburi köçkün” sözləri ilə əvəz edilsin.",
     ("replace_words", "33", "heading", "qaçqın", "məcburi köçkün", "")),
    ("100-cü maddədə “2 000” rəqəmləri “5 000” rəqəmləri ilə əvəz edilsin.",
     ("replace_number", "100", "", "2 000", "5 000", "")),
    ("12.3-cü maddədə birinci halda “şəxs” sözü “əcnəbi” sözü ilə əvəz edilsin.",
     ("replace_words", "12.3", "", "şəxs", "əcnəbi", "first")),
    ("12.3-cü maddədə ikinci halda “şəxs” sözü “əcnəbi” sözü ilə əvəz edilsin.",
     ("replace_words", "12.3", "", "şəxs", "əcnəbi", "second")),
    ("12.3-cü maddədə hər iki halda “şəxs” sözü “əcnəbi” sözü ilə əvəz edilsin.",
     ("replace_words", "12.3", "", "şəxs", "əcnəbi", "both")),
    ("12.3-cü maddədə bütün hallarda “şəxs” sözü “əcnəbi” sözü ilə əvəz edilsin.",
     ("replace_words", "12.3", "", "şəxs", "əcnəbi", "all")),
    ("70.1.2-ci maddədə “fərdi (“A” nümunəli)” sözləri “ümumi” sözü ilə əvəz edilsin.",
     ("replace_words", "70.1.2", "", "fərdi (“A” nümunəli)", "ümumi", "")),
    ("35.1-ci maddənin sanksiyasında “yüz manat” sözləri “iki yüz manat” sözləri ilə əvəz edilsin.",
     ("replace_words", "35.1", "sanction", "yüz manat", "iki yüz manat", "")),
    ("4-cü maddənin 3-cü hissəsinin 2-ci bəndində “a” sözü “b” sözü ilə əvəz edilsin.",
     ("replace_words", "4(3)(2)", "", "a", "b", "")),
    ("52-ci maddənin “Qeyd” hissəsində “qanun” sözü “məcəllə” sözü ilə əvəz edilsin.",
     ("replace_words", "52 note", "", "qanun", "məcəllə", "")),
    ("1 nömrəli əlavədə “a” sözü “b” sözü ilə əvəz edilsin.", ("replace_words", "annex 1", "", "a", "b", "")),
    ("6-cı fəslin adında “a” sözü “b” sözü ilə əvəz edilsin.",
     ("replace_words", "chapter 6", "heading", "a", "b", "")),
    ("Qanunun adında “sığınacaq” sözü “himayə” sözü ilə əvəz edilsin.",
     ("replace_words", "title", "", "sığınacaq", "himayə", "")),
    ("Qanunun mətnində ismin müvafiq hallarında “xidmət” sözü ismin müvafiq hallarında “agentlik” sözü ilə əvəz edilsin.",
     ("global_replace", "*", "", "xidmət", "agentlik", "every_case")),
    ("40.3-cü maddəyə “əcnəbilər” sözündən sonra “və vətəndaşlığı olmayan şəxslər” sözləri əlavə edilsin.",
     ("insert_after", "40.3", "", "əcnəbilər", "və vətəndaşlığı olmayan şəxslər", "")),
    ("15.8-ci maddənin ikinci cümləsinə “müraciət” sözündən əvvəl “elektron” sözü əlavə edilsin.",
     ("insert_before", "15.8", "sentence:2", "müraciət", "elektron", "")),
    ("20.1-ci və 20.4-cü maddələrə “qərar” sözündən sonra “(rəy)” sözü əlavə edilsin.",
     ("insert_after", "20.1 20.4", "", "qərar", "(rəy)", "")),
    ("preambulaya “a” sözündən sonra “b” sözü əlavə edilsin.", ("insert_after", "preamble", "", "a", "b", "")),
    ("80.2-ci maddədən “, o cümlədən əmlak xarakterli” sözləri çıxarılsın.",
     ("delete_words", "80.2", "", ", o cümlədən əmlak xarakterli", "", "")),
    ("12.1-1-ci maddədən hər iki halda “və ya” sözləri çıxarılsın.",
     ("delete_words", "12.1-1", "", "və ya", "", "both")),
    ("64.0.6-cı maddədən vergül işarəsi çıxarılsın.", ("delete_words", "64.0.6", "", ",", "", "")),
    ("90.5-ci maddənin üçüncü cümləsi çıxarılsın.", ("delete_words", "90.5", "sentence:3", "", "", "")),
    ("30-cu maddə ləğv edilsin.", ("repeal", "30", "", "", "", "")),
    ("41.2.3-cü, 41.2.4-cü və 41.2.7-ci maddələr ləğv edilsin.", ("repeal", "41.2.3 41.2.4 41.2.7", "", "", "", "")),
    ("1-ci, 3-cü, 6-cı, 9-cu, 10-cu, 20-ci, 30-cu, 40-cı, 50-ci, 60-cı, 70-ci, 80-ci, 90-cı və 100-cü maddələr ləğv edilsin.",
     ("repeal", "1 3 6 9 10 20 30 40 50 60 70 80 90 100", "", "", "", "")),
    ("11-ci maddənin “c” bəndi ləğv edilsin.", ("repeal", "11(c)", "", "", "", "")),
    ("11-ci maddənin 1-ci hissəsinin “g” və “ğ” bəndləri ləğv edilsin.", ("repeal", "11(1)(g) 11(1)(ğ)", "", "", "", "")),
    ("2 nömrəli əlavənin 5-ci maddəsi ləğv edilsin.", ("repeal", "annex 2 article 5", "", "", "", "")),
    ("8.1.3-cü maddədə “20 manat” sözləri “30 manat” sözləri ilə əvəz edilsin.",
     ("replace_words", "8.1.3", "", "20 manat", "30 manat", "")),
    ("8.1.3-cü maddə aşağıdakı redaksiyada verilsin: “8.1.3. böyük\t30 manat”.",
     ("restate", "8.1.3", "", "", "böyük\t30 manat", "")),
    ("2 nömrəli əlavənin 5-ci sətri ləğv edilsin.", ("repeal", "annex 2 row 5", "", "", "", "")),
    ("3-cü maddənin 2-ci cədvəlinin 5-ci sətri ləğv edilsin.", ("repeal", "3 table 2 row 5", "", "", "", "")),
    ("2 nömrəli əlavənin 1-ci və 2-1-ci sətirlərində “a” sözü “b” sözü ilə əvəz edilsin.",
     ("replace_words", "annex 2 row 1 annex 2 row 2-1", "", "a", "b", "")),
    ("16.1.8-ci maddə aşağıdakı redaksiyada verilsin: “16.1.8. iş icazəsi olmayan şəxslər;”.",
     ("restate", "16.1.8", "", "", "iş icazəsi olmayan şəxslər;", "")),
    ("18.2-ci maddənin birinci abzası aşağıdakı redaksiyada verilsin: “Qərar yazılı olur.”.",
     ("restate", "18.2", "paragraph:1", "", "Qərar yazılı olur.", "")),
    ("52-ci maddənin “Qeyd” hissəsi aşağıdakı redaksiyada verilsin: “Qeyd: Yeni mətn.”.",
     ("restate", "52 note", "", "", "Yeni mətn.", "")),
    ("101.2-ci maddənin ikinci cədvəli aşağıdakı redaksiyada verilsin: “A\tB”.",
     ("restate", "101.2", "table:2", "", "A\tB", "")),
    ("16-cı maddənin adı aşağıdakı redaksiyada verilsin: “Vizanın verilməsindən imtina”.",
     ("restate_heading", "16", "heading", "", "Vizanın verilməsindən imtina", "")),
    ("II bölmənin adı aşağıdakı redaksiyada verilsin: “Viza”.",
     ("restate_heading", "section II", "heading", "", "Viza", "")),
    ("18.2-ci maddənin ikinci cümləsi aşağıdakı redaksiyada verilsin: “Qərar 3 iş günü ərzində elan edilir.”.",
     ("restate_sentence", "18.2", "sentence:2", "", "Qərar 3 iş günü ərzində elan edilir.", "")),
    ("23.1-ci maddəyə aşağıdakı məzmunda cümlə əlavə edilsin: “Müddət uzadıla bilər.”.",
     ("add_sentence", "23.1", "", "", "Müddət uzadıla bilər.", "")),
    ("23.1-ci maddəyə aşağıdakı məzmunda ikinci və üçüncü cümlələr əlavə edilsin: “Bir. İki.”.",
     ("add_sentence", "23.1", "sentence:2", "", "Bir. İki.", "")),
    ("23.4-cü maddəyə aşağıdakı məzmunda üçüncü abzas əlavə edilsin: “Bu halda müraciət edilir.”.",
     ("add_sentence", "23.4", "paragraph:3", "", "Bu halda müraciət edilir.", "")),
    ("aşağıdakı məzmunda 9.3.4-1-ci maddə əlavə edilsin: “9.3.4-1. xüsusi hallarda;”.",
     ("insert_element", "9.3.4-1", "", "", "xüsusi hallarda;", "")),
    ("4-cü maddəyə aşağıdakı məzmunda 4-1-ci hissə əlavə edilsin: “4-1. Mətn.”.",
     ("insert_element", "4(4-1)", "", "", "Mətn.", "")),
    ("4-cü maddənin 3-cü hissəsinə aşağıdakı məzmunda 2-1-ci bənd əlavə edilsin: “2-1) mətn;”.",
     ("insert_element", "4(3)(2-1)", "", "", "mətn;", "")),
    ("52-ci maddəyə aşağıdakı məzmunda “Qeyd” hissəsi əlavə edilsin: “Qeyd: Müddət iş günləri ilə hesablanır.”.",
     ("insert_element", "52 note", "", "", "Müddət iş günləri ilə hesablanır.", "")),
    (("3.0.22-ci maddənin sonunda nöqtə işarəsi nöqtəli vergül işarəsi ilə əvəz edilsin və aşağıdakı məzmunda "
     "3.0.23-cü maddə əlavə edilsin: “3.0.23. məlumat.”."),
     ("append_element", "3.0.23", "", "", "məlumat.", "")),
    ("39-cu maddənin mətni 39.1-ci maddə hesab edilsin və aşağıdakı məzmunda 39.2-ci maddə əlavə edilsin: “39.2. Yeni.”.",
     ("renumber_and_add", "39", "", "", "", "")),
    (("4-cü maddənin 2-ci hissəsi 3-cü hissə hesab edilsin və 4-cü maddəyə aşağıdakı məzmunda 2-ci hissə əlavə edilsin: "
     "“2. Yeni.”."),
     ("renumber_and_add", "4(2)", "", "", "", "")),
    ("Bu Qanun dərc edildiyi gündən qüvvəyə minir.",
     ("commencement", "*", "", "", "Bu Qanun dərc edildiyi gündən qüvvəyə minir.", "")),
]  # fmt: skip

# Other forms that official texts have.
READ_TOO = [
    ("60.10-cu maddədə “30” rəqəmi “45” rəqəmi ilə əvəz edilsin.", [("replace_number", "60.10", "", "30", "45", "")]),
    ("1.1. 21.2-ci maddədə “a” sözü “b” sözü ilə əvəz edilsin;", [("replace_words", "21.2", "", "a", "b", "")]),
    ("1.2.1. 21.3-cü maddə ləğv edilsin;", [("repeal", "21.3", "", "", "", "")]),
    ("2) 21.3-cü maddə ləğv edilsin;", [("repeal", "21.3", "", "", "", "")]),
    ("a) 21.3-cü maddə ləğv edilsin;", [("repeal", "21.3", "", "", "", "")]),
    ("12.3. maddəsi ləğv edilsin.", [("repeal", "12.3", "", "", "", "")]),
    ("“Qaçqınlar haqqında” Azərbaycan Respublikasının Qanununun (Toplu, 1999, № 6, maddə 324) 5.1-ci maddəsi ləğv edilsin.",
     [("repeal", "5.1", "", "", "", "")]),
    ("Azərbaycan Respublikasının Miqrasiya Məcəlləsinə aşağıdakı məzmunda 5.1-ci maddə əlavə edilsin: “5.1. Mətn.”.",
     [("insert_element", "5.1", "", "", "Mətn.", "")]),
    ("50.1–50.3-cü maddələr ləğv edilsin.", [("repeal", "50.1 50.2 50.3", "", "", "", "")]),
    (("45.2-ci maddədə “a” sözü “b” sözü ilə əvəz edilsin, “c” sözündən sonra “d” sözü əlavə edilsin və “e” sözü "
     "çıxarılsın."),
     [("replace_words", "45.2", "", "a", "b", ""), ("insert_after", "45.2", "", "c", "d", ""),
      ("delete_words", "45.2", "", "e", "", "")]),
    ("7.1-ci maddənin birinci cümləsində “a” sözü “b” sözü ilə, ikinci cümləsində “c” sözü “d” sözü ilə əvəz edilsin.",
     [("replace_words", "7.1", "sentence:1", "a", "b", ""), ("replace_words", "7.1", "sentence:2", "c", "d", "")]),
    (("17.4-cü maddədə “Müvafiq” sözü “İcra” sözü ilə, “orqanı” sözü “orqanları” sözü ilə əvəz edilsin və həmin maddəyə "
     "aşağıdakı məzmunda ikinci cümlə əlavə edilsin: “Müddət hesablanmır.”."),
     [("replace_words", "17.4", "", "Müvafiq", "İcra", ""), ("replace_words", "17.4", "", "orqanı", "orqanları", ""),
      ("add_sentence", "17.4", "sentence:2", "", "Müddət hesablanmır.", "")]),
    ("7.1.4-cü maddədə “; və ya” sözləri “;” işarəsi ilə əvəz edilsin.",
     [("replace_words", "7.1.4", "", "; və ya", ";", "")]),
    ("13.5-ci maddədə “və” bağlayıcısı “və ya” bağlayıcısı ilə əvəz edilsin.",
     [("replace_words", "13.5", "", "və", "və ya", "")]),
    ("13.5-ci maddədə “iş icazəsi” ifadəsi “icazə” ifadəsi ilə əvəz edilsin.",
     [("replace_words", "13.5", "", "iş icazəsi", "icazə", "")]),
    ("Qanunun adında və mətnində “komitə” sözü ismin müvafiq hallarında “agentlik” sözü ilə əvəz edilsin.",
     [("global_replace", "*", "", "komitə", "agentlik", "every_case")]),
    ("21.9-cu maddədə «gün» sözü \"iş günü\" sözləri ilə əvəz edilsin.",
     [("replace_words", "21.9", "", "gün", "iş günü", "")]),
    ("220.5-ci maddədəki cədvəl yeni redaksiyada verilmişdir.", [("restate", "220.5", "table", "", "", "")]),
    ("101.2-ci maddədə 2-ci cədvəl yeni redaksiyada verilmişdir.", [("restate", "101.2", "table:2", "", "", "")]),
    ("3 nömrəli əlavə - “İcazələrin siyahısı”nın 71-ci maddəsi ləğv edilsin.",
     [("repeal", "annex 3 article 71", "", "", "", "")]),
    ("3 nömrəli əlavədə (“İcazələrin siyahısı”) 71-ci maddə ləğv edilsin.",
     [("repeal", "annex 3 article 71", "", "", "", "")]),
    ("3 nömrəli əlavənin 27-ci maddəsində “a” sözü “b” sözü ilə əvəz edilsin və 28-ci maddəsi ləğv edilsin.",
     [("replace_words", "annex 3 article 27", "", "a", "b", ""), ("repeal", "annex 3 article 28", "", "", "", "")]),
    ("yeni məzmunda 4 nömrəli əlavə əlavə edilmişdir.", [("insert_element", "annex 4", "", "", "", "")]),
    ("11-ci maddənin 1-ci hissəsinin “g” bəndində “a” sözü “b” sözü ilə əvəz edilsin və “h” bəndi ləğv edilsin.",
     [("replace_words", "11(1)(g)", "", "a", "b", ""), ("repeal", "11(1)(h)", "", "", "", "")]),
    ("14-cü fəsil 15-ci fəsil, 82-ci maddə isə 95-ci maddə hesab edilsin.",
     [("renumber_and_add", "chapter 14", "", "", "", ""), ("renumber_and_add", "82", "", "", "", "")]),
    # What stands later is deleted first, so that each operation finds its sentence.
    ("14.1-ci maddənin ikinci və üçüncü abzasları ləğv edilsin.",
     [("repeal", "14.1", "paragraph:3", "", "", ""), ("repeal", "14.1", "paragraph:2", "", "", "")]),
    ("14.1-ci maddənin ikinci – dördüncü cümlələri çıxarılsın.",
     [("delete_words", "14.1", f"sentence:{n}", "", "", "") for n in (4, 3, 2)]),
    ("14.1-ci maddənin birinci cümləsi çıxarılsın, üçüncü cümləsində “a” sözü “b” sözü ilə əvəz edilsin.",
     [("replace_words", "14.1", "sentence:3", "a", "b", ""), ("delete_words", "14.1", "sentence:1", "", "", "")]),
    ("22.5-ci və 22.6-cı maddələr müvafiq olaraq 22.6-cı və 22.7-ci maddələr hesab edilsin.",
     [("renumber_and_add", "22.6", "", "", "", ""), ("renumber_and_add", "22.5", "", "", "", "")]),
]  # fmt: skip


def told(operation):
    targets = " ".join(operation.all_targets)
    words = operation.anchor or operation.old
    return (operation.op.value, targets, operation.level, words, operation.new, operation.qualifier)


@pytest.mark.parametrize(("text", "expected"), SAID_ALIKE, ids=[text[:40] for text, _ in SAID_ALIKE])
def test_a_sentence_is_read_and_said_again_letter_for_letter(text, expected):
    (operation,) = AZ.parse(text, 2023)
    assert told(operation) == expected
    assert AZ.word(operation, Mood.IMPERATIVE) == text
    past = AZ.parse(AZ.word(operation, Mood.PAST), 2023)
    assert [(o.op, o.all_targets, o.level) for o in past] == [
        (operation.op, operation.all_targets, operation.level)
    ]


@pytest.mark.parametrize(("text", "expected"), READ_TOO, ids=[text[:40] for text, _ in READ_TOO])
def test_other_official_forms_are_read(text, expected):
    operations = AZ.parse(text, 2023)
    assert [told(operation) for operation in operations] == expected
    for operation in operations:
        if operation.op not in (Op.RESTATE, Op.INSERT_ELEMENT) or operation.new:
            assert AZ.parse(AZ.word(operation, Mood.IMPERATIVE), 2023) == [operation]


def test_every_operation_is_among_the_sentences():
    assert {expected[0] for _, expected in SAID_ALIKE} == {op.value for op in Op}


@pytest.mark.parametrize(
    "text",
    [
        "3 nömrəli əlavədə “a” sözü “b” sözü ilə əvəz edilsin və 28-ci maddə ləğv edilsin.",
        "5.1-ci maddə 5.2-ci maddə, 5.2-ci maddə 5.1-ci maddə hesab edilsin.",
        "5.1-ci maddənin dördüncü – ikinci cümlələri çıxarılsın.",
        "64.0.6-cı maddədə “a” sözündən sonrakı vergül işarəsi çıxarılsın.",
        "77.1-ci maddənin sonuna “a” sözləri əlavə edilsin.",
        "13.5-ci maddəyə “a” sözlərindən sonra “b”, “c” sözləri əlavə edilsin.",
    ],
)
def test_what_could_mean_two_things_is_unread(text):
    with pytest.raises(Unread):
        AZ.parse(text)
