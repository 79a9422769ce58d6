"""Writes down who is to be told, in the transaction of the step that is announced."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from amendments.audit.actor import Actor
from consultations.letters.kinds import LetterKind, Owed
from consultations.letters.registry import KINDS
from consultations.models import Follow, Letter, LetterSettings
from consultations.models.letter import Pace

_QUICKEST = (Pace.AT_ONCE, Pace.DAILY, Pace.WEEKLY, Pace.OFF)


def note_letters(
    sender: object, kind: str, ids: Collection[object], actor: Actor, step: str = "", **_: object
) -> None:
    """Receives `amendments.signals.changed`. A letter that is owed already is not owed twice."""
    keys = [str(pk) for pk in ids]
    for letter_kind in KINDS.values():
        if letter_kind.kind == kind and step in letter_kind.steps:
            owed = [
                one
                for one in letter_kind.owed(keys, actor)
                if letter_kind.tells_actor or one.person != actor.user.pk
            ]
            Letter.objects.bulk_create(
                (letter_kind.row(one, actor.at) for one in _quickest_first(letter_kind, owed)),
                ignore_conflicts=True,
            )


def _quickest_first(kind: LetterKind[Any], owed: Sequence[Owed]) -> Iterable[Owed]:
    """Who is to be told of one thing for two reasons is told once, in the quickest way that the person has chosen."""
    twice = _owed_twice(owed)
    if not any(one.follow for one in twice):
        return owed
    rows = LetterSettings.objects.filter(person__in={one.person for one in twice})
    settings = {own.person_id: own for own in rows}
    paces = dict(Follow.objects.filter(pk__in={one.follow for one in twice}).values_list("pk", "pace"))

    def place(one: Owed) -> int:
        own = settings.get(one.person) or LetterSettings()
        return _QUICKEST.index(Pace(paces[one.follow]) if one.follow else own.pace(kind.group))

    return sorted(owed, key=lambda one: place(one) if one in twice else 0)


def _owed_twice(owed: Iterable[Owed]) -> list[Owed]:
    """Letters to people who get the same letter for another reason too."""
    found: dict[tuple[object, ...], list[Owed]] = {}
    for one in owed:
        found.setdefault((one.person, str(one.about), one.occasion), []).append(one)
    return [one for same in found.values() if len(same) > 1 for one in same]
