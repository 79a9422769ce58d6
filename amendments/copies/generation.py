"""The generation of the public pages: a value in the shared cache, which is another one after each change.

A process reads the generation before it makes a page, and keeps the page under it. A change raises the generation after
its commit. A page that was made before the commit is therefore not shown after it.
"""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import BaseLogEntry, Page

from amendments.long_work.progress import shared_cache
from amendments.signals import changed

_KEY = "amendments.copies.generation"
_KEPT_FOR = 24 * 3600  # seconds; without a value, all pages are made again


def generation() -> str:
    """The present generation."""
    return str(shared_cache().get_or_set(_KEY, _another, _KEPT_FOR))


def raise_generation() -> None:
    """Show no page that was made before."""
    shared_cache().set(_KEY, _another(), _KEPT_FOR)


def listen() -> None:
    """Raise the generation after every change: each is announced, or logged as Wagtail's admin does, or saves a page."""
    changed.connect(_after_commit, dispatch_uid="amendments.copies")
    for signal in (post_save, post_delete):
        signal.connect(_note_row, dispatch_uid="amendments.copies")


def _note_row(sender: type, **_signal: Any) -> None:
    if issubclass(sender, (BaseLogEntry, Page)):
        _after_commit()


def _after_commit(**_signal: Any) -> None:
    """Raise it when the transaction is committed, once for all of its changes."""
    waiting = transaction.get_connection().run_on_commit
    if not any(hook is raise_generation for _savepoints, hook, _is_robust in waiting):
        # Where the cache fails, readers find it failing too, and their pages are made anew.
        transaction.on_commit(raise_generation, robust=True)


def _another() -> str:
    return uuid4().hex
