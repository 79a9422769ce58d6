"""Files of acts as text, one module a format; `read_act` chooses by the file's ending.

The site asks `amendments.plugins.registry.importers`: ours, and those that plugins register.
"""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from amendments.importers.docx import REFUSED, WordImporter
from amendments.importers.file_errors import ImportFailed, UnknownFormat
from amendments.importers.legal_xml import AkomaNtosoImporter
from amendments.importers.limits import check_size, check_text
from amendments.importers.markdown import MarkdownImporter
from amendments.importers.plain_text import TextImporter
from amendments.importers.protocol import Imported, Importer
from amendments.importers.unseen import without_unseen
from amendments.importers.web_page import WebPageImporter

__all__ = ["OURS", "ImportFailed", "Imported", "Importer", "load_act", "read_act"]

OURS: tuple[Importer, ...] = (
    TextImporter(),
    MarkdownImporter(),
    WordImporter(),
    WebPageImporter(),
    AkomaNtosoImporter(),
)


def read_act(name: str, data: bytes, importers: Iterable[Importer] = OURS) -> str:
    """The text of an uploaded file."""
    return load_act(name, data, importers).text


def _check(imported: Imported) -> None:
    check_text(imported.text)
    if imported.markup:
        for text in (imported.markup.text, *(edit.new for edit in imported.markup.edits)):
            check_text(text)


def load_act(name: str, data: bytes, importers: Iterable[Importer] = OURS) -> Imported:
    """The text of an uploaded file and what was decided while reading it; raises `ImportFailed`."""
    check_size(len(data))
    known: Sequence[Importer] = tuple(importers)
    suffix = PurePath(name).suffix.lower()
    for importer in known:
        if suffix in importer.suffixes:
            imported = without_unseen(importer.read(data))
            _check(imported)
            return imported
    suffixes = [suffix for importer in known for suffix in importer.suffixes if suffix not in REFUSED]
    raise UnknownFormat(name, suffixes)
