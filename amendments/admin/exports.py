"""The lists that Wagtail's admin exports."""

from datetime import datetime

from django.utils.timezone import is_aware, localtime
from wagtail.admin.views.mixins import SpreadsheetExportMixin


def register() -> None:
    """Write moments in the country's time zone, as the pages show them; Wagtail writes them in UTC."""
    SpreadsheetExportMixin.custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        datetime: {
            SpreadsheetExportMixin.FORMAT_CSV: lambda moment: _here(moment).isoformat(" ", "seconds"),
            SpreadsheetExportMixin.FORMAT_XLSX: lambda moment: _here(moment).replace(tzinfo=None),
        },
    }


def _here(moment: datetime) -> datetime:
    return localtime(moment) if is_aware(moment) else moment
