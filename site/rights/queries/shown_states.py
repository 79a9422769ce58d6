"""The states of issues as a reader may know them: answers on texts that they may not read do not count."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from amendments.models import Version
from rights.models import Assessment, RightsIssue
from rights.queries.states_of_issues import states_of
from rights.values import IssueState

UNANSWERED = {IssueState.FLAGGED, IssueState.UNDER_ANALYSIS, IssueState.CLOSED}
"""The states in which an answer has no part that the reader may not know."""


def other_states(
    user: Any, issues: QuerySet[RightsIssue] | Iterable[RightsIssue]
) -> Mapping[Any, IssueState]:
    """The states of those that an answer brought elsewhere which the person may not read, as the other answers leave them.

    A closed issue is closed for everybody. One query where the person may read all answers.
    """
    given = Assessment.objects.moving().exclude(issue__state=IssueState.CLOSED).filter(issue__in=issues)
    readable = Version.objects.visible_to(user).values("pk")
    answered = Version.objects.filter(pk__in=given.order_by().values("version")).exclude(pk__in=readable)
    if not (unread := list(answered.values_list("pk", flat=True))):
        return {}
    held = list(RightsIssue.objects.filter(pk__in=given.filter(version__in=unread).values("issue")))
    states = states_of(held, unread)
    return {row.pk: IssueState(states[row.pk]) for row in held if states[row.pk] != row.state}


def shown_state(others: Mapping[Any, IssueState]) -> Any:  # Any: an expression
    """The state of each issue of a query, of which `others` have another one for the reader."""
    whens = [
        When(pk__in=[key for key, state in others.items() if state == one], then=Value(one))
        for one in set(others.values())
    ]
    return Case(*whens, default=F("state"))


def counted_states(issues: QuerySet[RightsIssue], others: Mapping[Any, IssueState]) -> Counter[str]:
    """How many of the issues are in each state for the reader. One query."""
    told = issues.order_by().annotate(shown_state=shown_state(others))
    return Counter(dict(told.values_list("shown_state").annotate(count=Count("pk"))))


def counted_and_other_states(
    user: Any, issues: QuerySet[RightsIssue]
) -> tuple[Counter[str], Mapping[Any, IssueState]]:
    """The same, and the issues with another state; one query where none is in a state that an answer can give."""
    counts = counted_states(issues, {})
    others = other_states(user, issues) if counts.keys() - UNANSWERED else {}
    return counted_states(issues, others) if others else counts, others


def in_states(others: Mapping[Any, IssueState], states: Collection[str]) -> QuerySet[RightsIssue]:
    """The issues that are in one of these states for the reader."""
    return RightsIssue.objects.alias(shown_state=shown_state(others)).filter(shown_state__in=states)


def state_for(issue: RightsIssue, others: Mapping[Any, IssueState]) -> IssueState:
    """The state of one issue for the reader."""
    return others.get(issue.pk, IssueState(issue.state))
