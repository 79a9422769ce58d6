"""From what the instructions of a list were proposed, as other apps say."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from amendments.hooks import INSTRUCTION_SOURCES, collect
from amendments.links import Link
from amendments.models import Instruction


def sources_of(user: Any, rows: Iterable[Instruction]) -> dict[UUID, tuple[Link, ...]]:
    """By the key of the instruction; what the person may not read is left out."""
    keys = [row.pk for row in rows]
    found: dict[UUID, tuple[Link, ...]] = {}
    for source in collect(INSTRUCTION_SOURCES) if keys else ():
        for key, link in source.of(user, keys).items():
            found[key] = (*found.get(key, ()), link)
    return found
