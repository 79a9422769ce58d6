"""The table of contents of a reading says what each line is."""

import pytest

from amendments.provisions.schemes import DEFAULTS, find
from amendments.queries.readings import _contents, _plain

EN = find(DEFAULTS, "", "en")


@pytest.mark.parametrize(
    ("act", "lines"),
    [
        ("ACT\nCHAPTER 1\nLamps\nArticle 1. Fees\n1.1. A fee.\n", [("CHAPTER 1", "Lamps"), ("Article 1.", "Fees")]),
        ("ACT\nPart 1 Lamps\n1 Fees\n(1) a.\n(2) b.\n2 Ends\n(1) a.\n(2) b.\n", [("Part 1", "Lamps"), ("Article 1", "Fees"), ("Article 2", "Ends")]),
        ("ACT\nGeneral provisions\nArticle 1\nA fee is paid.\n", [("", "General provisions"), ("Article 1", "")]),
    ],
)  # fmt: skip
def test_a_line_says_chapter_or_article(act, lines):
    tree = EN.parse(act).tree
    rows = [_plain(element, tree, EN, {}) for element in tree]
    assert [(line.label, line.heading) for line in _contents(rows, EN)] == lines
