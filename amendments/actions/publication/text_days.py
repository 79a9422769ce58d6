"""The days on which adopted texts enter into force: what they may not be, and how they are written."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from amendments.actions.publication.naming import name_by_law
from amendments.audit.actor import Actor
from amendments.errors import DayTooEarly
from amendments.errors.of_days import DayRecorded, EntryDayNeeded
from amendments.models import Commencement
from amendments.queries.way.steps import Way
from amendments.states import Asked, StepDetails, day_field


def refuse_missing_days(way: Way, given: StepDetails) -> None:
    """Raises `EntryDayNeeded` with the acts that would still have no day."""
    without = [each.instrument for each in way.undetermined if given.day_of(each.instrument_id) is None]
    if without:
        raise EntryDayNeeded(without)


def refuse_entry_days(way: Way, given: StepDetails, signed: date | None = None) -> None:
    """Raises `DayTooEarly`, or `DayRecorded` where the adoption was recorded with another day.

    It may have been recorded after the person opened the page. `signed` is the day of a signing not yet recorded.
    """
    of_acts = {day_field(pk): each for pk, each in given.of_act.items()}
    refuse_early_days(way, of_acts or {Asked.IN_FORCE: given.in_force}, signed)
    for version in way.adopted:
        known = way.days.get(version.pk)
        day = given.typed_of(version.instrument_id)
        if known is not None and day is not None and day != known:
            raise DayRecorded(version.instrument, known)


def refuse_early_days(way: Way, days: Mapping[str, date | None], signed: date | None = None) -> None:
    """Raises `DayTooEarly` for a day before the signing or the acts that are amended; `days` by the names of the fields."""
    earliest = max(filter(None, [way.earliest_force, signed]), default=None)
    for name, day in days.items():
        if day is not None and earliest is not None and day < earliest:
            raise DayTooEarly(earliest, name)


def write_entry_days(way: Way, given: StepDetails, actor: Actor) -> list[UUID]:
    """Write the days of the adopted texts that had none, inside the transaction of an action; answers with their keys."""
    days = {version: given.day_of(version.instrument_id) for version in way.undetermined}
    dated = {version: day for version, day in days.items() if day}
    for version, day in dated.items():
        Commencement.objects.create(version=version, date=day, source=given.source, recorded_at=actor.at)
    for version in dated:
        name_by_law(version.instrument, actor)
    return [version.pk for version in dated]
