"""What `register_exporters` answers: a format in which a document leaves the site."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Exporter:
    """Writes one kind of document in one format.

    `slug` is a part of addresses and stands in the log. `of` is the class of the documents that it writes: those of
    this app stand in `renderers/paper/documents.py`, another app has its own. `export` is a function of the document
    alone, without database and clock.
    """

    slug: str
    label: Any  # what readers choose, from gettext_lazy
    media_type: str
    suffix: str  # of the file: ".docx"
    of: type[Any]
    export: Callable[[Any], bytes]
