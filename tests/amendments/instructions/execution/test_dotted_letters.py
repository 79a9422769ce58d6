import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.wording import Mood
from azerbaijan.schemes import SCHEMES
from azerbaijan.wordings import WORDINGS

AZ, *_ = SCHEMES
WORDING, *_ = WORDINGS
ACT = """QANUN
Arıçılıq haqqında

Maddə 3. Yeşiklər
Yeşiklər bunlardır:
a) ağac yeşik;
b) saman yeşik;
ç) daş yeşik.

Maddə 12. Mum
12.1. Mumlar bunlardır:
a) ağ mum;
ə) sarı mum;
d) qara mum.
12.2. Söz.
"""
DOTTED = """QANUN
Arıçılıq haqqında

Maddə 3. Yeşiklər
3.a. Ağac yeşik.
3.b. Saman yeşik.
"""


@pytest.fixture(scope="module")
def tree():
    return AZ.parse(ACT).tree


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("12.1.e", "12.1(e)"),
        ("12.1.e)", "12.1(e)"),
        ("12.1.ğ", "12.1(ğ)"),
        ("12.1.ə-1", "12.1(ə-1)"),
        ("3.f", "3(f)"),
    ],
)
def test_a_dotted_letter_beneath_lettered_points_is_a_new_point(typed, point, tree):
    letter = point[point.index("(") + 1 : -1]
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, typed, new=f"{letter}) yad mumlar;"), AZ)
    assert (operation.target, operation.new) == (point, "yad mumlar;")
    assert f"\n{letter}) yad mumlar;\n" in AZ.render(execute(tree, [operation], AZ))
    said = WORDING.word(operation, Mood.IMPERATIVE)
    assert f"“{letter}” bənd əlavə edilsin" in said.replace("bəndi", "bənd")
    assert WORDING.parse(said) == [operation]


@pytest.mark.parametrize("typed", ["12.1.ə", "12.1.ə)", "12.1.Ə"])
def test_a_dotted_letter_names_the_point_that_stands(typed, tree):
    assert find(tree, typed) == find(tree, "12.1(ə)")
    operation = completed(tree, Operation(Op.REPEAL, typed), AZ)
    assert WORDING.word(operation, Mood.IMPERATIVE).casefold() == "12.1-ci maddənin “ə” bəndi ləğv edilsin."


def test_every_name_of_an_operation_is_read_so(tree):
    operation = Operation(
        Op.INSERT_ELEMENT,
        "3.d",
        new="yeşik;",
        after="3.ç",
        children=(NewElement("3.e", text="daha bir yeşik;"),),
        creates={"3.d": "one"},
    )
    assert completed(tree, operation, AZ) == Operation(
        Op.INSERT_ELEMENT,
        "3(d)",
        new="yeşik;",
        after="3(ç)",
        children=(NewElement("3(e)", text="daha bir yeşik;"),),
        creates={"3(d)": "one"},
    )
    several = completed(tree, Operation(Op.REPEAL, targets=("12.1.a", "12.1.d")), AZ)
    assert several.targets == ("12.1(a)", "12.1(d)")


def test_letters_stay_where_no_points_with_letters_stand(tree):
    for each, of in (("12.2.a", tree), ("3.c", AZ.parse(DOTTED).tree), ("3.a", AZ.parse(DOTTED).tree)):
        assert completed(of, Operation(Op.INSERT_ELEMENT, each, new="söz;"), AZ).target == each


@pytest.mark.parametrize("typed", ["4.a", "4.A", "4.i"])
def test_a_letter_is_no_number_of_a_part(typed):
    tree = AZ.parse("Maddə 4. Bal\n4.1. Bal satılır.\n4.2. Bal yoxlanılır.\n").tree
    assert find(tree, typed) is None
    inserted = execute(tree, [Operation(Op.INSERT_ELEMENT, typed, new="Söz.")], AZ)
    assert len(inserted) == len(tree) + 1


FIRST = "QANUN\nArıçılıq haqqında\n\nMaddə 1. Mum\n1.1. Mumlar:\n1.2. Son.\n\nMaddə 6. Son\nBitir:\n"


@pytest.mark.parametrize(
    ("typed", "words", "point", "lines"),
    [
        ("6.a", "a) ağ mum;", "6(a)", ["a) ağ mum;"]),
        ("1.1.a", "a) ağ mum;", "1.1(a)", ["a) ağ mum;"]),
        ("1.1.a", "(a) ağ mum;", "1.1(a)", ["(a) ağ mum;"]),
        ("1.1.a", "a) ağ mum;\nb) sarı mum.", "1.1(a)", ["a) ağ mum;", "b) sarı mum."]),
        ("1.1.a", "Ağ mum.", "1.1.a", ["1.1.a. Ağ mum."]),
    ],
)
def test_a_label_typed_before_a_dotted_letter_makes_it_the_first_point_and_is_printed_once(
    typed, words, point, lines
):
    tree = AZ.parse(FIRST).tree
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, typed, new=words), AZ)
    assert operation.target == point
    after = execute(tree, [operation], AZ)
    assert [line for line in AZ.render(after).split("\n") if "mum" in line.casefold()][2:] == lines
    further = (NewElement(f"{typed[:-1]}b", text="qara mum."),)
    both = completed(
        tree, Operation(Op.INSERT_ELEMENT, typed, new=words.split("\n")[0], children=further), AZ
    )
    assert ("(" in both.children[0].number) == ("(" in point)


def test_a_label_typed_beside_a_dotted_letter_is_not_printed():
    tree = execute(AZ.parse(FIRST).tree, [Operation(Op.INSERT_ELEMENT, "1.1.a", new="Ağ mum.")], AZ)
    operation = completed(tree, Operation(Op.INSERT_ELEMENT, "1.1.b", new="b) Sarı mum."), AZ)
    assert (operation.target, operation.new, operation.label) == ("1.1.b", "Sarı mum.", "")
    assert "1.1.a. Ağ mum.\n1.1.b. Sarı mum.\n" in AZ.render(execute(tree, [operation], AZ))
