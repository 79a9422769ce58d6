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


@pytest.mark.parametrize("blank", ["\t\n", "\t\t\n", "\n\xa0\t\xa0\n\n", "\t\t\n\t\t\n"])
@pytest.mark.parametrize("heading", ["Article 2. Oil", "Article 2", "CHAPTER 2\nOIL\n\nArticle 2. Oil"])
def test_a_row_of_empty_cells_before_a_heading_is_no_table(en, blank, heading):
    lamps = "LAMPS ACT\n\nCHAPTER 1\nLAMPS\n\nArticle 1. Lamps\n1.1. Lamps shine.\n"
    text = f"{lamps}{blank}{heading}\n2.1. Oil burns.\n\nArticle 3. End\n3.1. This Act ends.\n"
    tree = en.parse(text).tree
    assert [element.number for element in tree.of_kind(Kind.ARTICLE)] == ["1", "2", "3"]
    assert [element.number for element in tree.of_kind(Kind.PART)] == ["1.1", "2.1", "3.1"]
    assert en.render(tree) == text


def test_cells_that_name_articles_stay_cells(en):
    rows = "\n\n\n\n".join(f"Fine {number}\n\t\nArticle {number}" for number in range(3, 9))
    tree = en.parse(f"LAMPS ACT\nArticle 1\nFines are\n{rows}\n\n\n\nArticle 2\nThis Act ends.\n").tree
    assert len(tree.of_kind(Kind.TABLE)) == 1
    assert [element.number for element in tree.of_kind(Kind.ARTICLE)] == ["1", "2"]
