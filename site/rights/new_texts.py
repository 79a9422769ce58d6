"""Follows issues, and rows of the concordance, in each new text of an act and to the end of an amendment.

It happens in the transaction of the step that seals the text or ends the amendment, in the name of its actor.
"""

from collections.abc import Collection

from amendments.audit.actor import Actor
from amendments.models import Amendment, Version
from rights.actions.following.follow_end import FollowEnd
from rights.actions.following.follow_rows import FollowRows
from rights.actions.following.follow_text import FollowText, not_followed
from rights.models.unanswered import FAILED


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


def follow_to_the_end(
    sender: object, kind: str, ids: Collection[object], actor: Actor, step: str = "", **_: object
) -> None:
    """Receives `amendments.signals.changed`. The states of issues follow where an amendment fails, or no longer does."""
    if kind != "amendments.amendment" or step not in ("amendments.change_state", "amendments.take_back_step"):
        return
    for amendment in Amendment.objects.filter(pk__in=[str(pk) for pk in ids]):
        last = amendment.state_changes.select_related("takes_back").last()
        undone = last.takes_back.state if last is not None and last.takes_back is not None else ""
        if amendment.state in FAILED or undone in FAILED:
            FollowEnd(amendment, actor=actor).execute()
