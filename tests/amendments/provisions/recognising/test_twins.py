"""Looking for headings that are printed twice costs as much more as an act is longer, however alike its headings are."""

import pytest

from amendments.provisions.recognising.twins import Twins

SAME_HEADING = "Article {n}. Fees and taxes\n{n}.1. The fee is paid."
LISTED = "Article {n}. Fees and taxes\n1. Fees and taxes\n2. Fees and taxes"
REPEALED = "Article {n}. [Repealed]"


def compared(text, scheme, monkeypatch):
    """How often two lines of an act are compared."""
    count = 0
    are_one = Twins._are_one

    def counting(self, index, other):
        nonlocal count
        count += 1
        return are_one(self, index, other)

    with monkeypatch.context() as patch:
        patch.setattr(Twins, "_are_one", counting)
        scheme.parse(text)
    return count


@pytest.mark.parametrize("article", [SAME_HEADING, REPEALED, pytest.param(LISTED, marks=pytest.mark.whole)])
@pytest.mark.parametrize("has_contents", [False, True])
def test_the_comparisons_grow_with_the_act(article, has_contents, en, monkeypatch):
    def act(articles):
        numbers = range(1, articles + 1)
        contents = "Contents\n" + "\n".join("Fees and taxes" for __ in numbers) + "\n" if has_contents else ""
        return "LAW\n" + contents + "\n".join(article.format(n=n) for n in numbers)

    short, long = (compared(act(articles), en, monkeypatch) for articles in (200, 800))
    assert long <= 5 * short + 100


def test_a_heading_finds_itself_in_a_table_of_a_thousand_alike(en):
    numbers = range(1, 1001)
    contents = "\n".join(f"Article {n}. Fees and taxes" for n in numbers)
    text = f"LAW\nContents\n{contents}\n" + "\n".join(SAME_HEADING.format(n=n) for n in numbers)
    parsed = en.parse(text)
    assert len(parsed.tree.of_kind("article")) == 1000
    assert len(parsed.tree.of_kind("contents")) == 1
