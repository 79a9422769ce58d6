"""Operations on acts as they are printed: what comes out reads back to the same provisions."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import from_json
from azerbaijan.schemes import SCHEMES

(AZ,) = SCHEMES

ACT = """QANUN

I FƏSİL
ÜMUMİ

Maddə 1. Ad
1.1. Rüsumlar:
Növü\tMəbləği
Viza\t20
1.2. Rüsumlar:
Növü\tMəbləği
İcazə\t30

Maddə 2. Ad iki
1. Birinci hissə:
a) bir;
b) iki.
2. İkinci.

II FƏSİL
XÜSUSİ

Maddə 3. Ad üç
Mətn.
Qeyd: Köhnə qeyd.

1 nömrəli əlavə

Siyahı

1. Birinci.
2. İkinci.
"""


def printed(*operations):
    tree = execute(AZ.parse(ACT).tree, map(from_json, operations), AZ)
    text = AZ.render(tree)
    again = AZ.parse(text).tree
    assert [(e.kind, e.eid, e.number, e.heading, e.text) for e in again] == [
        (e.kind, e.eid, e.number, e.heading, e.text) for e in tree
    ]
    return text


@pytest.mark.parametrize(
    ("operation", "old", "new"),
    [
        ({"op": "insert_element", "target": "1 note", "new": "Yeni."}, "İcazə\t30\n", "İcazə\t30\nQeyd: Yeni.\n"),
        ({"op": "insert_element", "target": "2(3)", "new": "Üçüncü."}, "2. İkinci.\n\nII", "2. İkinci.\n3. Üçüncü.\n\nII"),
        ({"op": "insert_element", "target": "2(1)(c)", "new": "üç."}, "b) iki.\n", "b) iki.\nc) üç.\n"),
        ({"op": "append_element", "target": "2(1)(c)", "new": "üç."}, "b) iki.\n", "b) iki;\nc) üç.\n"),
        ({"op": "restate", "target": "3 note", "new": "Təzə."}, "Köhnə qeyd.", "Təzə."),
        ({"op": "replace_words", "target": "title", "old": "QANUN", "new": "MƏCƏLLƏ"}, "QANUN", "MƏCƏLLƏ"),
        ({"op": "replace_words", "target": "annex 1 article 2", "old": "İkinci", "new": "Son"}, "2. İkinci.\n", "2. Son.\n"),
        ({"op": "renumber_and_add", "target": "chapter 2", "children": [{"number": "chapter 3"}]}, "II FƏSİL", "III FƏSİL"),
        ({"op": "restate", "target": "1.2", "level": "table", "new": "A\tB\nC\tD"}, "Növü\tMəbləği\nİcazə\t30", "A\tB\nC\tD"),
        ({"op": "restate", "target": "1", "level": "table:2", "new": "A\tB\nC\tD"}, "Növü\tMəbləği\nİcazə\t30", "A\tB\nC\tD"),
        ({"op": "replace_words", "target": "1.1", "level": "table", "old": "20", "new": "40"}, "Viza\t20", "Viza\t40"),
        ({"op": "delete_words", "target": "1.1", "level": "table"}, "Növü\tMəbləği\nViza\t20\n", ""),
        ({"op": "repeal", "target": "1.1", "level": "table"}, "Növü\tMəbləği\nViza\t20\n", ""),
    ],
    ids=lambda value: f"{value['op']} {value['target']}" if isinstance(value, dict) else "",
)  # fmt: skip
def test_one_place_changes_and_nothing_else(operation, old, new):
    before, __, after = ACT.rpartition(old) if old == "2. İkinci.\n" else ACT.partition(old)
    assert printed(operation) == before + new + after


def test_a_new_chapter_is_numbered_as_the_others_are():
    chapter = {"op": "insert_element", "target": "chapter 3", "heading": "YENİ"}
    text = printed(chapter | {"children": [{"number": "4", "heading": "Dörd", "text": "Mətn."}]})
    assert "III FƏSİL\nYENİ\n\nMaddə 4. Dörd\nMətn.\n" in text


def test_the_first_annex_stands_after_the_articles():
    text = ACT.partition("1 nömrəli")[0]
    operation = from_json({"op": "insert_element", "target": "annex 1", "heading": "Siyahı"})
    tree = execute(AZ.parse(text).tree, [operation], AZ)
    assert AZ.render(tree).startswith(text.rstrip())
    assert [element.eid for element in AZ.parse(AZ.render(tree)).tree][-1] == "annex_1"


def test_a_part_makes_room_for_another():
    operation = {"op": "renumber_and_add", "target": "2(2)"}
    children = [{"number": "2(3)"}, {"number": "2(2)", "text": "Yeni."}]
    text = AZ.render(execute(AZ.parse(ACT).tree, [from_json(operation | {"children": children})], AZ))
    assert "2. Yeni.\n3. İkinci.\n" in text


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ({"op": "restate", "target": "1", "level": "table", "new": "x"}, "ambiguous_target"),
        ({"op": "restate", "target": "2", "level": "table", "new": "x"}, "missing_level"),
        ({"op": "restate", "target": "1.1", "level": "table"}, "new_text_needed"),
        ({"op": "insert_element", "target": "3 note", "new": "x"}, "target_exists"),
        ({"op": "insert_element", "target": "section 1", "heading": "x"}, "missing_parent"),
    ],
)
def test_what_has_no_place_is_refused(operation, code):
    with pytest.raises(Refused) as refusal:
        printed(operation)
    assert refusal.value.code == code
