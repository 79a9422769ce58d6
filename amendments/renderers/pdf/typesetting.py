"""Documents set by typst as PDF/UA-1. The words are data of the program that sets them and never a part of it."""

import ctypes
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock
from typing import Any

import typst

from amendments.renderers.paper.documents import PaperDocument
from amendments.renderers.pdf.typst_program import PROGRAM

MEDIA_TYPE = "application/pdf"
_AGES = 11
"""typst forgets what it computed for a document once so many further ones are set (measured: 90 MB for a code)."""
_UNBROKEN = re.compile(r'[^\s"]+')
"""The words of JSON, some with its brackets: none is longer in the document."""
_EMPTY = b'#set document(title: "-")'
_ONE_AT_A_TIME = Lock()  # so that several readers at once do not need the memory of several documents


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Only the fonts inside typst, so that every machine makes the same file."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def typeset(document: PaperDocument, content: Mapping[str, Any]) -> bytes:  # Any: values of JSON
    """The bytes of the file: the same for the same document. typst refuses what PDF/UA-1 forbids."""
    with _ONE_AT_A_TIME:
        said = json.dumps(content, ensure_ascii=False)
        longest = max(len(word[0]) for word in _UNBROKEN.finditer(said))
        written = typst.compile(
            PROGRAM.encode(),
            format="pdf",
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"content": said, "longest": str(longest)},
            pdf_standards=["ua-1"],
            timestamp=round(document.at.timestamp()),
        )
        for _age in range(_AGES):
            typst.compile(_EMPTY, format="pdf", font_paths=_fonts(), ignore_system_fonts=True)
        _give_back()
    if not isinstance(written, bytes):
        raise TypeError("typst gives one file")
    return written


def _give_back() -> None:
    """Memory that is free again goes to the system: glibc would keep it, 2 GB for a table of 400 pages."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other libraries have none
    if trim is not None:
        trim(0)
