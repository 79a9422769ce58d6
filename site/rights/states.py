"""The steps of an issue that a person takes by hand. The answers to “does the new text fix it?” make the others."""

from collections.abc import Mapping

from rights.values import IssueState

NEXT: Mapping[str, tuple[IssueState, ...]] = {
    IssueState.FLAGGED: (IssueState.UNDER_ANALYSIS, IssueState.CLOSED),
    IssueState.UNDER_ANALYSIS: (IssueState.FLAGGED, IssueState.CLOSED),
    IssueState.OPINION_ISSUED: (IssueState.CLOSED,),
    IssueState.ADDRESSED: (IssueState.CLOSED,),
    IssueState.PARTLY_ADDRESSED: (IssueState.CLOSED,),
    IssueState.NOT_ADDRESSED: (IssueState.CLOSED,),
    IssueState.CLOSED: (IssueState.UNDER_ANALYSIS,),
}

BY_HAND = frozenset(after for steps in NEXT.values() for after in steps)

BY_OPINION = frozenset(
    {
        IssueState.FLAGGED,
        IssueState.UNDER_ANALYSIS,
        IssueState.PARTLY_ADDRESSED,
        IssueState.NOT_ADDRESSED,
    }
)
"""The states from which an opinion moves its issues on. What a text has addressed stays addressed."""


def after_opinion(state: str) -> str:
    """Where an issue is once an opinion with it is issued."""
    return IssueState.OPINION_ISSUED if state in BY_OPINION else state


def next_states(state: str, came_from: str) -> tuple[IssueState, ...]:
    """The next steps. Back to "Flagged" leads only from where an issue came: it takes the start of the analysis back."""
    return tuple(one for one in NEXT[state] if one != IssueState.FLAGGED or came_from == IssueState.FLAGGED)


def needs_reason(before: str, after: str) -> bool:
    """Whether the step asks why: whatever closes an issue or opens it again."""
    return IssueState.CLOSED in (before, after)
