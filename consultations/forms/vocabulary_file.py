"""The two forms of an import into a vocabulary: the file, and its table once more with a reason."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.text.saying import say
from consultations.forms.whole_form import WholeForm
from consultations.spreadsheets import MOST_COLUMNS, MOST_LINES, Table, UnreadableSheet, read

_LONGEST = 4_000_000


class VocabularyFileForm(WholeForm):
    """A CSV file or an Excel workbook."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV in UTF-8 or Excel, with the columns of the export of this list. Codes never change."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )

    def clean_file(self) -> Table:
        """The table of the file."""
        file: Any = self.cleaned_data["file"]
        try:
            return read(file.name, file.read())
        except UnreadableSheet as wrong:
            raise forms.ValidationError(say(wrong.told)) from None


class ImportForm(WholeForm):
    """The table that the dry run showed, with the reason of the change."""

    table = forms.CharField(widget=forms.HiddenInput, max_length=_LONGEST)
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def clean_table(self) -> Table:
        """The table again; only what this form wrote itself can be read."""
        try:
            table = json.loads(self.cleaned_data["table"])
        except (ValueError, RecursionError):
            table = None
        is_table = isinstance(table, list) and len(table) <= MOST_LINES and all(map(_is_line, table))
        if not is_table:
            raise forms.ValidationError(_("Choose the file again."))
        return table


def _is_line(row: object) -> bool:
    return isinstance(row, list) and len(row) <= MOST_COLUMNS and all(isinstance(cell, str) for cell in row)
