"""A new number is printed as the act prints those beside it."""

import pytest

from amendments.instructions.execute import execute
from amendments.instructions.operations import from_json
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.number_forms import in_form_of
from amendments.provisions.russian_scheme import RUSSIAN
from amendments.provisions.tree import Element, Kind


def others(*numbers):
    return [Element(number, Kind.ARTICLE, number) for number in numbers]


@pytest.mark.parametrize(
    ("number", "beside", "printed"),
    [
        ("12-1", ["11", "11-1"], "12-1"),
        ("12-1", ["11", "11¹"], "12¹"),
        ("12-10", ["11⁹"], "12¹⁰"),
        ("12-1", ["11(1)"], "12(1)"),
        ("12-1", ["11–1"], "12–1"),
        ("9.3.4-1", ["9.3.3²"], "9.3.4¹"),
        ("12-1", ["11", "12"], "12-1"),
        ("12-1", ["11 bis", "12"], "12-1"),
        ("12-bis", ["11-ter"], "12-bis"),
        ("12-bis", ["11 ter"], "12 bis"),
        ("12-bis-A", ["11 ter"], "12 bis A"),
        ("12-bis", ["11° ter"], "12° bis"),
        ("12-bis", ["11", "12"], "12 bis"),
        ("12", ["11¹"], "12"),
        ("12A", ["11 bis"], "12A"),
    ],
)
def test_a_suffix_is_printed_as_those_of_others(number, beside, printed):
    assert in_form_of(number, others(*beside)) == printed


DEGREES = "RULES\n\nArticle 1. Boats\n\n1° one boat;\n2° two boats;\n3° three boats.\n\nArticle 2. Rafts\n\n1) one raft;\n2) two rafts.\n\nArticle 3. Ferries\n\n(1) A ferry pays.\n(2) It waits.\n"
WITH_BIS = "RULES\n\nArticle 1. Boats\n\n1° one boat;\n1° bis one boat more;\n2° two boats.\n"
RAISED = "Статья 1. Лодки\n\nЛодка платит.\n\nСтатья 1¹. Плоты\n\nПлот платит.\n\nСтатья 2. Суда\n\nСудно платит.\n"


@pytest.mark.parametrize(
    ("scheme", "act", "target", "line"),
    [
        (ENGLISH, DEGREES, "1(3-bis)", "3° bis new words."),
        (ENGLISH, DEGREES, "1(4)", "4° new words."),
        (ENGLISH, DEGREES, "2(3)", "3) new words."),
        (ENGLISH, DEGREES, "3(2-1)", "(2-1) new words."),
        (ENGLISH, WITH_BIS, "1(2-bis)", "2° bis new words."),
        (ENGLISH, WITH_BIS, "1(3)", "3° new words."),
        (ENGLISH, WITH_BIS + "2° bis two more.\n", "1(3)", "3° new words."),
        (RUSSIAN, RAISED, "2-1", "Статья 2¹. new words."),
    ],
)
def test_a_provision_that_an_instruction_adds_is_printed_as_its_neighbours(scheme, act, target, line):
    tree = scheme.parse(act).tree
    assert scheme.render(tree) == act
    words = {"heading": "new words."} if target[-1] != ")" else {"new": "new words."}
    after = execute(tree, [from_json({"op": "insert_element", "target": target, **words})], scheme)
    assert line in scheme.render(after).split("\n")
    again = from_json({"op": "repeal", "target": target})
    assert execute(after, [again], scheme)  # and is found by the number that the instruction gave


@pytest.mark.parametrize("number", ["", "2"])
def test_a_note_without_a_number_has_no_gap_before_its_colon(number):
    note = Element("n", Kind.NOTE, number, text="Boats float.")
    assert ENGLISH.label(note) == f"Note {number}".strip() + ":"
    act = execute(
        ENGLISH.parse("Article 1. Boats\n\nA boat pays.\n").tree,
        [from_json({"op": "insert_element", "target": "1 note", "new": "Boats float."})],
    )
    assert "\nNote: Boats float." in ENGLISH.render(act)
