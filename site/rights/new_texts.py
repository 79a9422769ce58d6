"""Follows issues, and rows of the concordance, in each new text of an act, in the transaction that seals the text."""

from collections.abc import Collection

from amendments.audit.actor import Actor
from amendments.models import Version
from rights.actions.following.follow_rows import FollowRows
from rights.actions.following.follow_text import FollowText, not_followed


def follow_in_new_texts(
    sender: object, kind: str, ids: Collection[object], actor: Actor, **_: object
) -> None:
    """Receives `amendments.signals.changed`. They are followed in the name of the actor of the step.

    Nobody is refused here, whatever body keeps the act.
    """
    if kind != "amendments.version":
        return
    for version in Version.objects.filter(pk__in=[str(pk) for pk in ids]).select_related("instrument"):
        for follow in (FollowText, FollowRows):
            if not_followed(follow.kind, version).exists():
                follow(version, actor=actor).execute()
