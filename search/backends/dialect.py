"""What differs between SQLite and PostgreSQL."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from search.models import ConfidentialContent, ConfidentialEntry, PublicContent, PublicEntry
from search.query.document import Terms
from search.query.expression import Node
from search.query.plan import Plan


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of entries with a full text of its own: its statistics count no word of another set."""

    model: type[PublicEntry] | type[ConfidentialEntry]
    content: type[PublicContent] | type[ConfidentialContent]

    @property
    def table(self) -> str:
        """The table of its entries."""
        return self.model._meta.db_table

    @property
    def text(self) -> str:
        """The table of their full text. No model describes it: a migration makes it."""
        return f"{self.table}_text"


PUBLIC_SCOPE = Scope(PublicEntry, PublicContent)
CONFIDENTIAL_SCOPE = Scope(ConfidentialEntry, ConfidentialContent)
SCOPES = (PUBLIC_SCOPE, CONFIDENTIAL_SCOPE)


class Dialect(Protocol):
    """SQL for the full text; `%(matching)s`, `%(ranking)s` and `%(naming)s` stand for expressions."""

    id_column: str
    ranks_by_match: bool  # whether only entries that match the ranking expression are found
    is_lazy: bool  # whether the database returns the first rows before it has found the last

    def store(self, scope: Scope, documents: Mapping[int, Terms]) -> None:
        """Write the full text of entries (by primary key) that have none."""

    def settle(self, scope: Scope) -> None:
        """Let the database update its statistics after a full text was rebuilt."""

    def counted_terms(self) -> Iterator[tuple[str, int]]:
        """Every term of public entries with the number of entries that contain it."""

    def may_add_terms(self, *, waits: bool = False) -> bool:
        """Whether this transaction may add terms to the dictionary: only one transaction may at a time."""

    def write(self, node: Node) -> str:
        """An expression in the query language of the full text, safe whatever the terms contain."""

    def joined(self, scope: Scope) -> str:
        """FROM clause: entries as `e` with their full text."""

    def id_of(self, scope: Scope) -> str:
        """The key of an entry in such a clause."""

    def score(self, scope: Scope) -> str:
        """The score of a row: less is better. Scores of both scopes can be compared."""

    def fits(self, scope: Scope, parameter: str) -> str:
        """Condition: the full text fulfils the expression that is the parameter."""

    def number(self, scope: Scope, statement: str, parameters: dict[str, Any]) -> int:
        """About how many rows a statement finds in a scope. Entries that the reader may not see do not influence the number."""

    def among(self, parameter: str) -> str:
        """Condition after a column: its value is in the list."""

    def each(self, parameter: str) -> str:
        """FROM clause: the values of a list as `t.value`."""

    def listed(self, values: Sequence[str] | Sequence[int]) -> Any:
        """A list as a parameter for `among`."""

    def private_parameters(self, plan: Plan) -> dict[str, Any]:
        """The further parameters that `score` needs in the confidential scope."""
