from dataclasses import replace
from datetime import date

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.law_record import with_earlier_laws
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.tree import Element, Kind, Tree
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS, Source, footnote
from tests.amendments.instructions.conftest import act

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


LABELLED = """QANUN
Muzeylər haqqında

1-ci fəsil
Ümumi müddəalar

Maddə 23. Muzeyin hüquqları
Muzeyin hüquqları:
1) bina almaq;
2) birliklərdə iştirak etmək;
3) sərgi açmaq.
Söz.

Maddə 24. Muzeyin vəzifələri
(1) sərgi açmaq;
(2) jurnal aparmaq.

Maddə 25. Əşyalar
Əşyalar bunlardır:
a) daşlar;
ç) muncuqlar.
Qeyd: Söz.
"""


@pytest.mark.parametrize(
    ("target", "previous"),
    [
        ("23(2)", ["2) birliklərdə iştirak etmək;"]),
        ("24(2)", ["(2) jurnal aparmaq."]),
        ("25(ç)", ["ç) muncuqlar."]),
        (
            "24",
            ["Maddə 24. Muzeyin vəzifələri", "(1) sərgi açmaq;", "(2) jurnal aparmaq."],
        ),
        ("25 note", ["Qeyd: Söz."]),
        (
            "chapter 1",
            [
                "1-ci fəsil",
                "Ümumi müddəalar",
                "Maddə 23. Muzeyin hüquqları",
                "Muzeyin hüquqları:",
                "1) bina almaq;",
            ],
        ),
    ],
)
def test_the_previous_wording_bears_the_numbers_that_the_law_printed(target, previous):
    before = SCHEMES[0].parse(LABELLED).tree
    restated = Operation(Op.RESTATE, target, heading="x", new="x", children=(NewElement("99", text="x"),))
    __, __, *paragraphs = footnote(restated, SOURCE, before).split("\n\n")
    assert paragraphs[: len(previous)] == previous


def test_what_was_repealed_has_no_previous_wording():
    before = execute(
        SCHEMES[0].parse(LABELLED).tree, [Operation(Op.REPEAL, "25(ç)"), Operation(Op.REPEAL, "24")]
    )
    for target in ("25(ç)", "24"):
        assert "\n" not in footnote(Operation(Op.RESTATE, target, new="x"), SOURCE, before)
    whole = footnote(Operation(Op.RESTATE, "25", children=(NewElement("25(a)", text="x"),)), SOURCE, before)
    assert "a) daşlar;" in whole
    assert "ç" not in whole.split("deyilirdi:")[1]


@pytest.mark.parametrize(
    ("kind", "title", "changed"),
    [
        ("law", "Muzeylər haqqında", "QANUNA"),
        ("code", "Miqrasiya Məcəlləsi", "MƏCƏLLƏYƏ"),
        ("decree", "Kitabxanalar barədə", "FƏRMANA"),
        ("decision", "Qaydalar barədə", "QƏRARA"),
        ("constitution", "Azərbaycan Respublikasının Konstitusiyası", "KONSTİTUSİYAYA"),
        ("law", "Azərbaycan Respublikasının Konstitusiya Qanunu", "KONSTİTUSİYA QANUNA"),
        ("other", "Qaydalar", "AKTA"),
    ],
)
def test_the_list_of_footnotes_names_the_kind_of_the_act(kind, title, changed):
    heading = WORDINGS[0].record.changes_heading(kind, title)
    assert heading == f"{changed} EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI"


@pytest.mark.parametrize(("number", "is_listed"), [("9", True), ("4", False), ("2023", False), ("1", False)])
def test_a_law_with_a_number_of_figures_alone_is_no_day(number, is_listed):
    record = WORDINGS[0].record
    listed = f"1. {replace(SOURCE, number='9')}"
    tree = Tree(
        (Element("s", Kind.APPARATUS, eid="apparatus_1", heading=record.sources_heading, text=listed),)
    )
    (after,) = with_earlier_laws(tree, [number], record)
    assert (after.text == listed) is is_listed
