"""A process gives back the memory in which a big document was set: it would otherwise keep 2 GB for good."""

import ctypes
from pathlib import Path

import pytest

from amendments.redline.provision_redline import Mark, Span
from amendments.renderers.paper.comparative import ColumnParagraph, ComparativeRow
from amendments.renderers.pdf.pdf_content import act_content, comparison_content, whole
from amendments.renderers.pdf.typesetting import typeset
from tests.amendments.renderers.word.documents import document

STATUS = Path("/proc/self/statm")
LIBRARY = ctypes.CDLL(None)


def megabytes():
    return int(STATUS.read_text().split()[1]) * 4096 // 10**6


@pytest.mark.skipif(not hasattr(LIBRARY, "malloc_trim"), reason="only glibc keeps what was freed")
def test_a_process_keeps_no_memory_of_a_big_document():
    words = "The keeper lights the lamps of the ferry before the crossing and puts them out after it. " * 3
    column = (ColumnParagraph((Span(Mark.KEPT, words), Span(Mark.INSERTED, "By night."))),)
    made = document(((), "en"))
    content = comparison_content([ComparativeRow(column, column)] * 300, ("Before", "After"), "en")
    typeset(made, whole(made, [act_content(made.acts[0], 1, [content])], is_landscape=True))
    kept = megabytes()
    LIBRARY.malloc_trim(0)
    assert kept - megabytes() < 20
