"""Documents and pictures of Wagtail's libraries: documents pass the checks of files of comments, and scanners are asked about each.

Every way in uses the form that the settings name: adding one or several, a chooser, another file for one that is there.
"""

import io
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from PIL import Image
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from amendments.attaching.file_contents import check_content
from amendments.attaching.file_kinds import IN_LIBRARY, ending_of, table_named
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
    """`WAGTAILDOCS_DOCUMENT_FORM_BASE`. Its field says what is taken, as that of pictures does."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):  # the title of one of several is asked for without it
            file.help_text = f"{', '.join(IN_LIBRARY).upper()}. {file.help_text}"

    def refuse(self, name: str, content: bytes) -> None:
        check_content(name, table_named(ending_of(name)) or kind_of_name(name), content)
        super().refuse(name, content)


class _PictureField(WagtailImageField):
    """Refuses a picture that cannot be shown: Wagtail reads its beginning alone, and a page with it would break later."""

    def check_image_pixel_size(self, f: Any) -> None:
        """Any: an upload, which has no type in Wagtail. Raises what the field says of a picture that cannot be read."""
        try:
            super().check_image_pixel_size(f)
            f.seek(0)
            with Image.open(io.BytesIO(f.read())) as picture:
                for number in range(getattr(picture, "n_frames", 1)):
                    picture.seek(number)
                    picture.load()
        except forms.ValidationError:
            raise
        # Each format has errors of its own: EOFError, SyntaxError, struct.error …
        except Exception as trouble:
            raise forms.ValidationError(
                self.error_messages["invalid_image"], code="invalid_image"
            ) from trouble
        finally:
            f.seek(0)


class LibraryPictureForm(_LookedThrough, BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`: its field looks at kind and size, and reads the picture."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = _PictureField(label=file.label, widget=file.widget, required=file.required)
