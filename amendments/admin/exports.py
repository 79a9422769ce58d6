"""The lists that Wagtail's admin exports."""

from datetime import datetime

from django.utils.timezone import is_aware, localtime
from wagtail.admin.views.mixins import SpreadsheetExportMixin

_BEGINS_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def register() -> None:
    """Write moments in the country's time zone, as the pages show them; Wagtail writes them in UTC.

    No text becomes a formula: a person may call an account or a page “=HYPERLINK(…)”.
    """
    SpreadsheetExportMixin.custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        datetime: {
            SpreadsheetExportMixin.FORMAT_CSV: lambda moment: _here(moment).isoformat(" ", "seconds"),
            SpreadsheetExportMixin.FORMAT_XLSX: lambda moment: _here(moment).replace(tzinfo=None),
        },
        str: dict.fromkeys(SpreadsheetExportMixin.FORMATS, _no_formula),
    }


def _no_formula(text: str) -> str:
    """With an apostrophe before what a spreadsheet would compute."""
    return f"'{text}" if text.startswith(_BEGINS_FORMULAS) else text


def _here(moment: datetime) -> datetime:
    return localtime(moment) if is_aware(moment) else moment
