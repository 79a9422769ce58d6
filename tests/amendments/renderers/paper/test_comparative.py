"""The rows of the comparative table, each below the heading of what it stands in."""

from amendments.renderers.paper.comparative import comparative_rows
from amendments.renderers.paper.documents import ComparisonDocument
from tests.amendments.renderers.pdf.test_pdf_file import WORDS, compared
from tests.amendments.renderers.word.documents import scheme_of

ACT = """LAW OF CASPIA
On Ferries

Article 29. Fines
29.1. Who pays late is fined.
29.2. The fine is 5 coins.

Annex 1
Services
No.\tService\tFee
1\tCrossing\t10 coins
2\tStay\t1 coin
"""


def headings(*changes):
    after = ACT
    for old, new in changes:
        after = after.replace(old, new)
    before, changed = (scheme_of("en").parse(text).tree for text in (ACT, after))
    (act,) = compared(before, changed, kind=ComparisonDocument).acts
    rows = comparative_rows(act, WORDS)
    return ["".join(s.text for s in row.before[0].spans) for row in rows if row.is_heading]


def test_rows_of_an_annex_stand_below_its_heading():
    assert headings(("5 coins", "6 coins"), ("1 coin\n", "2 coins\n")) == [
        "Article 29. Fines",
        "Annex 1 Services",
    ]


def test_an_article_of_an_annex_stands_below_the_heading_of_the_annex():
    text = f"{ACT}\nAnnex 2\nRules\n\nArticle 1. Boats\n1.1. They float.\n"
    before, after = (scheme_of("en").parse(each).tree for each in (text, text.replace("float", "sail")))
    (act,) = compared(before, after, kind=ComparisonDocument).acts
    rows = comparative_rows(act, WORDS)
    said = ["".join(span.text for span in row.before[0].spans) for row in rows if row.is_heading]
    assert said == ["Annex 2 Rules", "Article 1. Boats"]


def test_what_stands_in_no_article_and_no_annex_has_no_heading():
    assert headings(("On Ferries", "On Boats")) == []
