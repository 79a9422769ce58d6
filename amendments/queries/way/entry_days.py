"""The days on which the acts of an amendment enter into force, as its instructions say them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from amendments.instructions.entry_into_force import entry_said
from amendments.instructions.operations import Op
from amendments.models import Amendment, Draft, Instrument, Version, VersionInstruction
from amendments.plugins.registry import wording_for
from amendments.queries.way.steps import Way
from amendments.states import ADOPTED_STATES, State, day_field


@dataclass(frozen=True, slots=True)
class ActWithoutDay:
    """An act whose day of entry into force is not recorded; `said` is the one that the amendment names."""

    instrument: Instrument
    said: date | None


@dataclass(frozen=True, slots=True)
class ActDay:
    """When the new text of an act enters into force; None where it is not known."""

    instrument: Instrument
    day: date | None

    @property
    def has_come(self) -> bool:
        """Whether the text is in force."""
        return self.day is not None and self.day <= localdate()


def shown_days(amendment: Amendment, readable: Collection[Version]) -> list[ActDay]:
    """The day of each adopted act, for who may read its text; for everybody when the law is published."""
    way = Way(amendment)
    if amendment.state not in ADOPTED_STATES:
        return []
    is_public = amendment.state in (State.PUBLISHED, State.IN_FORCE)
    texts = way.adopted if is_public else [text for text in way.adopted if text in readable]
    return [ActDay(text.instrument, way.days.get(text.pk)) for text in texts]


def days_said(draft: Draft) -> dict[int, date]:
    """The days by the keys of the acts; one day that alone is named counts for every act."""
    rows = VersionInstruction.objects.filter(version__draft=draft, operation__op=Op.COMMENCEMENT.value)
    found: dict[int, set[date | None]] = defaultdict(set)
    for row in rows.select_related("version__instrument"):
        act = row.version.instrument
        entry = entry_said(str(row.operation.get("new", "")), wording_for(act.country, act.language))
        found[act.pk].add(entry.day if entry else None)
    days = {pk: day for pk, (day, *others) in found.items() if day and not others}
    if len(set().union(*found.values())) == 1 and days:
        return dict.fromkeys(draft.versions.values_list("instrument", flat=True), next(iter(days.values())))
    return days


def acts_without_day(amendment: Amendment, typed: Collection[str] = ()) -> list[ActWithoutDay]:
    """The acts for which a step asks a day each: those without one, where the amendment changes several.

    `typed` are the fields of a form with something in them. Their acts had no day when the person opened the form.
    """
    way = Way(amendment)
    if len(way.adopted) < 2 or way.last_draft is None:
        return []
    said = days_said(way.last_draft)
    return [
        ActWithoutDay(version.instrument, said.get(version.instrument_id))
        for version in way.adopted
        if way.days.get(version.pk) is None or day_field(version.instrument_id) in typed
    ]
