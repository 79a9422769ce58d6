"""What the letters of one mail tell, in the active language.

Each kind is tried alone, so that a letter that cannot be written does not stop the others of its mail.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db import InterfaceError, OperationalError, transaction

from consultations.letters.kinds import LetterKind
from consultations.letters.registry import KINDS
from consultations.letters.stopping import followed
from consultations.letters.wording import absolute, inner_quotes
from consultations.models import Letter

DATABASE_DOWN = (OperationalError, InterfaceError)
"""Faults that are not the letter's: the whole job is tried again."""

Found = Sequence[tuple[Letter, Any]]
"""Letters, each with the row that it is about. Any: each kind has its own rows."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a mail tells of one kind and one round."""

    kind: LetterKind[Any]
    letters: Sequence[Letter]
    subject: str
    lines: Sequence[str]
    url: str
    why: str

    @property
    def may_be_stopped(self) -> bool:
        """Whether the person can do without: not without what belongs to their part in the procedure."""
        return self.letters[0].follow_id is not None or not self.kind.is_duty

    @property
    def stopped(self) -> str:
        """What the address in the mail stops: following this, or the group."""
        follow = self.letters[0].follow_id
        return followed(follow) if follow else self.kind.group


@dataclass(slots=True)
class Sorted:
    """The letters of a mail: what it tells, what is told later, what is told no more, and what cannot be written."""

    told: list[Told] = field(default_factory=list)
    later: list[tuple[Letter, datetime]] = field(default_factory=list)
    lost: list[Letter] = field(default_factory=list)
    broken: list[tuple[Letter, Exception]] = field(default_factory=list)
    is_careful: bool = False

    def guard(self) -> AbstractContextManager[Any]:
        """Around what may fail; a savepoint where the others shall go on."""
        return transaction.atomic() if self.is_careful else nullcontext()


def batch_key(letter: Letter) -> tuple[str, str, int]:
    """Letters of the same key go in one mail."""
    return letter.kind, str(getattr(letter, KINDS[letter.kind].merged_by)), letter.follow_id or 0


def sort_letters(user: Any, batch: Sequence[Letter], now: datetime, *, is_careful: bool) -> Sorted:
    """Ask for each letter what the person may read, and put it into words, as it happened. Call it inside a transaction.

    With care, what cannot be written is among the `broken`. Without, it raises; that is half as much work.
    """
    into = Sorted(is_careful=is_careful)
    once: set[tuple[object, ...]] = set()
    for _key, own in groupby(sorted(batch, key=batch_key), key=batch_key):
        found: list[tuple[Letter, Any]] = []
        for letter in own:
            letter.person = user
            for row in _readable(letter, now, into):
                if (key := (letter.kind, *KINDS[letter.kind].once(letter))) in once:
                    into.lost.append(letter)  # what it says stands in the same mail
                    continue
                once.add(key)
                found.append((letter, row))
        if found:
            _tell(found, into)
    into.told.sort(key=lambda part: min(letter.at for letter in part.letters))
    return into


def _readable(letter: Letter, now: datetime, into: Sorted) -> Iterator[Any]:
    """The row, if the person may read it."""
    kind = KINDS[letter.kind]
    try:
        with into.guard():
            row = kind.readable(letter, now)
            again = kind.again_at(letter, now) if row is None else None
    except DATABASE_DOWN:
        raise
    except Exception as fault:  # of one letter; the others go on
        if not into.is_careful:
            raise
        into.broken.append((letter, fault))
        return
    if row is not None:
        yield row
    elif again:
        into.later.append((letter, again))
    else:
        into.lost.append(letter)


def _tell(found: Found, into: Sorted) -> None:
    """Letters that cannot be told together are tried one by one."""
    try:
        with into.guard():
            into.told.append(_told(found))
    except DATABASE_DOWN:
        raise
    except Exception as fault:
        if not into.is_careful:
            raise
        if len(found) == 1:
            into.broken.append((found[0][0], fault))
            return
        for one in found:
            _tell([one], into)


def _told(found: Found) -> Told:
    letters, rows = [letter for letter, _row in found], [row for _letter, row in found]
    kind = KINDS[letters[0].kind]
    return Told(
        kind,
        letters,
        # On one line: a title may have been typed on several
        inner_quotes(" ".join(kind.subject(rows).split())),
        [inner_quotes(line) for line in kind.lines(rows, letters[0])],
        absolute(kind.url(rows)),
        str(kind.because(letters[0])),
    )
