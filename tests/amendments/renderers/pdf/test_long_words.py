"""A word that no line holds is broken, and stays the same word."""

import pikepdf
import pytest

from amendments.renderers.pdf.pdf_file import as_pdf
from tests.amendments.renderers.pdf.tagged import opened, tagged
from tests.amendments.renderers.word.documents import scheme_of, text_document

LONG = "x" * 30 + "ş" * 150


def places(pdf):
    """How far from the left each letter or run of letters begins, in points, and the width of its page."""
    for page in pdf.pages:
        stack = [pikepdf.Matrix()]
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "q":
                stack.append(stack[-1])
            elif name == "Q":
                stack.pop()
            elif name == "cm":
                stack[-1] = pikepdf.Matrix(*map(float, operands)) @ stack[-1]
            elif name == "Tm":
                yield (pikepdf.Matrix(*map(float, operands)) @ stack[-1]).e, float(page.MediaBox[2])


@pytest.mark.parametrize(
    "law",
    [
        f"LAW\nOn {LONG}\n\nArticle 1. {LONG}\n1.1. The {LONG} word.\n",
        f"LAW\nOn Ferries\n\nArticle 1. Fees\nNo.\tService\tFee\n1.\t{LONG}\t10 {LONG}\n2.\tReturn\t{LONG}\n",
    ],
)
def test_a_word_that_no_line_holds_is_broken_and_stays_the_same_word(law):
    document = text_document(scheme_of("en").parse(law).tree, "en")
    with opened(as_pdf(document)) as pdf:
        said = "".join("".join(each.words.split()) for each in tagged(pdf))
        assert said.count(LONG) == law.count(LONG)
        found = list(places(pdf))
        assert len(found) > law.count(LONG) * len(LONG)
        assert all(40 < place < width - 40 for place, width in found)


def test_no_other_word_is_broken():
    words = "internationalisation of 0123456789012345678901234567890123456789"
    law = f"LAW\nOn Ferries\n\nArticle 1. Fees\n1.1. {words}.\nA\tB\tC\n1.\tdonau\tresponsibilities of the ministries\n"
    with opened(as_pdf(text_document(scheme_of("en").parse(law).tree, "en"))) as pdf:
        assert {"donau", f"1.1. {words}.", "responsibilities of the ministries"} <= {
            each.words for each in tagged(pdf)
        }
