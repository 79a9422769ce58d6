import pytest

from amendments.instructions.cases import confirmed, forms
from amendments.instructions.errors import Refused
from amendments.instructions.execute import execute
from amendments.instructions.operations import Op, Operation
from tests.amendments.instructions.conftest import act, texts

ACT = act(
    ("1", "Qurumun səlahiyyəti", "Həmin qurum və ya digər qurumun nümayəndəsi."),
    ("2", "Son", "Bu qurumda iş."),
)
EVERY_CASE = Operation(Op.GLOBAL_REPLACE, "*", old="qurum", new="orqan", qualifier="every_case")


def test_the_forms_in_which_words_stand_are_listed():
    assert forms(ACT, EVERY_CASE) == {"qurum": 1, "qurumun": 1, "qurumda": 1}


def test_each_confirmed_form_is_an_operation_of_its_own():
    operations = confirmed(ACT, EVERY_CASE, {"qurum": "orqan", "qurumun": "orqanın", "qurumda": "orqanda"})
    assert [(o.old, o.count) for o in operations] == [("qurumda", 1), ("qurumun", 1), ("qurum", 1)]
    assert texts(execute(ACT, operations)) == {
        "1": "Həmin orqan və ya digər orqanın nümayəndəsi.",
        "2": "Bu orqanda iş.",
    }


def test_several_targets_are_asked_only_for_the_forms_that_they_hold():
    operation = Operation(Op.REPLACE_WORDS, targets=("1", "2"), old="qurum", new="x", qualifier="every_case")
    operations = confirmed(ACT, operation, {"qurum": "a", "qurumun": "b", "qurumda": "c"})
    assert {o.old: o.targets for o in operations} == {"qurumda": ("2",), "qurumun": ("1",), "qurum": ("1",)}
    assert texts(execute(ACT, operations))["2"] == "Bu c iş."


@pytest.mark.parametrize(("new_forms", "code"), [({"qurum": "orqan"}, "every_case")])
def test_a_form_without_wording_is_refused(new_forms, code):
    with pytest.raises(Refused) as refusal:
        confirmed(ACT, EVERY_CASE, new_forms)
    assert refusal.value.code == code


def test_words_that_stand_nowhere_are_refused():
    with pytest.raises(Refused) as refusal:
        confirmed(ACT, Operation(Op.GLOBAL_REPLACE, "*", old="yoxdur", new="x"), {})
    assert refusal.value.code == "missing_anchor"
