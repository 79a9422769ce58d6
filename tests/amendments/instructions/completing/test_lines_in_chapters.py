"""The lines typed for the points of an act that is printed "1. Text" in chapters."""

import pytest

from amendments.instructions.completing.typed_lines import with_provisions
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.provisions.english_scheme import ENGLISH
from amendments.provisions.russian_scheme import RUSSIAN
from azerbaijan.schemes import SCHEMES

POINTS = "{0} 1. A\n1. Open.\n2. Clean.\n{0} 2. B\n3. Sold:\n{1} one;\n{2} two.\n4. Light.\n{0} 3. C\n5. Shut:\n{1} one;\n{2} two."
LANGUAGES = [
    pytest.param(RUSSIAN, "Глава", "1)", "2)", id="ru"),
    pytest.param(ENGLISH, "Chapter", "(a)", "(b)", id="en"),
    pytest.param(SCHEMES[0], "Fəsil", "1)", "2)", id="az"),
]


def restated(scheme, text, target, new):
    tree = scheme.parse(text).tree
    operation = with_provisions(tree, Operation(Op.RESTATE, target=target, new=new), scheme)
    return operation, scheme.render(execute(tree, [operation], scheme))


@pytest.mark.parametrize("point", ["1", "2", "3", "4", "5", "6"])
@pytest.mark.parametrize(("scheme", "word", "one", "two"), LANGUAGES)
def test_each_point_takes_a_list_in_the_place_of_its_own(scheme, word, one, two, point):
    text = f"{POINTS.format(word, one, two)}\n6. Law."
    said, after = restated(scheme, text, point, f"New:\n{one} high;\n{two} low.")
    own = [f"{point}({each.strip('()')})" for each in (one, two)]
    assert (said.new, [each.number for each in said.children]) == ("New:", own)
    has_list = point in ("3", "5")
    lines = len(text.split("\n")) + (0 if has_list else 2)
    assert len(after.strip().split("\n")) == lines


ANEW = "{0} 1. A\n1. Open:\n{1} one;\n{2} two.\n2. Clean.\n{0} 2. B\n1. Sold.\n{3}2. Light.\n{0} 3. C\n1. Shut.\n"


@pytest.mark.parametrize("decimals", ["", "1.1. Dear.\n"])
@pytest.mark.parametrize("chapter", ["1", "2", "3"])
@pytest.mark.parametrize(
    "new", ["New:\n1.1. high;\n1.2. low.", "New:\n1.2. low.", "New:\n1.1. high;\n1.2. low.\n1.3. Wax."]
)
@pytest.mark.parametrize(("scheme", "word", "one", "two"), LANGUAGES)
def test_decimals_go_on_from_the_point_of_their_own_chapter(scheme, word, one, two, chapter, new, decimals):
    text = ANEW.format(word, one, two, decimals)
    words = new.format(word, one, two)
    _, after = restated(scheme, text, f"chapter {chapter}(1)", words)
    whole = [each for each in text.split(f"{word} ") if each]
    chapters = [each for each in after.split(f"{word} ") if each]
    heading, rest = whole[int(chapter) - 1].split("\n1. ")
    point = ["2. " + rest.split("\n2. ")[1]] if "\n2. " in rest else [""]
    whole[int(chapter) - 1] = "\n".join([heading, f"1. {words}", *point])
    assert [each.strip() for each in chapters] == [each.strip() for each in whole]


@pytest.mark.parametrize(("target", "line"), [("chapter 3", "1.1. Far."), ("chapter 1(2)", "3.1. Far.")])
@pytest.mark.parametrize(("scheme", "word", "one", "two"), LANGUAGES)
def test_a_restatement_brings_no_line_into_another_provision(scheme, word, one, two, target, line):
    text = f"{POINTS.format(word, one, two)}\n6. Law."
    with pytest.raises(Refused, match=f"“{line}”, begins with the number of a provision"):
        restated(scheme, text, target, f"{line}\n{line}" if target == "chapter 3" else f"New.\n{line}")
