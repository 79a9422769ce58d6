"""Adds and changes rows of one list from a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.permissions import keeps_rows_of
from consultations.actions.vocabulary_rows.rows import MODELS, Shelf, hold_vocabularies
from consultations.errors.of_tables import BadTable
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import Row, TermKind, TermRow
from consultations.rules.vocabulary_table import ListKind, ReadTable, read_table


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What an import would do with a row: add it, change the one that stands, or nothing."""

    given: Row
    standing: VocabularyRow | None
    is_changed: bool  # the one that stands gets other contents
    loses_signature: bool  # of a lawyer

    @classmethod
    def of(cls, given: Row, standing: VocabularyRow | None) -> "PlannedRow":
        """Compared now: writing changes the row that stands."""
        is_changed = standing is not None and standing.given != given
        return cls(given, standing, is_changed, is_changed and standing is not None and standing.is_signed)

    @property
    def is_new(self) -> bool:
        """Whether no row has its code."""
        return self.standing is None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The dry run: what is wrong, line by line, and what would be done."""

    table: ReadTable
    rows: tuple[PlannedRow, ...]

    @property
    def added(self) -> int:
        """How many rows are new."""
        return sum(row.is_new for row in self.rows)

    @property
    def changed(self) -> int:
        """How many get other contents."""
        return sum(row.is_changed for row in self.rows)

    @property
    def unsigned(self) -> int:
        """How many lose a signature."""
        return sum(row.loses_signature for row in self.rows)

    @property
    def may_be_done(self) -> bool:
        """Whether nothing is wrong and something would be done."""
        return self.table.is_sound and bool(self.added + self.changed)


def plan_import(kind: ListKind, table: Sequence[Sequence[str]], shelf: Shelf | None = None) -> ImportPlan:
    """Read a table against the rows of the site; nothing is written."""
    shelf = shelf or Shelf()
    languages = [code for code, _name in settings.LANGUAGES]
    found = read_table(kind, table, languages, shelf.names)
    return ImportPlan(found, tuple(PlannedRow.of(row, shelf.find(row)) for row in found.rows))


class ImportRows(BaseAction[ImportPlan]):
    """Writes a whole table, or nothing of it. Rows that it does not name stay; a change removes a signature."""

    action_name = "consultations.import_rows"

    def __init__(self, kind: ListKind, table: Sequence[Sequence[str]], *, actor: Actor) -> None:
        self.model = MODELS[TermRow if isinstance(kind, TermKind) else kind]
        super().__init__(self.model(), actor=actor)
        self.kind, self.table = kind, table

    def user_has_permission(self) -> bool:
        """Whoever keeps the rows of the list."""
        return keeps_rows_of(self.user, self.model)

    def lock(self) -> None:
        """Let nobody else add or load rows until this is done."""
        hold_vocabularies()

    def perform(self) -> ImportPlan:
        """Write the rows. Raises `BadTable` if anything is wrong in one of them."""
        shelf = Shelf()
        plan = plan_import(self.kind, self.table, shelf)
        if not plan.table.is_sound:
            raise BadTable
        self.written = [self._write(row, shelf) for row in plan.rows if row.is_new or row.is_changed]
        if self.written:
            self.touched(self.model._meta.label_lower, [row.pk for row in self.written])
        return plan

    def _write(self, planned: PlannedRow, shelf: Shelf) -> VocabularyRow:
        row = planned.standing or self.model()
        row.is_edited = True
        row.reviewed_by = row.reviewed_on = None
        shelf.write(row, planned.given, self.actor)
        return row

    def write_log(self, result: ImportPlan) -> None:
        """Log an import that changed something, as one entry."""
        if self.written:
            log(
                instance=self.written[0],
                action=self.action_name,
                user=self.user,
                title=_("Vocabularies"),
                data={"reason": self.actor.reason, "added": result.added, "changed": result.changed},
                timestamp=self.actor.at,
            )
