"""Follows the issues of an act in each new text of it, in the transaction that seals the text."""

from collections.abc import Collection

from amendments.audit.actor import Actor
from amendments.models import Version
from rights.actions.following.follow_text import FollowText, issues_waiting


def follow_in_new_texts(
    sender: object, kind: str, ids: Collection[object], actor: Actor, **_: object
) -> None:
    """Receives `amendments.signals.changed`. The issues are followed in the name of the actor of the step.

    Nobody is refused here, whatever body keeps the act.
    """
    if kind != "amendments.version":
        return
    for version in Version.objects.filter(pk__in=[str(pk) for pk in ids]).select_related("instrument"):
        if issues_waiting(version).exists():
            FollowText(version, actor=actor).execute()
