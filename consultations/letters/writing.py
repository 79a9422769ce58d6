"""Writes the letters that are due as mails, with the rights that each person has now.

The mail and the mark on its letters are one transaction, so that a worker that is cut off neither loses a letter nor
writes it twice. Delivery asks for the rights once more (`object_to_lost_rights`).
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from amendments.models import OutgoingMail
from consultations.letters.composing import Composer, Told
from consultations.letters.pacing import next_digest, settings_of
from consultations.letters.registry import KINDS
from consultations.models import Letter
from consultations.models.letter import LetterSettings, Pace

logger = logging.getLogger(__name__)

BATCH = 500  # letters that are looked at together
State = Letter.State
_WITH = ("institution", "follow", "round__draft__amendment")  # what kinds ask of a letter


def write_due(now: datetime, connection: BaseEmailBackend | None = None) -> int:
    """Write what is due and return how many mails were written. The demo gives a connection of its own."""
    written = 0
    last = 0
    while letters := list(_waiting(now).filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = letters[-1].pk
        for person, own in groupby(sorted(letters, key=_person), key=_person):
            written += _write_to(person, list(own), now, connection)
    return written


def _waiting(now: datetime) -> Any:
    return Letter.objects.due(now).select_related(*_WITH)


def _person(letter: Letter) -> int:
    key: int = letter.person_id
    return key


def _write_to(
    person: int, letters: list[Letter], now: datetime, connection: BaseEmailBackend | None = None
) -> int:
    """The mails to one person."""
    user = get_user_model()._default_manager.get(pk=person)
    settings = settings_of(user)
    at_once, digest = _sorted_out(letters, settings, now)
    at_once += _soon(at_once)
    batches = [list(own) for _key, own in groupby(sorted(at_once, key=_batch), key=_batch)]
    if digest:
        batches.append(digest)
    composer = Composer(user, settings, now, connection)
    return sum(_tried(composer, batch) for batch in batches)


def _soon(letters: Sequence[Letter]) -> list[Letter]:
    """What would go soon in a mail of the same kind on the same round, so that it goes with these."""
    found: dict[int, Letter] = {}
    for letter in letters:
        if KINDS[letter.kind].is_merged:
            same = {"person": letter.person_id, "kind": letter.kind, "round": letter.round_id}
            rows = Letter.objects.filter(**same, state=State.WAITING, in_digest=False)
            found |= {
                row.pk: row for row in rows.exclude(pk__in=[one.pk for one in letters]).select_related(*_WITH)
            }
    return list(found.values())


def _batch(letter: Letter) -> tuple[str, str, int]:
    """Letters of the same batch go in one mail."""
    one = letter.round_id if KINDS[letter.kind].is_merged else letter.pk
    return letter.kind, str(one), letter.follow_id or 0


def _sorted_out(
    letters: Sequence[Letter], settings: LetterSettings, now: datetime
) -> tuple[list[Letter], list[Letter]]:
    """What goes at once and what in a summary now. Puts off what waits for one, and marks what is not wanted."""
    at_once, digest = [], []
    for letter in letters:
        pace = Pace(letter.follow.pace) if letter.follow else settings.pace(KINDS[letter.kind].group)
        if pace is Pace.OFF:
            Letter.objects.filter(pk=letter.pk).update(state=State.UNWANTED)
        elif pace is Pace.AT_ONCE:
            at_once.append(letter)
        elif letter.in_digest:
            digest.append(letter)
        else:
            due = next_digest(letter.due_at, pace)
            Letter.objects.filter(pk=letter.pk).update(in_digest=True, due_at=due)
            if due <= now:
                digest.append(letter)
    return at_once, digest


def _tried(composer: Composer, batch: list[Letter]) -> int:
    try:
        return _write(composer, batch)
    except Exception:  # one letter that cannot be written must not stop the others
        logger.exception("The letters %s cannot be written", [letter.pk for letter in batch])
        _put_off(batch, composer.now + timedelta(hours=1))
        return 0


@transaction.atomic
def _write(composer: Composer, batch: list[Letter]) -> int:
    keys = [letter.pk for letter in batch]
    waiting = Letter.objects.filter(pk__in=keys, state=State.WAITING)
    if waiting.update(state=State.WRITTEN, written_at=composer.now) < len(keys):
        transaction.set_rollback(True)  # another worker writes them
        return 0
    with override(composer.language):
        parts = list(_parts(composer, batch))
        message = composer.compose(parts) if parts else None
        if message is None:
            _give_up([part.letters for part in parts], "no address")
            return 0
        told = [letter.pk for part in parts for letter in part.letters]
        Letter.objects.filter(pk__in=told).update(message_id=message.extra_headers["Message-ID"])
        message.send()
    return 1


def _parts(composer: Composer, batch: Sequence[Letter]) -> Iterator[Told]:
    """What the mail tells: for each kind and round, the rows that the person may read. The rest is dropped."""
    for _key, own in groupby(sorted(batch, key=_batch), key=_batch):
        letters, rows = [], []
        for letter in own:
            letter.person = composer.user
            kind = KINDS[letter.kind]
            row = kind.readable(letter, composer.now)
            if row is None and (again := kind.again_at(letter, composer.now)):
                _put_off([letter], again)
            elif row is None:
                _give_up([[letter]], "no right any more, or nothing to tell")
            else:
                letters.append(letter)
                rows.append(row)
        if rows:
            yield Told(KINDS[letters[0].kind], letters, rows)


def _put_off(letters: Iterable[Letter], until: datetime) -> None:
    keys = [letter.pk for letter in letters]
    Letter.objects.filter(pk__in=keys).update(
        state=State.WAITING, due_at=until, written_at=None, message_id=""
    )


def _give_up(groups: Iterable[Sequence[Letter]], reason: str) -> None:
    for letter in (letter for letters in groups for letter in letters):
        logger.info("The letter %s (%s) is not sent: %s", letter.pk, letter.kind, reason)
        Letter.objects.filter(pk=letter.pk).update(state=State.DROPPED, written_at=None)


def object_to_lost_rights(sender: object, mail: OutgoingMail, **_: object) -> str:
    """Receives `amendments.signals.sending`: stops a mail if the person has lost the right to anything in it.

    What the person may still know of goes in another mail.
    """
    letters = list(Letter.objects.filter(message_id=mail.message_id).select_related("person", *_WITH))
    now = timezone.now()
    lost = [
        letter
        for letter in letters
        if not letter.person.is_active or KINDS[letter.kind].readable(letter, now) is None
    ]
    if not lost:
        return ""
    _give_up([lost], "no right any more")
    _put_off([letter for letter in letters if letter not in lost], now)
    return "The reader has lost the right."


class WriteLetters:
    """The job of the periodic runner."""

    slug = "letters"
    every = timedelta(seconds=5)

    def run(self, now: datetime) -> None:
        """Write what is due."""
        write_due(now)
