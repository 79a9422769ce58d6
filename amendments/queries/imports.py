"""How the imports of long acts stand."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from amendments.long_work import progress
from amendments.models import ActImport, Instrument
from amendments.permissions import sections_of

_PATIENCE = timedelta(seconds=15)  # after which nobody seems to take what waits
_SILENCE = timedelta(minutes=2)  # after which whoever took it seems to be gone


@dataclass(frozen=True, slots=True)
class ImportStanding:
    """Where an import stands: so many of its provisions are saved, and when it was last heard of."""

    asked: ActImport
    saved: int | None  # None where it is not known
    heard_at: datetime
    now: datetime

    @property
    def is_kept_waiting(self) -> bool:
        """Whether it waits so long that perhaps no worker is running."""
        return self.asked.state == ActImport.State.WAITING and self.now - self.heard_at > _PATIENCE

    @property
    def is_silent(self) -> bool:
        """Whether it was cut off, as it seems, or its task got lost, or waits behind others."""
        return self.asked.is_active and self.now - self.heard_at > _SILENCE

    @property
    def is_cut_off(self) -> bool:
        """Whether somebody began it and seems to be gone."""
        return self.is_silent and self.asked.state != ActImport.State.WAITING

    @property
    def may_start_again(self) -> bool:
        """Whether nothing is done and nobody seems to do it."""
        return self.asked.state == ActImport.State.FAILED or self.is_silent


def imports_of(user: Any) -> QuerySet[ActImport]:
    """The imports of the bodies for which the person drafts, without their texts."""
    return (
        ActImport.objects.filter(section__path__in=sections_of(user))
        .select_related("section", "asked_by", "version__instrument")
        .defer("text")
    )


def standing_of(asked: ActImport, now: datetime) -> ImportStanding:
    """How an import stands at this moment."""
    if asked.state != ActImport.State.SAVING:
        return ImportStanding(asked, None, asked.moved_at, now)
    told = progress.seen(str(asked.pk))
    if told is None or told.at < asked.moved_at:  # of an attempt before
        return ImportStanding(asked, None, asked.moved_at, now)
    return ImportStanding(asked, told.done * asked.provisions // max(told.of, 1), told.at, now)


def is_one_being_saved(now: datetime) -> bool:
    """Whether the worker saves an act, behind which every other would have to wait."""
    saving = ActImport.objects.filter(state=ActImport.State.SAVING).defer("text")
    return any(not standing_of(asked, now).is_silent for asked in saving)


def own_acts(user: Any) -> QuerySet[Instrument]:
    """Acts in the library for which a body of the person is responsible."""
    acts = Instrument.objects.filter(drafting_body__path__in=sections_of(user), discarded_at=None)
    return acts.select_related("drafting_body").order_by("title", "pk")


def discarded_acts(user: Any) -> QuerySet[Instrument]:
    """Acts that the bodies of the person imported and discarded, the last one first."""
    acts = Instrument.objects.filter(drafting_body__path__in=sections_of(user)).exclude(discarded_at=None)
    return acts.select_related("drafting_body", "discarded_by").order_by("-discarded_at", "pk")
