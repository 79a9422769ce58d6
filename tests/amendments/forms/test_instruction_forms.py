"""The lines of further provisions: what the form writes of a stored instruction it reads again."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.execute import words_of
from amendments.instructions.operations import NewElement, Op, Operation, to_json
from amendments.models import Instruction
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

NAMES = [
    *(
        "9-1(2)(a)",
        "9-1(2)",
        "9-1",
        "12.1",
        "12.1(ç)",
        "4(в)(1-1)",
        "4(1)(2)(в)",
        "chapter 16-1",
        "art_4__note",
    ),
    *("4 note", "annex 2", "annex 1 note", "annex 1 article 3", "annex 3 article 27(1)(a)"),
    *("annex 1 row 2.3", "annex 1 table 1 row 5", "2.1 row 3:2"),
]


@pytest.mark.parametrize("scheme", [ENGLISH, RUSSIAN, SCHEMES[0]])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("heading", "text"),
    [("", "dərinliyi;"), ("Başlıq", "1. one\nnote that."), ("Başlıq", ""), ("", "2) two")],
)
def test_a_stored_instruction_is_saved_untouched(scheme, name, heading, text):
    stored = Operation(Op.INSERT_ELEMENT, "9-1", new="x", children=(NewElement(name, heading, text),))
    words = words_of(scheme)
    given = InstructionForm.of(Instruction(operation=to_json(stored)), words).initial
    form = InstructionForm({key: value for key, value in given.items() if value is not None}, words=words)
    assert form.is_valid(), form.errors
    assert form.operation().children == stored.children


def test_a_full_stop_ends_a_name_that_has_several_words():
    form = InstructionForm({"children": "4 note that it is so"}, words=None)
    form.full_clean()
    assert form.cleaned_data["children"] == [NewElement("4", "", "note that it is so")]
