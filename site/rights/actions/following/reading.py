"""A text as the following of issues reads it: the words of each provision, and everything below it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from amendments.models import Version
from amendments.provisions.tree import Tree
from amendments.queries.showing.trees import tree_of
from consultations.actions.comments.placements import Words, words_in
from consultations.rules.passages import ProvisionWords


@dataclass(frozen=True, slots=True)
class Reading:
    """The tree of a text and its words."""

    tree: Tree
    words: Words

    @classmethod
    def of(cls, version: Version) -> "Reading":
        """Read it once."""
        tree = tree_of(version)
        return cls(tree, words_in(tree))

    def key_of_the_number(self, key: str, before: "Reading") -> str:
        """The provision that has the number of one which this text lacks, if it is new since `before`; "" if none has.

        A draft that drops a new article and a later one that inserts it anew make two provisions of it.
        """
        if key in self.tree.by_key:
            return ""
        gone = before.tree.by_key.get(key)
        found = self.tree.by_eid.get(gone.eid) if gone is not None else None
        return found.key if found is not None and found.key not in before.tree.by_key else ""

    def hash_of(self, placed: Iterable[Any]) -> str:
        """One hash for the words where passages (rows with an anchor and a place) stand, or stood if they are gone.

        An issue on chosen words is about their provision; one on a whole provision also about all that is below it. So is
        one whose chosen words left the own words of the provision: they may stand in its points.
        """
        told = "\x1d".join(
            self.told(row.anchor, str(row.provision_id or row.anchor.provision_id)) for row in placed
        )
        return hashlib.sha256(told.encode()).hexdigest()

    def told(self, anchor: Any, key: str) -> str:
        """The words of a provision, as far as an issue with this passage is about them."""
        element = self.tree.by_key.get(key)
        own = self.words.get(key, ProvisionWords())
        has_left = anchor.field != "heading" and anchor.quote not in (own.body or own.heading)
        is_whole = element is not None and (has_left or not anchor.quote)
        keys = [one.key for one in self.tree.family(element)] if element is not None and is_whole else [key]
        shown = [self.words.get(one, ProvisionWords()) for one in keys]
        return "\x1f".join(f"{one.heading}\x1e{one.body}" for one in shown)
