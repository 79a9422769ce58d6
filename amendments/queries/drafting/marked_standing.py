"""How far the worker has come with a file of many marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from amendments.long_work import progress
from amendments.long_work.patience import LISTED_FOR, PATIENCE, SILENCE
from amendments.models import MarkedFile
from amendments.permissions import sections_of
from amendments.queries.drafting.placings import asked_at, placing_name


@dataclass(frozen=True, slots=True)
class MarksStanding:
    """What the worker does with the marks, and how much of it is done; `of` is 0 where that is not known."""

    is_taking: bool
    done: int
    of: int
    heard_at: datetime
    is_kept_waiting: bool


def steps_of(file: MarkedFile) -> int:
    """About how many steps the placing takes."""
    return len(file.markup["edits"])


def marks_standing(file: MarkedFile, now: datetime) -> MarksStanding:
    """The state of the work at this moment."""
    is_taking = file.state == MarkedFile.State.TAKING
    since = file.moved_at if is_taking else asked_at(file) or now
    told = progress.seen(str(file.pk) if is_taking else placing_name(file), since)
    if told is None:
        return MarksStanding(is_taking, 0, 0, since, is_kept_waiting=now - since > PATIENCE)
    return MarksStanding(is_taking, min(told.done, told.of), told.of, told.at, is_kept_waiting=False)


def is_silent(file: MarkedFile, now: datetime) -> bool:
    """Whether nobody seems to take the marks in: the work was cut off, its task was lost, or it waits behind others."""
    told = progress.seen(str(file.pk), file.moved_at)
    return now - (told.at if told else file.moved_at) > SILENCE


def own_taken_files(user: Any, now: datetime, most: int) -> Sequence[MarkedFile]:
    """The files that the worker takes in for the person, and for some days those that it did or could not."""
    lately = Q(state=MarkedFile.State.TAKING) | Q(moved_at__gt=now - LISTED_FOR)
    rows = MarkedFile.objects.filter(lately, asked_by=user).exclude(state=MarkedFile.State.UNDONE)
    rows = rows.select_related("amended_act__amendment").defer("markup", "left").order_by("-moved_at", "pk")
    paths = sections_of(user)
    return [file for file in rows[:most] if file.amended_act.amendment.path.startswith(tuple(paths))]
