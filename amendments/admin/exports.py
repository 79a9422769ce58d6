"""The lists that Wagtail's admin exports."""

import re
from datetime import datetime

from django.utils.timezone import is_aware, localtime
from wagtail.admin.views.mixins import SpreadsheetExportMixin

_SEPARATORS = frozenset(",;\t\n\r")  # of cells, in the programs of some country
_BEFORE_A_SIGN = re.compile(r"(?<![\s\",;])[\s\",;]*(?=[=+\-@＝＋－＠])")


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
        str: dict.fromkeys(SpreadsheetExportMixin.FORMATS, without_formulas),
    }


def without_formulas(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would compute as a formula.

    The file of hits has the same in `search.queries.export`; a test compares the two.
    """
    return _BEFORE_A_SIGN.sub(_marked, text)


def _marked(before: re.Match[str]) -> str:
    begins = before.start() == 0 or not _SEPARATORS.isdisjoint(before[0])
    return f"{before[0]}'" if begins else before[0]


def _here(moment: datetime) -> datetime:
    return localtime(moment) if is_aware(moment) else moment
