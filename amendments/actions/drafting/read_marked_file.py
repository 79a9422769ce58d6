"""Keeps what others marked in a file, until a drafter decides on it."""

from functools import cached_property
from hashlib import sha256
from typing import Any

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import NothingMarked, TooMuchMarked
from amendments.importers.markup import Markup
from amendments.markings.footnote_marks import without_footnotes
from amendments.models import AmendedAct, MarkedFile
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.drafting.marked_files import (
    kept_markup,
    marks_for,
    markup_in,
    short_name,
    text_left_from,
)
from amendments.queries.drafting.placings import placing_of
from amendments.queries.drafting.recorded_notes import without_recorded

MOST_MARKS = 900  # of one file: a person looks at each on one page, and a form has at most 1,000 fields


class ReadMarkedFile(InstructionAction[MarkedFile]):
    """A drafter uploads a file that others marked. Nothing of the draft changes yet.

    The same file is kept once, as far as drafters may read the same of its comments.
    """

    action_name = "amendments.read_marked_file"
    changes_text = False

    def __init__(self, act: AmendedAct, name: str, markup: Markup | None, *, actor: Actor) -> None:
        super().__init__(act, actor=actor)
        self.name = short_name(name)
        self.markup = marks_for(act, markup or Markup(""))
        self.digest = sha256(repr(self.markup).encode()).hexdigest()

    @cached_property
    def read(self) -> Markup:
        """The marks that the person may read."""
        return without_recorded(self.markup, self.act.amendment, self.user)

    def done(self) -> MarkedFile | None:
        """The same file with the same comments, if it waits already or is being taken in."""
        same = self.act.marked_files.filter(digest=self.digest, state__in=MarkedFile.OPEN)
        return next((file for file in same if markup_in(file.markup) == self.read), None)

    def perform(self) -> MarkedFile:
        """Store the marks."""
        markup = self.read
        edits, footnotes = without_footnotes(markup)
        others = (markup.own, markup.notes, markup.overwritten, markup.beside)
        marks = len(edits) + len(footnotes) + sum(map(len, others))
        if marks > MOST_MARKS:
            raise TooMuchMarked(MOST_MARKS)
        file = MarkedFile(
            amended_act=self.act,
            name=self.name,
            digest=self.digest,
            markup=kept_markup(markup),
            read_by=self.user,
            read_at=self.actor.at,
            moved_at=self.actor.at,
        )
        if not (marks or markup.recorded or markup.unread or self._is_changed(file)):
            raise NothingMarked
        file.save()
        return file

    def _is_changed(self, file: MarkedFile) -> bool:
        """Whether a redline without marks differs from its draft, as where somebody rejected all changes."""
        if text_left_from(self.act, self.markup.left_from) is None:
            return False
        return bool(placing_of(file, working_draft(self.act)).unmarked)

    def subject(self, result: MarkedFile) -> Any:
        """The log names the amendment."""
        return self.instance

    def settle(self) -> None:
        """No instruction touches anything else now."""

    def log_data(self) -> dict[str, Any]:
        """Which file, and how much is marked in it."""
        marks = {"changes": len(self.markup.edits), "comments": len(self.markup.notes)}
        return {"file": self.name, "digest": self.digest, **marks}
