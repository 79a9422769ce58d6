"""What this app announces inside its transactions."""

from collections.abc import Collection

from django.dispatch import Signal

changed = Signal()
"""Sent with `kind` (a model label such as "amendments.version") and `ids`, inside the transaction of an action."""


def announce(kind: str, ids: Collection[object]) -> None:
    """Announce that rows of a kind changed; the search index and caches listen."""
    changed.send(sender=kind, kind=kind, ids=ids)
