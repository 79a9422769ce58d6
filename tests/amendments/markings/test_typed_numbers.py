"""New lines that begin with a number become provisions, or are listed with what to do; never words of the one above."""

import pytest

from amendments.importers.markup import Markup, TrackedEdit
from amendments.instructions.execute import execute
from amendments.markings.placed_changes import place
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

POINTS = (
    ENGLISH,
    "Article 1. Scope\n1. This Law applies to:\n1) boats;\n2) ships.\n2. It is short.\n",
    "1) boats",
)
BARE = (ENGLISH, "Article 1. Scope\nThis Law applies to:\n1) boats;\n2) ships.\n", "1) boats")
PARTS = (ENGLISH, "Article 1. Scope\n1. It applies.\n2. It is short.\n", "1. It")
WORDED = (ENGLISH, "Article 1. Scope\nWords.\n1. It applies.\n2. It is short.\n", "1. It")
RU = (RUSSIAN, "Статья 1. Сфера\n1. Закон применяется к:\n1) портам;\n2) судам.\n", "1) портам")
LETTERS = (RUSSIAN, "Статья 1. Сфера\nЗакон применяется к:\nа) портам;\nб) судам.\n", "а) портам")
AZ = (
    SCHEMES[0],
    "Maddə 1. Əhatə\n1.1. Qanun tətbiq edilir:\n1.1.1. limanlara;\n1.1.2. gəmilərə.\n",
    "1.1.1. lim",
)
AZ_POINTS = (SCHEMES[0], "Maddə 1. Əhatə\nQanun tətbiq edilir:\n1) limanlara;\n2) gəmilərə.\n", "1) lim")
TWO = (ENGLISH, "Article 1. Scope\nIt applies.\n\nArticle 2. End\nIt ends.\n", "Article 2.")


def placed(law, typed):
    scheme, text, first = law
    base = scheme.parse(text).tree
    at = text.index(first)
    return base, place(Markup(text, (TrackedEdit(at, at, typed, "Author A", ""),)), base, base, scheme)


@pytest.mark.parametrize(
    ("law", "typed"),
    [
        (law, f"{label} x;\n")
        for law, labels in [
            (POINTS, ["1-0)", "1-0.", "(1-0)", "1-0", "1-1)", "1)", "3)", "a)", "A.", "1⁰)", "№ 0)", "1–0)"]),
            (BARE, ["1-0)", "1-1)", "1."]),
            (PARTS, ["1-0.", "1-0)", "1-1."]),
            (WORDED, ["1-0.", "1-0)", "1-1."]),
            (RU, ["1-0)", "1-0.", "1-1)"]),
            (LETTERS, ["а-1)", "1)"]),
            (AZ, ["1.1.1-0.", "1.1.1-0", "1.1.1-1."]),
            (AZ_POINTS, ["1-0)", "1-0.", "1-1)"]),
            (TWO, ["Article 1-0."]),
        ]
        for label in labels
    ],
)
def test_a_number_that_does_not_fit_is_listed_with_what_to_do(law, typed):
    _base, found = placed(law, typed)
    assert found.changes == []
    (left,) = found.left
    assert left.new == typed
    assert any(word in str(left.why) for word in ("rite an instruction", "restate the provision"))


@pytest.mark.parametrize(
    ("law", "typed", "target"),
    [
        (POINTS, "0) x;\n", "1(1)(0)"),
        (POINTS, "0-1) x;\n", "1(1)(0-1)"),
        (BARE, "0-1) x;\n", "1(0-1)"),
        (WORDED, "0. x.\n", "1(0)"),
        (RU, "0-1) x;\n", "1(1)(0-1)"),
        (LETTERS, "а-0) x;\n", "1(а-0)"),
        (AZ, "1.1.0. x;\n", "1.1.0"),
    ],
)
def test_a_number_that_fits_before_the_first_one_is_a_provision_there(law, typed, target):
    scheme, text, first = law
    base, found = placed(law, typed)
    ((operation,),) = [change.operations for change in found.changes]
    assert (operation.op.value, operation.target) == ("insert_element", target)
    assert scheme.render(execute(base, [operation], scheme)) == text.replace(first, f"{typed}{first}")


def test_the_message_quotes_the_line():
    _base, found = placed(POINTS, f"words of the list;\n1-0) {'x' * 40}\n")
    (left,) = found.left
    assert str(left.why).startswith(f"The line “1-0) {'x' * 35}…” begins like a provision")


@pytest.mark.parametrize(
    ("law", "typed"),
    [
        *((POINTS, typed) for typed in ("It is x.", "10 boats too;", "2 ships (small);", "– x;")),
        *((POINTS, typed) for typed in ("J. Smith's boats;", "(EU) ships;", "(see) ships;", "oars) x;")),
        (RU, "г. Баку и его портам;"),
        (AZ_POINTS, "Ş. Bakı limanlarına;"),
    ],
)
def test_words_that_begin_with_no_number_of_a_provision_are_words(law, typed):
    _base, found = placed(law, f"{typed}\n")
    assert [each.operations[0].new for each in found.changes] == [typed]


@pytest.mark.parametrize("typed", ["J. Boats;\n", "I. Boats;\n", "(aa) Boats;\n", "ii) Boats;\n"])
def test_a_letter_before_a_capital_is_a_number_where_others_are_lettered(typed):
    scheme, text, first = POINTS
    _base, found = placed((scheme, f"{text}\nA. Boats.\nB. Ships.\n", first), typed)
    assert [left.new for left in found.left] == [typed]


def test_a_number_that_stood_in_a_rewritten_line_stays():
    text = "Article 1. Scope\nIt applies to:\n1-0) boats;\nand ships.\n"
    base = ENGLISH.parse(text).tree
    at = text.index("boats")
    found = place(Markup(text, (TrackedEdit(at, at + 5, "rafts", "Author A", ""),)), base, base, ENGLISH)
    assert len(found.changes) == 1
