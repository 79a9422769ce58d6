"""A day of entry into force was recorded wrongly, and it has not come yet."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from amendments.actions.base import BaseAction
from amendments.actions.publication.naming import name_by_law
from amendments.actions.publication.text_days import refuse_early_days
from amendments.audit.actor import Actor
from amendments.errors import ReasonNeeded
from amendments.errors.of_days import DaysRecorded, DayStands, NoDayChanged
from amendments.models import Amendment, Commencement, Version
from amendments.permissions import may_draft
from amendments.queries.way.steps import Way
from amendments.states import day_field


class CorrectEntryDays(BaseAction[Amendment]):
    """The drafters of the body give acts another day of entry into force, or none until it is known.

    `days` are by the key of the instrument; acts that it does not name keep theirs. The earlier day stays in the record.
    `seen` is the newest row of the days that the person saw: who saw an older one corrects nothing.
    """

    action_name = "amendments.correct_entry_days"
    instance: Amendment

    def __init__(
        self, amendment: Amendment, days: Mapping[int, date | None], seen: int | None, *, actor: Actor
    ) -> None:
        super().__init__(amendment, actor=actor)
        self.days = dict(days)
        self.seen = seen
        self._former: dict[UUID, date | None] = {}

    def user_has_permission(self) -> bool:
        """Drafters of the body."""
        return may_draft(self.user, self.instance)

    def done(self) -> Amendment | None:
        """These days are recorded, and they were not when the person opened the page."""
        way = Way(self.instance)
        is_same = bool(self.days) and not self._changed_in(way)
        return self.instance if is_same and way.last_recorded != self.seen else None

    def log_data(self) -> dict[str, Any]:
        """The days before and after, act by act."""
        way = Way(self.instance)
        return {
            "days": {
                str(text.instrument): {"old": _said(self._former[text.pk]), "new": _said(way.days[text.pk])}
                for text in way.adopted
                if text.pk in self._former
            }
        }

    def perform(self) -> Amendment:
        """Append the days."""
        way = Way(Amendment.objects.get(pk=self.instance.pk))
        changed = self._changed_in(way)
        if not changed:
            raise NoDayChanged
        if stands := [text.instrument for text in changed if text not in way.correctable]:
            raise DayStands(stands)
        if way.last_recorded != self.seen:
            raise DaysRecorded(way.known_days)
        if not self.actor.reason.strip():
            raise ReasonNeeded
        refuse_early_days(way, {day_field(text.instrument_id): day for text, day in changed.items()})
        self.touched("amendments.version", [self._write(way, text, day) for text, day in changed.items()])
        return self.instance

    def _write(self, way: Way, text: Version, day: date | None) -> UUID:
        former = text.commencements.last()
        self._former[text.pk] = way.days.get(text.pk)
        source = former.source if former else ""
        Commencement.objects.create(version=text, date=day, source=source, recorded_at=self.actor.at)
        name_by_law(text.instrument, self.actor)
        return text.pk

    def _changed_in(self, way: Way) -> dict[Version, date | None]:
        return {
            text: self.days[text.instrument_id]
            for text in way.adopted
            if text.instrument_id in self.days and self.days[text.instrument_id] != way.days.get(text.pk)
        }


def _said(day: date | None) -> str | None:
    return day.isoformat() if day else None
