"""The provisions of an issue: those beside the one on which it was raised, and which were added and removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from amendments.queries.showing.trees import tree_of
from consultations.queries.comments.provision_texts import wordings
from rights.models import RightsIssue


@dataclass(frozen=True, slots=True)
class CoveredProvision:
    """A provision of an issue."""

    key: str
    called: str


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """A provision that was added to an issue or removed."""

    called: str
    is_added: bool
    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class IssueCoverage:
    """What an issue covers, in the text on which it was raised."""

    raised_on: CoveredProvision
    further: tuple[CoveredProvision, ...]
    changes: tuple[CoverageChange, ...]  # the oldest first


def coverage_of(issue: RightsIssue) -> IssueCoverage:
    """For those who may read the text on which the issue was raised. Three queries."""
    told = list(_changes(issue))
    standing = list(dict.fromkeys(str(row.provision_id) for row in issue.anchors.all()))
    texts = wordings([issue.raised_on], {*standing, *(key for key, *_rest in told)})
    names = {key: wording.called for (_version, key), wording in texts.items()}
    first, *further = (CoveredProvision(key, names.get(key, "")) for key in standing)
    changes = (CoverageChange(names.get(key, ""), *rest) for key, *rest in told)
    return IssueCoverage(first, tuple(further), tuple(changes))


def removal_of(issue: RightsIssue, key: str) -> CoverageChange | None:
    """How a provision that the issue no longer has was removed; None if it never had it."""
    changes = [CoverageChange("", *rest) for changed, *rest in _changes(issue) if changed == key]
    return changes[-1] if changes and not changes[-1].is_added else None


def covered_keys(issue: RightsIssue) -> set[str]:
    """The keys of the provisions of an issue, with all that is below those that it covers whole."""
    tree, anchors = tree_of(issue.raised_on), issue.anchors.all()
    whole = (tree.by_key.get(str(row.provision_id)) for row in anchors if not row.quote)
    below = {one.key for element in whole if element is not None for one in tree.family(element)}
    return below | {str(row.provision_id) for row in anchors}


def _changes(issue: RightsIssue) -> Iterator[tuple[Any, ...]]:
    """The key of each provision with the values of its change."""
    rows = issue.history.order_by("history_id")
    columns = "provisions", "history_date", "actor_label", "history_change_reason"
    before: list[str] | None = None
    for now, at, by, reason in rows.exclude(provisions=[]).values_list(*columns):  # [] tells nothing
        was = now if before is None else before
        yield from ((key, True, by, at, reason or "") for key in now if key not in was)
        yield from ((key, False, by, at, reason or "") for key in was if key not in now)
        before = now
