"""The state of the imports of long acts, and the acts that a body may discard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from amendments.long_work import progress
from amendments.long_work.patience import LISTED_FOR, PATIENCE, SILENCE
from amendments.models import ActImport, Instrument
from amendments.permissions import sections_of


@dataclass(frozen=True, slots=True)
class ImportStanding:
    """The state of an import: how many provisions are saved, and when the worker last reported."""

    asked: ActImport
    saved: int | None  # None where it is not known
    heard_at: datetime
    now: datetime

    @property
    def is_kept_waiting(self) -> bool:
        """Whether the import has waited so long that perhaps no worker is running."""
        return self.asked.state == ActImport.State.WAITING and self.now - self.heard_at > PATIENCE

    @property
    def is_silent(self) -> bool:
        """Whether nobody seems to work on it: it was cut off, its task was lost, or it waits behind others."""
        return self.asked.is_active and self.now - self.heard_at > SILENCE

    @property
    def is_cut_off(self) -> bool:
        """Whether a worker began the import and seems to have died."""
        return self.is_silent and self.asked.state != ActImport.State.WAITING

    @property
    def may_start_again(self) -> bool:
        """Whether the import may be started again: it is not done and nobody seems to work on it."""
        return self.asked.state == ActImport.State.FAILED or self.is_silent


def imports_of(user: Any) -> QuerySet[ActImport]:
    """The imports of the bodies for which the person drafts, without their texts."""
    return (
        ActImport.objects.filter(section__path__in=sections_of(user))
        .select_related("section", "asked_by", "version__instrument")
        .defer("text")
    )


def own_imports(user: Any, now: datetime, most: int) -> Sequence[ActImport]:
    """The imports for which the person asked last, while they go on and for some days after."""
    lately = imports_of(user).filter(asked_by=user, moved_at__gt=now - LISTED_FOR)
    return list(lately.defer("text", "confirmed")[:most])


def standing_of(asked: ActImport, now: datetime) -> ImportStanding:
    """The state of an import at this moment."""
    if asked.state != ActImport.State.SAVING:
        return ImportStanding(asked, None, asked.moved_at, now)
    told = progress.seen(str(asked.pk), asked.moved_at)
    if told is None:
        return ImportStanding(asked, None, asked.moved_at, now)
    return ImportStanding(asked, told.done * asked.provisions // max(told.of, 1), told.at, now)


def is_one_being_saved(now: datetime) -> bool:
    """Whether the worker is saving an act, so that every other act would have to wait."""
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
