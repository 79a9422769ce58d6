"""New provisions that come with a redesignation or an insertion are worded together, or refused when they are saved."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.prose.english_wording import English
from amendments.instructions.prose.russian_wording import Russian
from amendments.instructions.wording import Mood
from amendments.provisions.english_scheme import ENGLISH
from azerbaijan.wordings import Azerbaijani

ACT = "Article 1. Scope\n1. Boats are free.\n2. Rafts are not:\na) red;\nb) blue.\n\nArticle 2. Fines\n1. A fine is paid.\n2. It is small.\n"
HELP = [
    NewElement("2", "Help"),
    NewElement("2(1)", text="Ask."),
    NewElement("2(2)", text="Wait:"),
    NewElement("2(2)(a)", text="here."),
]
PART = [
    NewElement("1(1)", text="Ships:"),
    NewElement("1(1)(a)", text="old."),
    NewElement("1(2-1)", text="Buoys."),
]
TREE = ENGLISH.parse(ACT).tree


@pytest.mark.parametrize(
    ("target", "number", "added", "named"),
    [
        ("2", "6", HELP, ("the following Article 2", "добавить статью 2", "2-ci maddə əlavə")),
        ("1(1)", "1(5)", PART, ("the following Articles 1(1) and 1(2-1)", "части 1 и 2-1", "1-ci və 2-1-ci hissələr")),
    ],
)  # fmt: skip
def test_what_lies_under_a_new_provision_is_not_announced_beside_it(target, number, added, named):
    typed = Operation(Op.RENUMBER_AND_ADD, target, children=(NewElement(number), *added))
    for wording, words in zip((English(), Russian(), Azerbaijani()), named, strict=True):
        operation = completed(TREE, typed, ENGLISH, wording)
        execute(TREE, [operation], ENGLISH)
        assert words in wording.word(operation, Mood.IMPERATIVE)


@pytest.mark.parametrize(
    "operation",
    [
        Operation(Op.RENUMBER_AND_ADD, "2", children=(NewElement("6"), *HELP, NewElement("1(3)", text="Ships."))),
        Operation(Op.INSERT_ELEMENT, "3", heading="Help", new="Ask.", children=(NewElement("1(3)", text="Ships."),)),
        Operation(Op.INSERT_ELEMENT, "1(3)", new="Ships.", children=(NewElement("2(3)", text="Ships."),)),
    ],
)  # fmt: skip
def test_new_provisions_of_several_kinds_or_places_are_refused_where_the_language_cannot_name_them(operation):
    for wording in (Russian(), Azerbaijani(), None):
        with pytest.raises(Refused, match="Write one instruction for each kind"):
            completed(TREE, operation, ENGLISH, wording)


def test_they_are_taken_where_the_language_says_them_so_that_they_are_read_again():
    ships = NewElement("1(3)", text="Ships.")
    typed = Operation(Op.INSERT_ELEMENT, "1(2)(c)", new="green;", children=(ships,))
    said = English().word(completed(TREE, typed, ENGLISH, English()), Mood.IMPERATIVE)
    assert said.startswith("The following Articles 1(2)(c) and 1(3) shall be inserted:")
    alike = Operation(Op.INSERT_ELEMENT, "2(3)", new="Ships.", children=(ships,))
    with pytest.raises(Refused, match="different kinds or places"):  # both would be quoted as "3."
        completed(TREE, alike, ENGLISH, English())
