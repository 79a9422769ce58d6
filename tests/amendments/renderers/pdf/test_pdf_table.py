"""The comparative table as a PDF: its headings are headers of the table, and stay with what stands below them."""

from dataclasses import replace

import pytest

from amendments.renderers.paper.comparative import comparative_rows
from amendments.renderers.paper.documents import ComparisonDocument
from amendments.renderers.pdf.pdf_file import as_pdf_table
from tests.amendments.renderers.pdf.tagged import artifacts, opened, tagged, tags
from tests.amendments.renderers.pdf.test_pdf_file import ACT, WORDS, changed, compared, law_of, squeezed
from tests.amendments.renderers.word.documents import scheme_of


@pytest.fixture(scope="module")
def tree():
    return scheme_of("en").parse(ACT).tree


def test_the_comparative_table_has_a_row_of_headings_on_every_page(tree):
    document = compared(tree, changed(tree, "2.1", "The fare is 12 coins."), kind=ComparisonDocument)
    pdf = opened(as_pdf_table(document))
    found = tags(pdf)
    assert found.count("/THead") == 1
    assert {"/Table", "/TBody", "/TR", "/TD"} <= set(found)
    heads = [each.words for each in tagged(pdf) if "/TH" in each.path]
    assert heads == ["Current text", "Proposed text", "Article 2. Fares"]
    page = pdf.pages[0].MediaBox
    assert page[2] > page[3]
    (act,) = document.acts
    said = "".join(
        squeezed(span.text)
        for row in comparative_rows(act, WORDS)
        for side in (row.before, row.after)
        for line in side
        for span in line.spans
    )
    assert law_of(pdf).endswith(said)


def test_a_row_of_a_table_is_a_row_in_its_cell():
    words = "LAW OF CASPIA\nOn Ferries\n\nArticle 2. Fees\nNo.\tService\tFee\n1\tCrossing\t10 coins\n2\tStay\t1 coin\n"
    before, after = (
        scheme_of("en").parse(text).tree for text in (words, words.replace("10 coins", "12 coins"))
    )
    pdf = opened(as_pdf_table(compared(before, after, kind=ComparisonDocument)))
    assert law_of(pdf).endswith(squeezed("1 Crossing 10 coins 1 Crossing 12 coins"))
    assert tags(pdf).count("/Table") == 3


@pytest.mark.parametrize("before", range(6))
def test_no_heading_of_the_table_ends_a_page(before):
    """However the rows above it fall."""
    law = "\n".join(f"Article {n}. Fares\n{n}.1. The fare is 10 coins." for n in range(1, 20))
    tree = scheme_of("en").parse(f"LAW OF CASPIA\nOn Ferries\n\n{law}\n").tree
    after = tree.changed(replace(e, text="The fare is 12 coins.") for e in tree if e.number.endswith(".1"))
    after = changed(after, "1.1", "\n".join(["The fare is 12 coins."] * (before + 1)))
    pdf = opened(as_pdf_table(compared(tree, after, kind=ComparisonDocument)))
    pages = ["\n".join(artifacts(page)) for page in pdf.pages]
    assert len(pages) > 1
    ends = [words.partition("\ncheck code")[0].rpartition("\n")[2] for words in pages]
    assert not any(words.startswith("Article") for words in ends), ends


def test_two_equal_texts_are_said_to_be_equal(tree):
    pdf = opened(as_pdf_table(compared(tree, tree, kind=ComparisonDocument)))
    assert law_of(pdf).endswith(squeezed(WORDS.same))
