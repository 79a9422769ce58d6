"""The form for a file with recommendations of international bodies. `ImportForm` of the vocabularies confirms it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.forms.vocabulary_file import VocabularyFileForm


class RecommendationsFileForm(VocabularyFileForm):
    """A CSV file or an Excel workbook with the columns of the index."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "CSV in UTF-8 or Excel, as the Universal Human Rights Index of the United Nations exports it, or as this list is"
            " taken away. A column “Rights” may name rights by their codes."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
