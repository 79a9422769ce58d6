"""The articles of all acts of a PDF stand in the same place, whether or not chapters stand above them."""

import pytest

from amendments.renderers.paper.documents import PaperAct, paper_elements, unchanged
from amendments.renderers.pdf.pdf_content import ActContent
from tests.amendments.renderers.word.documents import BLOCK, scheme_of

FLAT = "LAW\nOn Ferries\n\nArticle 1. Scope\n1.1. Ferries.\n"
DIVIDED = "LAW\nOn Ferries\n\nChapter 1. General\n\nArticle 1. Scope\n1.1. Ferries.\n"


@pytest.mark.parametrize(
    ("text", "centred"),
    [(FLAT, {"Article 1. Scope": False}), (DIVIDED, {"Chapter 1. General": True, "Article 1. Scope": False})],
)
def test_an_article_stands_left_and_a_chapter_in_the_middle(text, centred):
    tree = scheme_of("en").parse(text).tree
    act = PaperAct(BLOCK, unchanged(paper_elements(tree, scheme_of("en"), "en")), "en")
    headings = [each for each in ActContent(1).items(act) if each["kind"] == "heading"]
    assert {
        " ".join(word for run in each["runs"] for word in run[1]): each["centred"] for each in headings
    } == centred
