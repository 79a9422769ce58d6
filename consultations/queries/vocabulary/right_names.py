"""The names of rights for the facets and filters of the search. They are read once and kept until one changes.

Other processes learn of a change through the shared cache (`MADDA_SHARED_CACHE`). Without one, they show the former
name for up to five minutes.
"""

from collections.abc import Collection, Mapping
from uuid import uuid4

from django.db import connection, transaction
from django.utils.functional import Promise, lazy

from amendments.long_work.progress import shared_cache
from consultations.models import Right
from consultations.models.vocabulary import in_language

_STATE = "consultations.right_names"  # the value under this key changes with every change of a right
_KEPT_FOR = 5 * 60  # seconds
_in_language = lazy(in_language, str)
_read: tuple[str, Mapping[str, str | Promise]] = ("", {})


def right_names() -> Mapping[str, str | Promise]:
    """The names by code in the language of the reader. Retired rights are included, because comments name them.

    Inside a transaction the names are read anew, because its changes may be rolled back.
    """
    global _read
    if _may_be_undone():
        return _names()
    state = str(shared_cache().get_or_set(_STATE, lambda: uuid4().hex, _KEPT_FOR))
    if _read[0] != state:
        _read = (state, _names())
    return _read[1]


def _may_be_undone() -> bool:
    return bool(connection.in_atomic_block)


def _names() -> Mapping[str, str | Promise]:
    return {code: _in_language(labels) for code, labels in Right.objects.values_list("code", "labels")}


def forget_right_names(kind: str, ids: Collection[object], **_: object) -> None:
    """Make all processes read the names again, after the change of a right is committed."""
    if kind == Right._meta.label_lower:
        transaction.on_commit(lambda: shared_cache().set(_STATE, uuid4().hex, _KEPT_FOR))
