"""The formats in which the documents of this app leave the site (hook `register_exporters`)."""

from django.utils.translation import gettext_lazy as _

from amendments.renderers.exporter import Exporter
from amendments.renderers.word import opc
from consultations.spreadsheets import CSV, MEDIA_TYPES, XLSX
from rights.exports.recommendation_files import RecommendationsDocument, as_csv, as_plain_workbook
from rights.exports.tabled import (
    AnnualDocument,
    ConcordanceDocument,
    ConformityDocument,
    ReportDocument,
    TabledDocument,
)
from rights.exports.word_blocks import as_word_concordance, as_word_conformity, as_word_report


def _as_workbook(document: TabledDocument) -> bytes:
    """Loads openpyxl with the first workbook, as `consultations.spreadsheets` does."""
    from rights.exports.workbook import as_workbook

    return as_workbook(document)


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
        MEDIA_TYPES[XLSX],
        ".xlsx",
        ConcordanceDocument,
        _as_workbook,
    ),
    Exporter("annual-xlsx", _("Excel"), MEDIA_TYPES[XLSX], ".xlsx", AnnualDocument, _as_workbook),
    Exporter(
        "recommendations-xlsx",
        _("Excel"),
        MEDIA_TYPES[XLSX],
        ".xlsx",
        RecommendationsDocument,
        as_plain_workbook,
    ),
    Exporter(
        "recommendations-csv",
        "CSV",
        MEDIA_TYPES[CSV],
        ".csv",
        RecommendationsDocument,
        as_csv,
    ),
    Exporter("conformity-docx", _("Word"), opc.MEDIA_TYPE, ".docx", ConformityDocument, as_word_conformity),
    Exporter(
        "conformity-xlsx",
        _("Excel"),
        MEDIA_TYPES[XLSX],
        ".xlsx",
        ConformityDocument,
        _as_workbook,
    ),
    Exporter("report-docx", _("Word"), opc.MEDIA_TYPE, ".docx", ReportDocument, as_word_report),
)
