"""Writes the letters that are due as mails, with the rights that each person has now.

The mail and the mark on its letters are one transaction, so that a worker that is cut off neither loses a letter nor
writes it twice. Delivery asks for the rights once more (`object_to_lost_rights`).
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from amendments.models import OutgoingMail
from consultations.letters.composing import Composer
from consultations.letters.pacing import next_digest, settings_of
from consultations.letters.putting_aside import put_aside, try_again
from consultations.letters.registry import KINDS
from consultations.letters.telling import DATABASE_DOWN, Sorted, batch_key, sort_letters
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
        known = [letter for letter in letters if _is_known(letter)]
        people = _people(known)
        for person, own in groupby(sorted(known, key=_person), key=_person):
            written += _tried_to(people[person], list(own), now, connection)
    return written


def _people(letters: Iterable[Letter]) -> dict[int, Any]:
    """The accounts by key, each with what decides how it is told."""
    rows = get_user_model()._default_manager.filter(pk__in={letter.person_id for letter in letters})
    return rows.select_related("letter_settings", "wagtail_userprofile").in_bulk()


def _waiting(now: datetime) -> Any:
    return Letter.objects.due(now).select_related(*_WITH)


def _is_known(letter: Letter) -> bool:
    """Whether the kind of the letter still exists. An app may have been removed."""
    if letter.kind not in KINDS:
        put_aside(letter, "unknown kind")
        return False
    return True


def _person(letter: Letter) -> int:
    key: int = letter.person_id
    return key


def _tried_to(
    user: Any, letters: list[Letter], now: datetime, connection: BaseEmailBackend | None = None
) -> int:
    try:
        return _write_to(user, letters, now, connection)
    except DATABASE_DOWN:
        raise
    except Exception as fault:  # what is wrong with one person must not stop the letters to the others
        for letter in letters:
            try_again(letter, fault, now)
        return 0


def _write_to(
    user: Any, letters: list[Letter], now: datetime, connection: BaseEmailBackend | None = None
) -> int:
    """The mails to one person."""
    settings = settings_of(user)
    at_once, digest = _sorted_out(letters, settings, now)
    at_once += _soon(at_once)
    batches = [list(own) for _key, own in groupby(sorted(at_once, key=batch_key), key=batch_key)]
    if digest:
        batches.append(digest)
    composer = Composer(user, settings, now, connection)
    return sum(_tried(composer, batch) for batch in batches)


def _soon(letters: Sequence[Letter]) -> list[Letter]:
    """What would go soon in the same mail as one of these, so that it goes with them."""
    merged = {batch_key(letter): letter for letter in letters if KINDS[letter.kind].merged_by != "pk"}
    found: list[Letter] = []
    for one in merged.values():
        shared = {name: getattr(one, name) for name in ("kind", "follow_id", KINDS[one.kind].merged_by)}
        rows = Letter.objects.filter(person=one.person_id, **shared)
        waiting = rows.filter(state=State.WAITING, in_digest=False, attempts=0)
        found += waiting.exclude(pk__in=[letter.pk for letter in letters]).select_related(*_WITH)
    return found


def _sorted_out(
    letters: Sequence[Letter], settings: LetterSettings, now: datetime
) -> tuple[list[Letter], list[Letter]]:
    """What goes at once and what in a summary now. Puts off what waits for one, and marks what is not wanted."""
    at_once, digest = [], []
    for letter in letters:
        kind = KINDS[letter.kind]
        pace = Pace(letter.follow.pace) if letter.follow else settings.pace(kind.group)
        if pace is Pace.OFF and kind.is_duty and not letter.follow:
            at_once.append(letter)  # who sends for an institution is told what the procedure asks of it
        elif pace is Pace.OFF:
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
    """Write the mail. If something in it fails, write it again with care: one letter must not stop the others."""
    for is_careful in (False, True):
        try:
            return _write(composer, batch, is_careful=is_careful)
        except DATABASE_DOWN:
            raise
        except Exception as fault:
            if is_careful:  # the mail as a whole cannot be written
                for letter in batch:
                    try_again(letter, fault, composer.now)
    return 0


@transaction.atomic
def _write(composer: Composer, batch: list[Letter], *, is_careful: bool) -> int:
    with override(composer.language):
        parts = sort_letters(composer.user, batch, composer.now, is_careful=is_careful)
        message = composer.compose(parts.told) if parts.told else None
    _put_back(parts, composer.now)
    told = [letter for part in parts.told for letter in part.letters]
    if message is None:
        _give_up(told, "no address")
        return 0
    waiting = Letter.objects.filter(pk__in=[letter.pk for letter in told], state=State.WAITING)
    number = message.extra_headers["Message-ID"]
    if waiting.update(state=State.WRITTEN, written_at=composer.now, message_id=number, error="") < len(told):
        transaction.set_rollback(True)  # another worker writes them
        return 0
    message.send()
    return 1


def _put_back(parts: Sorted, now: datetime) -> None:
    """Everything that the mail does not tell."""
    for letter, again in parts.later:
        _put_off([letter], again, in_digest=False)  # it goes in the summary that comes after that moment
    for letter, fault in parts.broken:
        try_again(letter, fault, now)
    _give_up(parts.lost, "no right any more, or nothing to tell")


def _put_off(
    letters: Iterable[Letter], until: datetime, *, was: State = State.WAITING, **changes: bool
) -> None:
    rows = Letter.objects.filter(pk__in=[letter.pk for letter in letters], state=was)
    rows.update(state=State.WAITING, due_at=until, written_at=None, message_id="", **changes)


def _give_up(letters: Sequence[Letter], reason: str, *, was: State = State.WAITING) -> None:
    for letter in letters:
        logger.info("The letter %s (%s) is not sent: %s", letter.pk, letter.kind, reason)
    if letters:
        rows = Letter.objects.filter(pk__in=[letter.pk for letter in letters], state=was)
        rows.update(state=State.DROPPED, written_at=None)


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
    _give_up(lost, "no right any more", was=State.WRITTEN)
    _put_off([letter for letter in letters if letter not in lost], now, was=State.WRITTEN)
    return "The reader has lost the right."


class WriteLetters:
    """The job of the periodic runner."""

    slug = "letters"
    every = timedelta(seconds=5)

    def run(self, now: datetime) -> None:
        """Write what is due."""
        write_due(now)
