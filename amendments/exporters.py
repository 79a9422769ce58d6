"""The formats of this app, and those that plugins add (hook `register_exporters`)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amendments.hooks import EXPORTERS, collect
from amendments.renderers.exporter import Exporter
from amendments.renderers.paper.documents import TextDocument
from amendments.renderers.word.opc import MEDIA_TYPE
from amendments.renderers.word.word_file import as_word

OURS = (Exporter("docx", _("Word"), MEDIA_TYPE, ".docx", TextDocument, as_word),)


def exporters_of(kind: type[Any]) -> list[Exporter]:
    """The formats for a kind of document, in the order in which they were registered."""
    return [exporter for exporter in collect(EXPORTERS) if issubclass(kind, exporter.of)]
