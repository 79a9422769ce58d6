"""What the indexes of this site are called on a server.

A generation is one building of the index, a pair: what everybody may read, and the rest. Searches go to two aliases
that stand on the live generation. Writes go to an alias of each index of a generation, and only to an alias: a
server would make a lost index anew, with fields that it guesses.
"""

from dataclasses import dataclass

from search.models import ConfidentialEntry, IndexedEntry

PUBLIC_SCOPE, CONFIDENTIAL_SCOPE = SCOPES = ("public", "confidential")


def scope_of(row: IndexedEntry) -> str:
    """In which index of a generation an entry belongs."""
    return CONFIDENTIAL_SCOPE if isinstance(row, ConfidentialEntry) else PUBLIC_SCOPE


def other_scope(scope: str) -> str:
    """The other index of the pair."""
    return PUBLIC_SCOPE if scope == CONFIDENTIAL_SCOPE else CONFIDENTIAL_SCOPE


@dataclass(frozen=True, slots=True)
class Names:
    """The names under one prefix, to which an API key can be limited."""

    prefix: str

    def alias(self, scope: str) -> str:
        """What searches read."""
        return f"{self.prefix}-{scope}"

    def index(self, scope: str, generation: int) -> str:
        """An index of a generation."""
        return f"{self.prefix}-{scope}-{generation:06}"

    def inlet(self, scope: str, generation: int) -> str:
        """What is written to."""
        return f"{self.index(scope, generation)}-inlet"

    def indexes(self, generation: int) -> list[str]:
        """Both indexes of a generation."""
        return [self.index(scope, generation) for scope in SCOPES]

    def generation_of(self, index: str) -> int:
        """The generation of an index."""
        return int(index.rpartition("-")[2])
