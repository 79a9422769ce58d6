"""After the adoption, the day becomes known on which the texts will enter into force."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.actions.publication.text_days import (
    refuse_entry_days,
    refuse_missing_days,
    write_entry_days,
)
from amendments.audit.actor import Actor
from amendments.errors import NotAdoptable
from amendments.errors.of_days import DaysRecorded
from amendments.models import Amendment
from amendments.permissions import may_draft
from amendments.queries.way.steps import Way
from amendments.states import StepDetails


class RecordEntryDays(BaseAction[Amendment]):
    """The drafters of the body record the days of the texts that have none. The state of the amendment stays.

    On a day that has come the step to “In force” records it (`ChangeState`).
    """

    action_name = "amendments.record_entry_days"
    instance: Amendment

    def __init__(self, amendment: Amendment, details: StepDetails, *, actor: Actor) -> None:
        super().__init__(amendment, actor=actor)
        self.details = details

    def user_has_permission(self) -> bool:
        """Drafters of the body."""
        return may_draft(self.user, self.instance)

    def done(self) -> Amendment | None:
        """The same days are recorded."""
        way = Way(self.instance)
        typed = [(each.pk, self.details.typed_of(each.instrument_id)) for each in way.adopted]
        is_same = all(day in (None, way.days.get(version)) for version, day in typed)
        is_given = any(day for _version, day in typed)
        return self.instance if is_given and is_same and not way.undetermined else None

    def log_data(self) -> dict[str, Any]:
        """The days, act by act."""
        days = {
            str(each.instrument): self.details.day_of(each.instrument_id)
            for each in Way(self.instance).adopted
        }
        return {"days": {act: day.isoformat() for act, day in days.items() if day}}

    def perform(self) -> Amendment:
        """Append the days."""
        way = Way(self.instance)
        if not way.adopted:
            raise NotAdoptable
        if not way.undetermined:
            raise DaysRecorded(way.known_days)
        refuse_missing_days(way, self.details)
        refuse_entry_days(way, self.details)
        self.touched("amendments.version", write_entry_days(way, self.details, self.actor))
        return self.instance
