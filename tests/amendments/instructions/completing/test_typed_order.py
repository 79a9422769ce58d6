"""What is typed with a new provision stands in the order in which it was typed, or is refused."""

import pytest

from amendments.forms.instruction_forms import InstructionForm
from amendments.instructions.completing.completed import completed
from amendments.instructions.execute import execute, words_of
from amendments.instructions.instruction_errors import Refused
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES
from tests.amendments.forms.test_typed_lists import IN_AZERI, IN_ENGLISH, IN_RUSSIAN

ACTS = {
    "en": (ENGLISH, IN_ENGLISH),
    "ru": (RUSSIAN, IN_RUSSIAN),
    "az": (SCHEMES[0], IN_AZERI),
}


def read(language, target, new, children="", heading="", op="insert_element"):
    scheme, text = ACTS[language]
    tree = scheme.parse(text).tree
    typed = {"op": op, "target": target, "new": new, "heading": heading, "children": children}
    form = InstructionForm(typed, words=words_of(scheme))
    assert form.is_valid(), form.errors
    operation = completed(tree, form.operation(), scheme)
    return [each for each in execute(tree, [operation], scheme) if each.key not in tree.by_key]


@pytest.mark.parametrize(
    ("language", "new", "said"),
    [
        ("en", "1. One:\n(b) two;\n(a) three;\n(c) four.", r"9\(1\)\(a\) would stand before 9\(1\)\(b\)"),
        ("en", "2. One.\n1. Two.\n3. Three.", r"9\(1\) would stand before 9\(2\)"),
        ("ru", "1. Раз.\nПримечание. Так.\n2. Два.", r"9\(2\) would stand before 9 note"),
        ("az", "9.2. Bir.\n9.1. İki.", r"9\.1 would stand before 9\.2"),
        (
            "az",
            "9.1. Bir:\na) iki;\nb) üç:\ni) dörd;\nii) beş;\nc) altı.",
            r"9\.1\(c\) would stand before 9\.1\(ii\)",
        ),
    ],
)
def test_lines_in_another_order_than_that_of_their_numbers_are_refused(language, new, said):
    with pytest.raises(Refused, match=said):
        read(language, "9", new, heading="Name")


def test_so_are_further_provisions_and_lines_of_a_restatement():
    with pytest.raises(Refused, match=r"1\(3\) would stand before 1\(4\)"):
        read("en", "1(4)", "Four.", "1(3). Three.")
    with pytest.raises(Refused, match="would stand before"):
        read("en", "1(1)", "It covers:\n(b) one;\n(a) two.", op="restate")


@pytest.mark.parametrize(
    ("language", "new"),
    [
        ("en", "1. One:\n(a) two:\n(i) three;\n(ii) four;\n(b) five.\n2. Six."),
        ("ru", "1. Раз:\nа) два;\nб) три.\n2. Четыре.\nПримечание. Так."),
        ("az", "9.1. Bir:\na) iki;\nb) üç.\n9.2. Dörd."),
    ],
)
def test_what_is_typed_in_order_stands_so(language, new):
    typed = [line.split(maxsplit=1)[1] for line in new.splitlines()]
    assert [each.text for each in read(language, "9", new, heading="Name")][1:] == typed
