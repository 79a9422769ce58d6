"""Brings the states of issues into line with the end of an amendment: what never becomes law fixes nothing."""

from collections.abc import Iterable
from itertools import groupby

from django.db import models

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.models import Amendment
from rights.models import Assessment, RightsIssue
from rights.models.unanswered import FAILED, failed


class FollowEnd(BaseAction[list[RightsIssue]]):
    """Where an amendment fails, its drafts no longer say how issues stand; where that is taken back, they say it again.

    It follows from the step of the amendment. An issue that somebody has moved on since stays where it is.
    """

    action_name = "rights.follow_end"
    instance: Amendment

    def user_has_permission(self) -> bool:
        """Everybody: the step that it follows from was allowed. A refusal would tell that there is an issue."""
        return True

    def lock(self) -> None:
        """Lock the issues, as the office does with each step, and find those that move."""
        super().lock()
        self.moved = moved_by(self.instance)

    def done(self) -> list[RightsIssue] | None:
        """Nothing, if every issue is where it belongs."""
        return None if self.moved else []

    def perform(self) -> list[RightsIssue]:
        """Write the states."""
        for issue in self.moved:
            attribute(issue, self.actor)
            issue.save()
        self.touched(RightsIssue._meta.label_lower, [issue.pk for issue in self.moved])
        return self.moved

    def subject(self, result: list[RightsIssue]) -> models.Model:
        """An issue: an entry on the amendment would tell those who read its log that the office follows it."""
        return result[0]


def moved_by(amendment: Amendment) -> list[RightsIssue]:
    """The issues with other states, not saved. Three queries."""
    own = Assessment.objects.of_later_texts().filter(version__draft__amendment=amendment)
    issues = RightsIssue.objects.select_for_update(no_key=True).in_bulk(
        list(own.values_list("issue", flat=True))
    )
    given = Assessment.objects.of_later_texts().filter(issue__in=issues)
    rows = given.select_related("version__draft__amendment").order_by("issue", "place")
    state_now = _fallen if amendment.state in FAILED else _risen
    moved = []
    for key, answers in groupby(rows, key=lambda row: row.issue_id):
        issue, before = issues[key], issues[key].state
        issue.state = state_now(before, list(answers), amendment)
        if issue.state != before:
            moved.append(issue)
    return moved


def _fallen(state: str, answers: list[Assessment], _amendment: Amendment) -> str:
    """The state before the answers to drafts that failed, as far back as these follow one another."""
    for row in reversed(answers):
        if not failed(row.version) or row.state_after != state:
            break
        state = row.state_before
    return state


def _risen(state: str, answers: Iterable[Assessment], amendment: Amendment) -> str:
    """The state after the answers to the drafts of the amendment, which are again those of an amendment under way."""
    for row in answers:
        draft = row.version.draft
        if draft is not None and draft.amendment_id == amendment.pk and row.state_before == state:
            state = row.state_after
    return state
