"""Documents and pictures of Wagtail's libraries: documents pass the checks of files of comments, and scanners are asked about each.

Every way in uses the form that the settings name: adding one or several, a chooser, another file for one that is there.
"""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from amendments.attaching.file_contents import check_content
from amendments.attaching.file_refusals import FileRefused
from amendments.attaching.new_file import kind_of_name
from amendments.attaching.scanning import refuse_found


class _LookedThrough:
    """A form with a file."""

    cleaned_data: dict[str, Any]

    def clean_file(self) -> Any:
        """Any: an upload, or the file that is there, which was looked through when it came."""
        given = self.cleaned_data["file"]
        if isinstance(given, UploadedFile):
            given.seek(0)
            try:
                self.refuse(given.name or "", given.read())
            except FileRefused as refusal:
                raise forms.ValidationError(str(refusal), code="refused_file") from refusal
            finally:
                given.seek(0)  # who reads it next begins at its beginning
        return given

    def refuse(self, name: str, content: bytes) -> None:
        """Raise `FileRefused`, which is said beside the field."""
        refuse_found(name, content)


class LibraryDocumentForm(_LookedThrough, BaseDocumentForm):
    """`WAGTAILDOCS_DOCUMENT_FORM_BASE`."""

    def refuse(self, name: str, content: bytes) -> None:
        check_content(name, kind_of_name(name), content)
        super().refuse(name, content)


class LibraryPictureForm(_LookedThrough, BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`: Wagtail's field looks at kind and size."""
