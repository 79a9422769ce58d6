"""Letters that cannot be written: tried again after longer and longer pauses, then put aside with the reason."""

import logging
import traceback
from datetime import datetime, timedelta
from pathlib import Path

from consultations.models import Letter

logger = logging.getLogger(__name__)

MOST_TRIES = (
    8  # the pauses before the last try add up to a day and a half: long enough to repair what is broken
)
_FIRST_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(hours=12)
State = Letter.State


def try_again(letter: Letter, fault: Exception, now: datetime) -> None:
    """Let the letter wait for another try. After the last one it is put aside until somebody has it tried again."""
    logger.error("The letter %s (%s) cannot be written", letter.pk, letter.kind, exc_info=fault)
    attempts = letter.attempts + 1
    if attempts < MOST_TRIES:
        _keep(letter, State.WAITING, place_of(fault), attempts=attempts, due_at=now + pause_after(attempts))
    else:
        _keep(letter, State.FAILED, place_of(fault), attempts=attempts)


def put_aside(letter: Letter, reason: str) -> None:
    """A letter that no try would help."""
    logger.error("The letter %s (%s) is put aside: %s", letter.pk, letter.kind, reason)
    _keep(letter, State.FAILED, reason, attempts=letter.attempts + 1)


def pause_after(attempts: int) -> timedelta:
    """How long a letter waits after so many tries: four times as long each time, up to half a day."""
    return min(_FIRST_PAUSE * 4 ** (attempts - 1), _LONGEST_PAUSE)


def place_of(fault: Exception) -> str:
    """The kind of a fault and the line where it arose. Its message is left out: it may quote what is confidential."""
    frames = traceback.extract_tb(fault.__traceback__)
    if not frames:
        return type(fault).__name__
    path = Path(frames[-1].filename)
    return f"{type(fault).__name__}: {path.parent.name}/{path.name}, {frames[-1].lineno}"[:200]


def _keep(letter: Letter, state: Letter.State, error: str, **more: object) -> None:
    """Nothing was sent of it."""
    changes = {"state": state, "error": error, "written_at": None, "message_id": "", **more}
    Letter.objects.filter(pk=letter.pk, state=State.WAITING).update(**changes)
