"""How far the worker has come with a file of many marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from amendments.long_work import progress
from amendments.models import MarkedFile
from amendments.permissions import sections_of

_PATIENCE = timedelta(seconds=15)  # after this time no worker seems to be running
_SILENCE = timedelta(minutes=2)  # after this time the worker seems to have died
_LISTED_FOR = timedelta(days=7)  # under My work


@dataclass(frozen=True, slots=True)
class MarksStanding:
    """What the worker does with the marks, and how much of it is done; `of` is 0 where that is not known."""

    is_taking: bool
    done: int
    of: int
    is_kept_waiting: bool


def placing_name(file: MarkedFile) -> str:
    """Under which the progress of the placing is told."""
    return f"{file.pk}.placing"


def steps_of(file: MarkedFile) -> int:
    """About how many steps the placing takes."""
    return len(file.markup["edits"])


def marks_standing(file: MarkedFile, now: datetime) -> MarksStanding:
    """The state of the work at this moment."""
    is_taking = file.state == MarkedFile.State.TAKING
    told = progress.seen(str(file.pk) if is_taking else placing_name(file))
    if told is None or (is_taking and told.at < file.moved_at):  # of an attempt before
        return MarksStanding(is_taking, 0, 0, is_taking and now - file.moved_at > _PATIENCE)
    return MarksStanding(is_taking, min(told.done, told.of), told.of, is_kept_waiting=False)


def is_silent(file: MarkedFile, now: datetime) -> bool:
    """Whether nobody seems to take the marks in: the work was cut off, its task was lost, or it waits behind others."""
    told = progress.seen(str(file.pk))
    heard = max(file.moved_at, told.at) if told else file.moved_at
    return now - heard > _SILENCE


def own_taken_files(user: Any, now: datetime, most: int) -> Sequence[MarkedFile]:
    """The files that the worker takes in for the person, and for some days those that it did or could not."""
    lately = Q(state=MarkedFile.State.TAKING) | Q(moved_at__gt=now - _LISTED_FOR)
    rows = MarkedFile.objects.filter(lately, asked_by=user).exclude(state=MarkedFile.State.UNDONE)
    rows = rows.select_related("amended_act__amendment").defer("markup", "left").order_by("-moved_at", "pk")
    paths = sections_of(user)
    return [file for file in rows[:most] if file.amended_act.amendment.path.startswith(tuple(paths))]
