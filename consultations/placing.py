"""Has the comments of an amendment placed on each new draft, in the transaction that seals or releases the draft."""

from collections.abc import Collection

from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.actions.comments.place_comments import PlaceComments


def place_on_new_drafts(
    sender: object, kind: str, ids: Collection[object], actor: Actor, **_: object
) -> None:
    """Receives `amendments.signals.changed`. The comments are placed in the name of the person who sealed or released."""
    if kind != "amendments.version":
        return
    sealed = Version.objects.filter(pk__in=[str(pk) for pk in ids], draft__isnull=False)
    for version in sealed.select_related("draft__amendment"):
        PlaceComments(version, actor=actor).execute()
