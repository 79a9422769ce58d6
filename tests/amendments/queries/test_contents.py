"""The table of contents of a reading says what each line is."""

import pytest

from amendments.models import Instrument
from amendments.provisions.schemes import DEFAULTS, find
from amendments.queries.editions import editions_of
from amendments.queries.readings import _contents
from amendments.queries.row_making import plain_rows

EN = find(DEFAULTS, "", "en")


@pytest.mark.django_db  # a page asks which of the content types it is
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
    text = editions_of(Instrument(language="en"), tree)
    assert [(line.label, line.heading) for line in _contents(plain_rows(text), text)] == lines
