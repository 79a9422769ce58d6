"""The formats of this app, and those that plugins add (hook `register_exporters`)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from amendments.hooks import EXPORTERS, collect
from amendments.renderers import akoma_ntoso
from amendments.renderers.akoma_act import as_akoma_act
from amendments.renderers.akoma_ntoso import as_akoma_ntoso
from amendments.renderers.akoma_redline import as_akoma_redline
from amendments.renderers.data_files import (
    MEDIA_TYPE as JSON,
    as_instruction_data,
    as_redline_data,
    as_text_data,
)
from amendments.renderers.exporter import Exporter
from amendments.renderers.paper.documents import (
    AmendingActDocument,
    CommentedDocument,
    ComparisonDocument,
    ExecutableActDocument,
    NoteDocument,
    RedlineDocument,
    SingleActDocument,
    SingleRedlineDocument,
    TextDocument,
)
from amendments.renderers.pdf.pdf_file import as_pdf, as_pdf_act, as_pdf_note, as_pdf_table
from amendments.renderers.pdf.typesetting import MEDIA_TYPE as PDF
from amendments.renderers.word.opc import MEDIA_TYPE
from amendments.renderers.word.word_act import as_word_act
from amendments.renderers.word.word_file import as_word
from amendments.renderers.word.word_note import as_word_note
from amendments.renderers.word.word_table import as_word_table

OURS = (
    Exporter("docx", _("Word"), MEDIA_TYPE, ".docx", TextDocument, as_word),
    Exporter("pdf", _("PDF"), PDF, ".pdf", TextDocument, as_pdf),
    Exporter("tracked", _("Word with tracked changes"), MEDIA_TYPE, ".docx", RedlineDocument, as_word),
    Exporter(
        "commented",
        _("Word with tracked changes and comments"),
        MEDIA_TYPE,
        ".docx",
        CommentedDocument,
        as_word,
    ),
    Exporter("table", _("Comparative table in Word"), MEDIA_TYPE, ".docx", ComparisonDocument, as_word_table),
    Exporter("act", _("Amending act in Word"), MEDIA_TYPE, ".docx", AmendingActDocument, as_word_act),
    Exporter("redline-pdf", _("PDF with the changes"), PDF, ".pdf", RedlineDocument, as_pdf),
    Exporter("table-pdf", _("Comparative table in PDF"), PDF, ".pdf", ComparisonDocument, as_pdf_table),
    Exporter("act-pdf", _("Amending act in PDF"), PDF, ".pdf", AmendingActDocument, as_pdf_act),
    Exporter("note", _("Explanatory note in Word"), MEDIA_TYPE, ".docx", NoteDocument, as_word_note),
    Exporter("note-pdf", _("Explanatory note in PDF"), PDF, ".pdf", NoteDocument, as_pdf_note),
    # for programs
    Exporter("akn", _("Akoma Ntoso"), akoma_ntoso.MEDIA_TYPE, ".xml", SingleActDocument, as_akoma_ntoso),
    Exporter(
        "redline-akn",
        _("Akoma Ntoso with the changes"),
        akoma_ntoso.MEDIA_TYPE,
        ".xml",
        SingleRedlineDocument,
        as_akoma_redline,
    ),
    Exporter(
        "act-akn",
        _("Amending act in Akoma Ntoso"),
        akoma_ntoso.MEDIA_TYPE,
        ".xml",
        ExecutableActDocument,
        as_akoma_act,
    ),
    Exporter("json", _("JSON"), JSON, ".json", TextDocument, as_text_data),
    Exporter("redline-json", _("JSON with the changes"), JSON, ".json", RedlineDocument, as_redline_data),
    Exporter("act-json", _("Instructions in JSON"), JSON, ".json", AmendingActDocument, as_instruction_data),
)


def exporters_of(kind: type[Any]) -> list[Exporter]:
    """The formats for a kind of document, in the order in which they were registered."""
    return [exporter for exporter in collect(EXPORTERS) if issubclass(kind, exporter.of)]
