"""The table of contents of a reading says what each line is."""

import pytest

from amendments.models import Instrument
from amendments.provisions.schemes import DEFAULTS, find
from amendments.queries.languages.editions import editions_of
from amendments.queries.showing.readings import _contents
from amendments.queries.showing.row_making import plain_rows, rows_of
from amendments.redline.compare import compare

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


@pytest.mark.django_db
def test_an_annex_whose_rows_changed_is_marked():
    act = "ACT\nArticle 1. Fees\n1.1. A fee.\n\nAnnex 1\nRates\nNo. | Kind | Fee\n1 | Boat | 5\n2 | Yacht | 40\n"
    before, after = EN.parse(act).tree, EN.parse(act.replace("40", "45")).tree
    whole = [editions_of(Instrument(language="en"), tree) for tree in (before, after)]
    lines = _contents(rows_of(compare(before, after).provisions, *whole), whole[1])
    assert [(line.label, line.is_changed) for line in lines] == [("Article 1.", False), ("Annex 1", True)]
