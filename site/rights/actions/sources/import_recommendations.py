"""Adds and changes recommendations of international bodies from a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.timezone import localdate
from wagtail.log_actions import log

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.actions.vocabulary_rows.rows import hold_vocabularies
from consultations.errors.of_tables import BadTable
from consultations.models import Right
from rights.international_table import (
    COLUMNS,
    GivenRecommendation,
    InternationalLine,
    RecommendationTable,
    read_recommendations,
    table_of,
)
from rights.models import InternationalRecommendation
from rights.models.international import LISTS, PLAIN
from rights.powers import Power
from rights.queries.near_changes import shortened

_AT_ONCE = 500  # rows in a statement


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell that the import would word anew, with the head of its column."""

    column: str
    before: str
    after: str

    @property
    def spans(self) -> list[Span]:
        """From the words that stand to those of the file, without those far from a change."""
        return shortened(diff_text(self.before, self.after))


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line of the file that would do something; no cells where it adds a recommendation."""

    number: int
    given: GivenRecommendation
    cells: tuple[ChangedCell, ...]


@dataclass(frozen=True, slots=True)
class RecommendationPlan:
    """The dry run: what is wrong, line by line and cell by cell, and what would be done."""

    table: RecommendationTable
    new: tuple[GivenRecommendation, ...]
    changed: tuple[GivenRecommendation, ...]
    lines: tuple[PlannedLine, ...]

    @property
    def may_be_done(self) -> bool:
        """Whether nothing is wrong and something would be done."""
        return self.table.is_sound and bool(self.new or self.changed)


def plan_recommendations(table: Sequence[Sequence[str]]) -> RecommendationPlan:
    """Read a table against the rows of the site, in a bounded number of queries; nothing is written.

    A table without our column of rights, as the Index gives it, leaves the rights that the office has named.
    """
    codes = set(Right.objects.values_list("code", flat=True))
    found = read_recommendations(table, codes, localdate())
    standing = {row.annotation: row.given for row in _named(found)}
    if not found.names_rights:
        found = replace(found, lines=tuple(_with_rights(line, standing) for line in found.lines))
    new = tuple(given for given in found.given if given.annotation not in standing)
    changed = tuple(given for given in found.given if standing.get(given.annotation, given) != given)
    doing = {given.annotation for given in (*new, *changed)}
    lines = (
        PlannedLine(line.number, line.given, _changed_cells(standing.get(line.given.annotation), line.given))
        for line in found.lines
        if line.given is not None and line.given.annotation in doing
    )
    return RecommendationPlan(found, new, changed, tuple(lines))


def _with_rights(line: InternationalLine, standing: Mapping[str, GivenRecommendation]) -> InternationalLine:
    """The line with the rights that its recommendation names on the site."""
    before = standing.get(line.given.annotation) if line.given is not None else None
    if line.given is None or before is None:
        return line
    return replace(line, given=replace(line.given, rights=before.rights))


def _changed_cells(before: GivenRecommendation | None, after: GivenRecommendation) -> tuple[ChangedCell, ...]:
    if before is None:
        return ()
    _head, was, now = table_of([before, after])
    cells = zip(COLUMNS.values(), was, now, strict=True)
    return tuple(ChangedCell(column, old, new) for column, old, new in cells if old != new)


def _named(table: RecommendationTable) -> list[InternationalRecommendation]:
    rows = InternationalRecommendation.objects.prefetch_related("rights")
    names = [given.annotation for given in table.given]
    parts = (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
    return [row for part in parts for row in rows.filter(annotation__in=part)]


class ImportRecommendations(BaseAction[RecommendationPlan]):
    """Somebody of the office imports a whole table, or nothing of it. Rows that it does not name stay."""

    action_name = "rights.import_recommendations"

    def __init__(self, table: Sequence[Sequence[str]], *, actor: Actor) -> None:
        super().__init__(InternationalRecommendation(), actor=actor)
        self.table = table

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office."""
        return holds(self.user, Power.READ) and holds(self.user, Power.WRITE)

    def lock(self) -> None:
        """Let nobody else import, or change a right, until this is done."""
        hold_vocabularies()

    def perform(self) -> RecommendationPlan:
        """Write the rows. Raises `BadTable` if anything is wrong in one of them."""
        plan = plan_recommendations(self.table)
        if not plan.table.is_sound:
            raise BadTable
        rows = [self._row(given) for given in (*plan.new, *plan.changed)]
        self._write(rows)
        self._name_rights(plan)
        return plan

    def _row(self, given: GivenRecommendation) -> InternationalRecommendation:
        values = {name: getattr(given, name) for name in PLAIN}
        lists = {name: list(getattr(given, name)) for name in LISTS}
        return InternationalRecommendation(
            **values, **lists, imported_at=self.actor.at, imported_by=self.user
        )

    def _write(self, rows: list[InternationalRecommendation]) -> None:
        InternationalRecommendation.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["annotation"],
            update_fields=[*PLAIN[1:], *LISTS, "imported_at", "imported_by"],
            batch_size=_AT_ONCE,
        )

    def _name_rights(self, plan: RecommendationPlan) -> None:
        given = {each.annotation: each.rights for each in (*plan.new, *plan.changed)}
        keys = {row.annotation: row.pk for row in _named(plan.table) if row.annotation in given}
        rights = dict(Right.objects.values_list("code", "pk"))
        through = InternationalRecommendation.rights.through
        changed = [keys[each.annotation] for each in plan.changed]
        for start in range(0, len(changed), _AT_ONCE):
            through.objects.filter(internationalrecommendation__in=changed[start : start + _AT_ONCE]).delete()
        through.objects.bulk_create(
            (
                through(internationalrecommendation_id=keys[name], right_id=rights[code])
                for name, codes in given.items()
                for code in codes
            ),
            batch_size=_AT_ONCE,
        )

    def write_log(self, result: RecommendationPlan) -> None:
        """Log an import that changed something, as one entry."""
        if result.new or result.changed:
            first = InternationalRecommendation.objects.get(
                annotation=(*result.new, *result.changed)[0].annotation
            )
            log(
                instance=first,
                action=self.action_name,
                user=self.user,
                data={
                    "reason": self.actor.reason,
                    "added": len(result.new),
                    "changed": len(result.changed),
                },
                timestamp=self.actor.at,
            )
