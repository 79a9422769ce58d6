"""When and why somebody closed an issue by hand or opened it again."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from rights.models import RightsIssue
from rights.values import IssueState


@dataclass(frozen=True, slots=True)
class ClosingStep:
    """A step with its reason; `is_newest` says that the issue has been in no other state since."""

    is_closing: bool
    by: str
    at: datetime
    reason: str
    is_newest: bool


def closing_steps(issue: RightsIssue) -> list[ClosingStep]:
    """The oldest first. An answer that closes an issue has no reason here: its note stands beside it. One query."""
    columns = "state", "actor_label", "history_date", "history_change_reason"
    rows = issue.history.order_by("history_id").values_list(*columns)
    steps = [(was[0], now) for was, now in pairwise(rows) if was[0] != now[0]]
    return [
        ClosingStep(state == IssueState.CLOSED, by, at, reason, is_newest=now is steps[-1][1])
        for was, now in steps
        for state, by, at, reason in (now,)
        if reason and IssueState.CLOSED in (was, state)
    ]
