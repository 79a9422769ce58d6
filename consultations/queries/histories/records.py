"""Reads history rows as records for a person, the newest first. Only the records of the shown page are read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amendments.redline.provision_redline import Span
from amendments.redline.text_redline import diff_text
from consultations.models import Comment
from consultations.queries.vocabulary.vocabulary_choices import names_of

CODES = ("rights", "grounds", "treaties")  # the fields of a comment that hold codes of vocabularies
LONG = 60  # characters; in a longer text only the changed words are marked


@dataclass(frozen=True, slots=True)
class Change:
    """The value of a field before and after."""

    field: str
    before: str
    after: str

    @property
    def spans(self) -> tuple[Span, ...]:
        """The changed words of a long text; () for a short one, which is shown whole."""
        is_long = bool(self.before and self.after) and len(self.before) > LONG
        return diff_text(self.before, self.after) if is_long else ()


@dataclass(frozen=True, slots=True)
class Record:
    """One saved state: when, who ("" if the reader may not know), for whom, why, and what changed."""

    at: datetime
    actor: str
    acting_for: str
    reason: str
    subject: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Trail:
    """The history rows of some objects of one model, with the fields, names and period that are shown."""

    states: Any  # a QuerySet of a history model, which exists at run time only
    fields: Mapping[str, Any]  # the label of each field; None: the label of the model
    subjects: Mapping[Any, str]  # by key
    since: datetime | None = None
    names: Mapping[str, Mapping[int, str]] = field(default_factory=dict)  # of the rows that a field points at


@dataclass(frozen=True, slots=True)
class _Step:
    trail: Trail
    row: UUID
    before: int | None
    after: int
    at: datetime


class History:
    """Records, the newest first. They are read in slices, so that a list can be cut into pages.

    If `names_staff` is false, people who acted for an institution are not named.
    """

    def __init__(self, user: Any, trails: Iterable[Trail], *, names_staff: bool = True) -> None:
        self._user = user
        self._names_staff = names_staff
        steps = (step for trail in trails for step in _steps(trail))
        self._steps = sorted(steps, key=lambda step: step.at)[::-1]

    def __len__(self) -> int:
        return len(self._steps)

    def __getitem__(self, part: slice) -> list[Record]:
        steps = self._steps[part]
        states = _states(steps)
        references = self._references(states.values())
        names = _names(states.values())
        return [self._record(step, states, references, names) for step in steps]

    def _references(self, states: Iterable[Any]) -> dict[UUID, str]:
        """The references of the comments that the states point at and that the reader may read."""
        wanted = {pk for state in states if (pk := getattr(state, "duplicate_of_id", None)) is not None}
        rows = Comment.objects.visible_to(self._user).filter(pk__in=wanted) if wanted else ()
        return {row.pk: row.reference for row in rows}

    def _record(
        self,
        step: _Step,
        states: Mapping[tuple[type, int], Any],
        references: Mapping[UUID, str],
        names: Mapping[str, Mapping[Any, str]],
    ) -> Record:
        model = step.trail.states.model
        before = states[model, step.before] if step.before is not None else None
        after = states[model, step.after]
        changes, reason = [], after.history_change_reason or ""
        for name, label in step.trail.fields.items():
            column = model._meta.get_field(name)
            named = step.trail.names.get(name) or names.get(name, references)
            old, new = (_words(column, state, named) if state else "" for state in (before, after))
            if old != new and new != (reason or None):  # the reason of an answer is not repeated
                changes.append(Change(str(label or column.verbose_name), old, new))
        is_hidden = bool(after.acting_for) and not self._names_staff
        return Record(
            after.history_date,
            "" if is_hidden else after.actor_label or str(after.history_user or ""),
            after.acting_for,
            reason,
            step.trail.subjects[step.row],
            tuple(changes),
        )


def _steps(trail: Trail) -> Iterator[_Step]:
    """The states of each object in order, without their contents."""
    before: dict[UUID, int] = {}
    rows = trail.states.order_by("history_date", "history_id").values_list("id", "history_id", "history_date")
    for row, state, at in rows:
        if trail.since is None or at >= trail.since:
            yield _Step(trail, row, before.get(row), state, at)
        before[row] = state


def _states(steps: Iterable[_Step]) -> dict[tuple[type, int], Any]:
    """The contents of the states before and after the steps, by model and key, with one query for each model."""
    wanted: dict[type[models.Model], set[int]] = {}
    for step in steps:
        keys = wanted.setdefault(step.trail.states.model, set())
        keys.update(key for key in (step.before, step.after) if key is not None)
    return {
        (model, state.pk): state
        for model, keys in wanted.items()
        for state in model._default_manager.filter(pk__in=keys).select_related("history_user")
    }


def _names(states: Iterable[Any]) -> dict[str, dict[str, str]]:
    """The names of the codes in comments, by field."""
    states = list(states)
    codes = {name: {code for row in states for code in getattr(row, name, ())} for name in CODES}
    return {name: names_of(name, wanted) for name, wanted in codes.items() if wanted}


def _words(field: Any, state: models.Model, named: Mapping[Any, str]) -> str:
    value = getattr(state, field.attname)
    if not value:
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(value, dict):
        return "; ".join(f"{key}: {words}" for key, words in sorted(value.items()))
    if isinstance(value, list):  # of codes
        return "; ".join(named.get(code, code) for code in value)
    if field.is_relation:
        return named.get(value) or _("a comment that you may not read")
    return _("yes") if value is True else str(value)
