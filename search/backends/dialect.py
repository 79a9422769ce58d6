"""What SQLite and PostgreSQL say differently."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from search.models import ConfidentialContent, ConfidentialEntry, PublicContent, PublicEntry
from search.query.document import Terms
from search.query.expression import Node
from search.query.plan import Plan


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of entries with a full text of its own, which no other set's statistics touch."""

    model: type[PublicEntry] | type[ConfidentialEntry]
    content: type[PublicContent] | type[ConfidentialContent]
    text: str  # the table of its full text

    @property
    def table(self) -> str:
        """The table of its entries."""
        return self.model._meta.db_table


PUBLIC_SCOPE = Scope(PublicEntry, PublicContent, "search_publictext")
CONFIDENTIAL_SCOPE = Scope(ConfidentialEntry, ConfidentialContent, "search_confidentialtext")
SCOPES = (PUBLIC_SCOPE, CONFIDENTIAL_SCOPE)


class Dialect(Protocol):
    """SQL for the full text; `%(matching)s`, `%(ranking)s` and `%(naming)s` stand for expressions."""

    id_column: str
    ranks_by_match: bool  # only what the ranking expression matches is found
    is_lazy: bool  # the first rows are there before the last are found

    def store(self, scope: Scope, documents: Mapping[int, Terms]) -> None:
        """Write the full text of entries (by primary key) that have none."""
        ...

    def settle(self, scope: Scope) -> None:
        """Let the database get used to a full text that was written anew."""
        ...

    def counted_terms(self) -> Iterator[tuple[str, int]]:
        """Every term of public entries, and in how many it stands."""
        ...

    def may_add_terms(self, *, waits: bool = False) -> bool:
        """Whether this transaction alone adds terms to the dictionary until it ends."""
        ...

    def write(self, node: Node) -> str:
        """An expression in the query language of the full text, safe whatever the terms contain."""
        ...

    def joined(self, scope: Scope) -> str:
        """FROM clause: entries as `e` with their full text."""
        ...

    def matches(self, scope: Scope, *, apart: bool) -> str:
        """Condition: the full text fulfils the plan; `apart` where another expression ranks than chooses."""
        ...

    def score(self, scope: Scope) -> str:
        """How badly it does, less is better; comparable between scopes."""
        ...

    def names(self, scope: Scope) -> str:
        """Condition: the full text is what the query names."""
        ...

    def number(self, scope: Scope, statement: str, parameters: dict[str, Any]) -> int:
        """About how many rows a statement finds in a scope; what a reader may not see does not weigh."""
        ...

    def among(self, parameter: str) -> str:
        """Condition after a column: its value is in the list."""
        ...

    def listed(self, values: list[str]) -> Any:
        """A list as a parameter for `among`."""
        ...

    def private_parameters(self, plan: Plan) -> dict[str, Any]:
        """What `score` of the confidential scope needs beside the expressions."""
        ...
