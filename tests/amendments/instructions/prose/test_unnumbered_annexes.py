"""The only annex of an act, which has no number, is named before its rows and tables."""

import pytest

from amendments.instructions.completing.whole_names import with_whole_names
from amendments.instructions.derive import cite
from amendments.instructions.designations import Designation
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import Op, Operation
from amendments.instructions.wording import Mood
from amendments.plugins.registry import wording_for
from amendments.provisions.tree import Kind
from azerbaijan.schemes import SCHEMES

ROWS = "№\tAd\tManat\n1\tGəmi\t10\n2\tQayıq\t15\n"
ACT = f"Maddə 1. Əhatə\n1.1. Cədvəl:\n{ROWS}\nƏlavə\nRüsumlar\n{ROWS}"
SAID = {
    "annex row 2": ("əlavənin 2-ci sətrində", "строке 2 приложения", "row 2 of the annex"),
    "annex table 1": ("əlavənin 1-ci cədvəlində", "таблице 1 приложения", "table 1 of the annex"),
    "annex": ("əlavədə", "приложении", "the annex"),
}


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("place", range(3))
def test_official_wording_names_the_annex(name, place):
    wording = wording_for("az" if place == 0 else "", ("az", "ru", "en")[place])
    operation = Operation(Op.REPLACE_NUMBER, name, old="15", new="18")
    for mood in Mood:
        said = wording.word(operation, mood)
        assert SAID[name][place] in said
        (read,) = wording.parse(said)
        assert f"{read.target} {read.level.replace(':', ' ')}".rstrip() == name


def test_every_row_is_cited_with_what_its_table_stands_in():
    tree = SCHEMES[0].parse(ACT).tree
    cited = [cite(tree, each) for each in tree if each.kind in (Kind.ROW, Kind.TABLE, Kind.ANNEX)]
    assert cited == [
        *("1.1 table 1", "1.1 row 1", "1.1 row 2"),
        *("annex", "annex table 1", "annex row 1", "annex row 2"),
    ]
    assert [Designation(each) for each in cited] == cited
    assert find(tree, "annex row 2").text == "Qayıq\t15"


def test_a_row_that_was_typed_alone_is_named_with_its_annex():
    tree = SCHEMES[0].parse(ACT.replace(f"Cədvəl:\n{ROWS}", "Cədvəl.\n")).tree
    typed = Operation(Op.REPLACE_NUMBER, "row 2", old="15", new="18")
    assert with_whole_names(tree, typed).target == "annex row 2"
