"""Writes down who is to be told, in the transaction of the step that is announced."""

from collections.abc import Collection

from amendments.audit.actor import Actor
from consultations.letters.registry import KINDS
from consultations.models import Letter


def note_letters(
    sender: object, kind: str, ids: Collection[object], actor: Actor, step: str = "", **_: object
) -> None:
    """Receives `amendments.signals.changed`. A letter that is owed already is not owed twice."""
    keys = [str(pk) for pk in ids]
    for letter_kind in KINDS.values():
        if letter_kind.kind == kind and step in letter_kind.steps:
            Letter.objects.bulk_create(
                (
                    letter_kind.row(owed, actor.at)
                    for owed in letter_kind.owed(keys, actor)
                    if letter_kind.tells_actor or owed.person != actor.user.pk
                ),
                ignore_conflicts=True,
            )
