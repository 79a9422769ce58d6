"""The formats in which the documents of this app leave the site (hook `register_exporters`)."""

from django.utils.translation import gettext_lazy as _

from amendments.renderers.exporter import Exporter
from amendments.renderers.word import opc
from rights.exports import workbook
from rights.exports.tabled import AnnualDocument, ConcordanceDocument, ReportDocument
from rights.exports.word_blocks import as_word_concordance, as_word_report

OURS = (
    Exporter(
        "concordance-docx",
        _("Word"),
        opc.MEDIA_TYPE,
        ".docx",
        ConcordanceDocument,
        as_word_concordance,
    ),
    Exporter(
        "concordance-xlsx",
        _("Excel"),
        workbook.MEDIA_TYPE,
        ".xlsx",
        ConcordanceDocument,
        workbook.as_workbook,
    ),
    Exporter("annual-xlsx", _("Excel"), workbook.MEDIA_TYPE, ".xlsx", AnnualDocument, workbook.as_workbook),
    Exporter("report-docx", _("Word"), opc.MEDIA_TYPE, ".docx", ReportDocument, as_word_report),
)
