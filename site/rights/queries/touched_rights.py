"""The rights that the new instructions of a draft touch, as far as a person may read what says so."""

from itertools import chain
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from amendments.models import Draft, VersionTarget
from rights.models import ConcordanceRow, Recommendation, RightsIssue, RightTag
from rights.queries.tag_lists import new_instructions_of
from rights.values import IssueState

Keys = frozenset[Any]


def rights_touched(user: Any, draft: Draft) -> set[str]:
    """The codes for one reader. A bounded number of queries."""
    provisions, instructions = _changed(user, draft)
    return _said_to_others(
        Recommendation.objects.visible_to(user), ConcordanceRow.objects.visible_to(user), provisions
    ) | _said_inside(
        RightTag.objects.visible_to(user), RightsIssue.objects.visible_to(user), provisions, instructions
    )


def rights_touched_for_anybody(draft: Draft) -> tuple[set[str], set[str]]:
    """The codes of which somebody may read outside the office, and those of which the office alone may.

    Who has read no earlier draft but the public ones finds most that is new.
    """
    provisions, instructions = _changed(AnonymousUser(), draft)
    rows = ConcordanceRow.objects.filter(removed_at=None)
    outside = _said_to_others(Recommendation.objects.all(), rows, provisions)
    tags = RightTag.objects.filter(removed_at=None)
    return outside, _said_inside(tags, RightsIssue.objects.all(), provisions, instructions) - outside


def _changed(user: Any, draft: Draft) -> tuple[Keys, Keys]:
    """The provisions that its instructions touch which are new to the person, and these instructions."""
    new = new_instructions_of(user, draft).order_by()
    targets = VersionTarget.objects.filter(sealed__in=new.values("pk"))
    return (
        frozenset(targets.values_list("provision", flat=True)),
        frozenset(new.values_list("instruction", flat=True)),
    )


def _said_to_others(recommended: QuerySet[Any], rows: QuerySet[Any], provisions: Keys) -> set[str]:
    issued = recommended.filter(provision__in=provisions, opinion__issued_at__isnull=False)
    named = rows.filter(anchors__provision__in=provisions, rights__isnull=False)
    codes = named.order_by().values_list("rights__code", flat=True)
    return {*chain.from_iterable(issued.values_list("rights", flat=True)), *codes}


def _said_inside(
    tags: QuerySet[Any], issues: QuerySet[Any], provisions: Keys, instructions: Keys
) -> set[str]:
    tagged = tags.filter(Q(provision__in=provisions) | Q(instruction__in=instructions))
    raised = issues.exclude(state=IssueState.CLOSED).filter(anchors__provision__in=provisions)
    return {
        *tagged.order_by().values_list("right__code", flat=True),
        *raised.order_by().values_list("rights__code", flat=True),
    } - {None}
