"""Lines with nothing but tabs: the borders of cells, or blank lines of a copy."""

import pytest

from amendments.provisions.tree import Kind


@pytest.mark.parametrize("blank", ["\n\t\n", "\n\t\t\n\n", "\n \t\n"])
def test_tabs_on_the_blank_lines_of_a_copy_make_no_table(en, blank):
    lines = [line for number in range(1, 16) for line in (f"Article {number}", f"Lamp {number} shines.")]
    tree = en.parse(blank.join(["LAMPS ACT", *lines]) + "\n").tree
    assert [element.number for element in tree.of_kind(Kind.ARTICLE)] == [
        str(number) for number in range(1, 16)
    ]
    assert not tree.of_kind(Kind.TABLE)


def test_tabs_between_cells_do(en):
    rows = "\n\n\n\n".join(f"Lamp\n\t\n{number} lumen\n\t\nlit" for number in range(1, 16))
    tree = en.parse(f"LAMPS ACT\nArticle 1\nLamps are\n{rows}\n\n\n\nArticle 2\nThis Act ends.\n").tree
    assert len(tree.of_kind(Kind.TABLE)) == 1
