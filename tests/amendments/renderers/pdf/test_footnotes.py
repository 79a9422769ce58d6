"""Marks of footnotes in a redline: where the closing list holds the footnote of a mark, the mark leads there."""

import pytest

from amendments.provisions.tree import Element, Kind, LiftedMark, Tree
from amendments.renderers.pdf.pdf_file import as_pdf
from tests.amendments.renderers.pdf.tagged import opened, tagged
from tests.amendments.renderers.pdf.test_pdf_file import compared
from tests.amendments.renderers.word.documents import text_document


def law(number, listed):
    mark = LiftedMark(number, "heading", 5, f"[{number}]")
    return Tree(
        [
            Element("scope", Kind.ARTICLE, "1", "art_1", "Scope", "", marks=(mark,)),
            Element("list", Kind.APPARATUS, "", "apparatus_1", "LIST OF AMENDMENTS", listed),
        ]
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[1] Law No. 2.", "[2] Law No. 2."),  # one paragraph holds both marks
        ("[1] Law No. 2.", "[1] Law No. 2.\n[2] Law No. 3."),
        ("[1] Law No. 2.", "[2] Law No. 3.\n[1] Law No. 2."),
        ("[1] Law No. 2.", ""),
        ("", "[2] Law No. 2."),
    ],
)
def test_a_redline_of_footnotes_with_other_marks_is_a_file(before, after):
    assert opened(as_pdf(compared(law("1", before), law("2", after)))).pages


@pytest.mark.parametrize("listed", ["[1] Law\n[1] Law again", " [1] Law", "\xa0[1]Law", "[١] a", "[1][2] a"])
def test_any_closing_list_is_a_file(listed):
    assert opened(as_pdf(text_document(law("1", listed), "en"))).pages


def test_the_mark_of_an_article_that_has_parts_alone_leads_to_its_footnote():
    article = Element(
        "five",
        Kind.ARTICLE,
        "5",
        "art_5",
        layout="\n\n{number}. {text}",
        marks=(LiftedMark("1", "heading", 0, " [1]"),),
    )
    notes = Element("list", Kind.APPARATUS, "", "apparatus_1", "LIST OF AMENDMENTS", "[1] Law No. 2.")
    pdf = opened(as_pdf(text_document(Tree([article, notes]), "en")))
    assert "5. [1]" in "".join(each.words for each in tagged(pdf))
