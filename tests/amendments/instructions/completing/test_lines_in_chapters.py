"""The lines typed for the points of an act that is printed "1. Text" in chapters."""

import pytest

from amendments.instructions.completing.typed_lines import with_provisions
from amendments.instructions.execute import execute
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
