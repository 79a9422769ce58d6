"""The fields with which files are attached to a comment and removed from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.utils.translation import gettext_lazy as _

from amendments.attaching.attachment_limits import most_files
from amendments.attaching.new_file import NewFile
from amendments.forms.file_fields import FilesField, KeysField
from consultations.forms.whole_form import WholeForm
from consultations.models import Attachment


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
