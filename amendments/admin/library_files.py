"""Documents and pictures of Wagtail's libraries: scanners are asked about each, as about files of comments.

Every way in uses the form that the settings name: adding one or several, a chooser, another file for one that is there.
"""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from amendments.attaching.file_refusals import FileRefused
from amendments.attaching.scanning import refuse_found


def refuse_found_in(given: object) -> None:
    """Say beside the field why a file is refused. What stands there already was looked through when it came."""
    if not isinstance(given, UploadedFile):
        return
    given.seek(0)
    try:
        refuse_found(given.name or "", given.read())
    except FileRefused as refusal:
        raise forms.ValidationError(str(refusal), code="refused_file") from refusal
    finally:
        given.seek(0)  # who reads it next begins at its beginning


class _LookedThrough:
    """A form with a file."""

    cleaned_data: dict[str, Any]

    def clean_file(self) -> Any:
        """Any: an upload, or the file that is there."""
        refuse_found_in(self.cleaned_data["file"])
        return self.cleaned_data["file"]


class LibraryDocumentForm(_LookedThrough, BaseDocumentForm):
    """`WAGTAILDOCS_DOCUMENT_FORM_BASE`."""


class LibraryPictureForm(_LookedThrough, BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`."""
