"""Names of provisions that leave levels out."""

import pytest

from amendments.instructions.completing.completed import completed
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.instructions.wording import Mood
from amendments.plugins.registry import wording_for
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

ACT = (
    "Статья 4. Виды\n1. Суда:\n1) малые;\n2) большие.\n2. Лодки:\n3) особые:\nа) синие;\nв) белые.\n\n"
    "Статья 5. Прочее\nПрочее:\nа) мосты;\nб) паромы.\n"
)
DECIMAL = "Maddə 12. Növlər\n12.1. Gəmilər;\n12.2. Qayıqlar:\na) mavi;\nç) ağ.\n"


def saved(text, scheme, op, **given):
    return completed(scheme.parse(text).tree, Operation(op, **given), scheme)


@pytest.mark.parametrize(
    ("text", "scheme", "short", "whole"),
    [
        (ACT, RUSSIAN, "4(в)", "4(2)(3)(в)"),
        (ACT, RUSSIAN, "4(2)(в)", "4(2)(3)(в)"),
        (ACT, RUSSIAN, "4(3)", "4(2)(3)"),
        (ACT, RUSSIAN, "4(2)", "4(2)"),
        (ACT, RUSSIAN, "5(б)", "5(б)"),
        (ACT, RUSSIAN, "4(я)", "4(я)"),
        (ACT, RUSSIAN, "4", "4"),
        (DECIMAL, SCHEMES[0], "12(ç)", "12.2(ç)"),
        (DECIMAL, SCHEMES[0], "12.2(ç)", "12.2(ç)"),
    ],
)
def test_an_instruction_names_every_level(text, scheme, short, whole):
    assert saved(text, scheme, Op.REPEAL, target=short).target == whole
    given = {"targets": (short, "4(1)(1)"), "old": "а", "new": "б"}
    assert saved(text, scheme, Op.GLOBAL_REPLACE, **given).targets == (whole, "4(1)(1)")


def test_official_wording_names_the_whole_path():
    said = wording_for("", "ru").word(saved(ACT, RUSSIAN, Op.REPEAL, target="4(в)"), Mood.IMPERATIVE)
    assert "части 2 статьи 4" in said


def test_what_a_new_provision_lies_under_is_named_whole():
    below = (NewElement("4(в)(2)", text="два."),)
    new = saved(ACT, RUSSIAN, Op.INSERT_ELEMENT, target="4(в)(1)", after="4(в)", new="один;", children=below)
    assert (new.target, new.after) == ("4(2)(3)(в)(1)", "4(2)(3)(в)")
    assert [each.number for each in new.children] == ["4(2)(3)(в)(2)"]


def test_a_new_part_is_not_taken_for_a_point_with_its_number():
    text = "Статья 4. Виды\n1. Суда:\n1) малые;\n2) большие.\n"
    assert saved(text, RUSSIAN, Op.INSERT_ELEMENT, target="4(2)", new="Лодки.").target == "4(2)"


@pytest.mark.parametrize(
    ("text", "scheme", "new", "before"),
    [
        (ACT, RUSSIAN, "5(в)", "5(б)"),
        (ACT, RUSSIAN, "4(1)(3)", "4(1)(2)"),
        (DECIMAL, SCHEMES[0], "12.2(d)", "12.2(ç)"),
        (DECIMAL, SCHEMES[0], "12.3", ""),
    ],
)
def test_what_is_added_to_a_list_names_what_it_follows_so_that_the_act_changes_its_full_stop(
    text, scheme, new, before
):
    appended = saved(text, scheme, Op.APPEND_ELEMENT, target=new, new="yeni.")
    assert appended.after == before
    said = wording_for("AZ" if scheme is SCHEMES[0] else "", scheme.language).word(appended, Mood.IMPERATIVE)
    assert ("nöqtəli vergül" in said) or ("точк" in said)
