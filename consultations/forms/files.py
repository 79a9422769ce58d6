"""The fields with which files are attached to a comment and removed from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.attaching.file_kinds import ACCEPTED
from consultations.attaching.limits import in_megabytes, most_bytes, most_files
from consultations.attaching.names import plain_name
from consultations.attaching.new_file import NewFile, kind_of_name, refuse_size
from consultations.attaching.refusals import FileRefused, TooManyFiles
from consultations.forms.whole_form import WholeForm
from consultations.models import Attachment


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


@dataclass(frozen=True, slots=True)
class Held:
    """A file that the comment has, and whether the person ticked to remove it."""

    row: Attachment
    is_removed: bool


class AttachingForm(WholeForm):
    """What every form of a comment has of files."""

    attachments = FilesField(label=_("Attachments"))
    removed = KeysField(required=False)

    def __init__(self, *args: Any, attached: Iterable[Attachment] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.attached = list(attached)
        self.taken: tuple[NewFile, ...] = ()
        self._files.room = most_files() - sum(not held.is_removed for held in self.held)

    @property
    def _files(self) -> FilesField:
        return cast("FilesField", self.fields["attachments"])

    @property
    def held(self) -> list[Held]:
        """The files that the comment has already."""
        removed = self.fields["removed"].clean(self["removed"].value())
        return [Held(row, row.pk in removed) for row in self.attached]

    @property
    def refuses_only_files(self) -> bool:
        """Whether everything but some of the files can be saved."""
        return set(self.errors) == {"attachments"}

    @property
    def refusals(self) -> list[str]:
        """Why which files are not attached."""
        return self._files.refusals

    def clean(self) -> dict[str, Any]:
        """Say of each refused file why, and take the others."""
        data = super().clean()
        self.taken = data.get("attachments") or ()
        for refusal in self.refusals:
            self.add_error("attachments", refusal)
        return data

    def point_out(self, faults: Mapping[str, Iterable[str]]) -> None:
        """Show faults beside their fields in a form that was not posted."""
        self.full_clean()
        self.cleaned_data = {}
        for name, words in faults.items():
            for fault in words:
                self.add_error(name, fault)
