"""Fields for files that somebody attaches, and for the keys of those that go."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from amendments.attaching.attachment_limits import in_megabytes, most_bytes, most_files
from amendments.attaching.file_kinds import ACCEPTED
from amendments.attaching.file_names import plain_name
from amendments.attaching.file_refusals import FileRefused, TooManyFiles
from amendments.attaching.new_file import NewFile, kind_of_name, refuse_size


class FilesInput(forms.FileInput):
    """A field for several files."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        super().__init__(attrs={"accept": ACCEPTED})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:  # Any: uploads, as Django's
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class FilesField(forms.FileField):
    """Files that are checked one by one, so that one that is refused takes no other with it.

    Its value are the files that can be attached; `refusals` says of each other one why it is not.
    """

    widget = FilesInput
    refusals: list[str]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.refusals = []
        self.room = most_files()

    def clean(self, data: Any, initial: Any = None) -> tuple[NewFile, ...]:
        """Check each file."""
        taken: list[NewFile] = []
        self.refusals = []
        for upload in data or ():
            try:
                taken.append(self._taken(upload, len(taken)))
            except FileRefused as refusal:
                self.refusals.append(str(refusal))
        return tuple(taken)

    def _taken(self, upload: Any, before: int) -> NewFile:
        name = plain_name(upload.name or "")
        kind_of_name(name)
        refuse_size(name, upload.size or 0)
        if before >= self.room:
            raise TooManyFiles(name, count=most_files())
        return NewFile(name, upload.read())

    @property
    def limits(self) -> str:
        """What the form says about kinds and sizes."""
        words = _(
            "PDF, DOCX, ODT, PNG, JPEG or TXT, each up to %(size)s MB, at most %(count)s files. They are attached when "
            "you save with a button below."
        )
        return str(words) % {"size": in_megabytes(most_bytes()), "count": most_files()}


class KeysField(forms.Field):
    """The keys of rows. What is no key is left out, and so is in the end what is gone already: a form may arrive twice."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> frozenset[UUID]:
        """The keys among the values."""
        given = [value] if isinstance(value, str) else value or ()
        return frozenset(key for one in given if (key := _key(str(one))))


def _key(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
