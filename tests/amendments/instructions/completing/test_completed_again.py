"""What an instruction created keeps its name when the instruction is edited: its key is known under that name."""

from dataclasses import replace

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import words_of
from amendments.instructions.operations import NewElement, Op, Operation, to_json
from amendments.models import Instruction
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.forms.test_instruction_forms import in_browser
from tests.amendments.forms.test_typed_lists import IN_AZERI, IN_ENGLISH, IN_RUSSIAN

ACTS = [(ENGLISH, IN_ENGLISH), (RUSSIAN, IN_RUSSIAN), (SCHEMES[0], IN_AZERI)]
LISTS = [
    "1. aa:\n1.1. bb.\n1.2. cc.\n2. dd.",
    "1. aa:\na) bb;\nb) cc.\n2. dd.",
    "aa.\n1. bb.\n2. cc.",
    "1.1. aa.\n1.2. bb.",
]


def stored(operation):
    """An instruction as it is stored, with the keys of what it creates."""
    names = [operation.target, *(each.number for each in operation.children)]
    return replace(operation, creates={name: f"key-{place}" for place, name in enumerate(names)})


def edited(tree, scheme, operation, **typed):
    """The instruction after a visit to its form, where only the words are written anew."""
    row, words = Instruction(operation=to_json(operation)), words_of(scheme)
    form = InstructionForm.of(row, words, data={**in_browser(InstructionForm.of(row, words)), **typed})
    assert form.is_valid(), form.errors
    return completed(tree, form.operation(), scheme)


@pytest.mark.parametrize(("scheme", "text"), ACTS)
@pytest.mark.parametrize(
    "was",
    [
        Operation(Op.INSERT_ELEMENT, "annex 1 article 1(1.1)", new="x."),
        Operation(Op.INSERT_ELEMENT, "annex 1 article 1.1", new="x."),
        Operation(Op.INSERT_ELEMENT, "annex 1 article 3", new="x."),
        Operation(
            Op.INSERT_ELEMENT,
            "annex 1 article 3",
            new="x.",
            children=(NewElement("annex 1 article 4", "", "y."),),
        ),
    ],
)
def test_names_of_points_stay(scheme, text, was):
    tree, before = scheme.parse(text).tree, stored(was)
    assert edited(tree, scheme, before, new="Other.") == replace(before, new="Other.")


@pytest.mark.parametrize(("scheme", "text"), ACTS)
@pytest.mark.parametrize("typed", LISTS)
def test_names_of_a_new_annex_stay(scheme, text, typed):
    tree = scheme.parse(text).tree
    before = stored(completed(tree, Operation(Op.INSERT_ELEMENT, "annex 2", heading="Aa", new=typed), scheme))
    assert edited(tree, scheme, before) == before
    assert edited(tree, scheme, before, heading="Bb") == replace(before, heading="Bb")
