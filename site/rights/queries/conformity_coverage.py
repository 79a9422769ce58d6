"""What the conformity of an act covers: by stage of migration and by affected group, with the stages and groups left out."""

from collections import Counter
from dataclasses import dataclass

from consultations.models import Term
from consultations.rules.benchmarks import TermKind
from rights.queries.conformity import ConformityTable
from rights.queries.conformity_changes import WEAKEST_FIRST
from rights.values import Conformity


@dataclass(frozen=True, slots=True)
class Covered:
    """A stage or a group: its issues by value, those that wait, and the weakest value; no issue is a gap."""

    term: Term
    issues: int
    counts: tuple[tuple[Conformity, int], ...]
    waiting: int

    @property
    def weakest(self) -> Conformity | None:
        """The weakest value."""
        return self.counts[0][0] if self.counts else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The stages or the groups, in the order of the vocabulary."""

    rows: tuple[Covered, ...]

    @property
    def is_named(self) -> bool:
        """Whether an issue of the table names one."""
        return any(row.issues for row in self.rows)


def coverage(table: ConformityTable) -> dict[str, Coverage]:
    """By kind, the stages and the groups. One query; the issues were read with their terms."""
    kinds = (TermKind.STAGE.value, TermKind.GROUP.value)
    found: dict[str, list[Covered]] = {kind: [] for kind in kinds}
    by_term: dict[object, list[Conformity | None]] = {}
    for issue, value in table.issues:
        for term in issue.terms.all():
            by_term.setdefault(term.pk, []).append(value)
    for term in Term.objects.filter(kind__in=kinds, is_active=True):
        values = by_term.get(term.pk, [])
        counted = Counter(value for value in values if value)
        counts = tuple((value, counted[value]) for value in WEAKEST_FIRST if counted[value])
        found[term.kind].append(Covered(term, len(values), counts, values.count(None)))
    return {kind: Coverage(tuple(rows)) for kind, rows in found.items()}
