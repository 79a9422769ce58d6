"""The hashes that make a sealed version verifiable: wording, manifest, chain."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import UTC
from typing import Any
from uuid import UUID

from amendments.models import Version
from amendments.provisions.tree import Element, Tree, text_hash
from amendments.queries.trees import tree_of


def wording_hash(element: Element) -> str:
    """What makes a sealed wording: heading, text, and where footnote marks stand in them."""
    return _sha256([text_hash(element), [list(astuple(mark)) for mark in element.marks]])


def root_hash(version: Version, tree: Tree, operations: Iterable[tuple[UUID, Any]]) -> str:
    """The hash of manifest, wordings and instructions, of who sealed them when, and of the version before."""
    head = [version.instrument_id, version.amendment_id, version.number, version.law_number, version.note]
    moment = [version.sealed_at.astimezone(UTC).isoformat(), version.sealed_by_label, version.previous_hash]
    lines = [
        [e.key, e.parent, e.kind.value, e.number, e.eid, e.repealed, wording_hash(e)] for e in tree.elements
    ]
    return _sha256([head, moment, lines, [[str(pk), operation] for pk, operation in operations]])


def _sha256(content: object) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class BrokenSeal:
    """A version whose rows do not give its hash, or that does not follow its predecessor."""

    version: Version
    reason: str


def broken_seals(versions: Iterable[Version]) -> list[BrokenSeal]:
    """Recompute every hash and chain of the given versions."""
    broken = []
    previous: dict[tuple[object, object], str] = {}
    for version in sorted(versions, key=lambda row: row.number):
        chain = (version.instrument_id, version.amendment_id)
        if version.previous_hash != previous.get(chain, ""):
            broken.append(BrokenSeal(version, "does not follow the version before it"))
        operations = version.sealed_instructions.values_list("instruction_id", "operation")
        if root_hash(version, tree_of(version), operations) != version.root_hash:
            broken.append(BrokenSeal(version, "its rows do not give its hash"))
        previous[chain] = version.root_hash
    return broken
