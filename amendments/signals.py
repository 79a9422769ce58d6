"""What this app announces inside its transactions."""

from collections.abc import Collection

from django.dispatch import Signal

from amendments.audit.actor import Actor

changed = Signal()
"""Sent inside the transaction of an action, with `kind` (a model label such as "amendments.version"), `ids`, `actor` and
`step` (the name of the action)."""


def announce(kind: str, ids: Collection[object], actor: Actor, step: str = "") -> None:
    """Announce that rows of a kind were changed by the actor, and by which action; the search index and letters listen."""
    changed.send(sender=kind, kind=kind, ids=ids, actor=actor, step=step)


sending = Signal()
"""Sent before a mail goes to the mail server, with `mail`, an `OutgoingMail`. A receiver that answers with a reason stops it."""
