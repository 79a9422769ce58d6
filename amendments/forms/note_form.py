"""The form of an explanatory note: a field for each item, and for each document that goes with the bill its files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from amendments.attaching.attachment_limits import most_files
from amendments.attaching.new_file import NewFile
from amendments.forms.file_fields import FilesField, KeysField
from amendments.models import NoteFile
from amendments.models.note_answer import LONGEST_WORDS
from amendments.queries.drafting.explanatory_notes import NoteLine
from amendments.text.visible_text import VisibleText


@dataclass(frozen=True, slots=True)
class NoteFields:
    """What the form shows of an item; `held` are the files that it has, each with whether it was ticked to go.

    `offered` are files of the draft before, each with whether it is ticked to come along.
    """

    words: forms.BoundField
    files: forms.BoundField | None
    held: tuple[tuple[NoteFile, bool], ...]
    offered: tuple[tuple[NoteFile, bool], ...]


class NoteForm(VisibleText, forms.Form):
    """The words and the files on each item, and the hash of the words that the drafter read."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    removed = KeysField(required=False)
    carried = KeysField(required=False)

    def __init__(
        self,
        lines: Iterable[NoteLine],
        *args: Any,
        before: Mapping[str, Iterable[NoteFile]] | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._lines = list(lines)
        self._before = before or {}
        for line in self._lines:
            item = line.item
            self.fields[item.slug] = forms.CharField(
                label=f"{item.source} {item.label}".strip(),
                help_text=item.hint,
                required=False,
                validators=[MaxLengthValidator(LONGEST_WORDS)],
                widget=forms.Textarea(attrs={"rows": 2 if item.is_paper else 5}),
            )
            if item.is_paper:
                field = FilesField(label=_("Files"))
                field.room = most_files() - sum(not is_gone for _row, is_gone in self._held(line))
                self.fields[_files_of(item.slug)] = field

    def _held(self, line: NoteLine) -> tuple[tuple[NoteFile, bool], ...]:
        return self._ticked("removed", line.files)

    def _offered(self, line: NoteLine) -> tuple[tuple[NoteFile, bool], ...]:
        known = {(row.name, row.sha256) for row in line.files}
        earlier = self._before.get(line.item.slug, ())
        return self._ticked("carried", (row for row in earlier if (row.name, row.sha256) not in known))

    def _ticked(self, name: str, rows: Iterable[NoteFile]) -> tuple[tuple[NoteFile, bool], ...]:
        ticked = self.fields[name].clean(self[name].value())
        return tuple((row, row.pk in ticked) for row in rows)

    @property
    def rows(self) -> Iterator[NoteFields]:
        """The items in order."""
        for line in self._lines:
            slug = line.item.slug
            files = self[_files_of(slug)] if line.item.is_paper else None
            yield NoteFields(self[slug], files, self._held(line), self._offered(line))

    def clean(self) -> dict[str, Any]:
        """Say of each refused file why. Then nothing is saved, because the page says so."""
        data = super().clean() or {}
        for line in self._lines:
            if line.item.is_paper:
                name = _files_of(line.item.slug)
                for refusal in cast("FilesField", self.fields[name]).refusals:
                    self.add_error(name, refusal)
        return data

    @property
    def words(self) -> dict[str, str]:
        """What was written, by item."""
        return {line.item.slug: self.cleaned_data.get(line.item.slug, "") for line in self._lines}

    @property
    def new_files(self) -> dict[str, tuple[NewFile, ...]]:
        """The files that come, by item."""
        papers = (line.item.slug for line in self._lines if line.item.is_paper)
        return {slug: self.cleaned_data.get(_files_of(slug)) or () for slug in papers}

    @property
    def names_posted(self) -> list[str]:
        """The names of files that have to be chosen again, because no page can keep them."""
        papers = (line.item.slug for line in self._lines if line.item.is_paper)
        return (
            [each.name or "" for slug in papers for each in self.files.getlist(_files_of(slug))]
            if self.files
            else []
        )


def _files_of(slug: str) -> str:
    return f"files-{slug}"
