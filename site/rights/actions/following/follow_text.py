"""Finds the passages of issues in a later text, and notes which texts say the same."""

from collections.abc import Callable, Collection, Iterable
from functools import cache

from django.db import models
from django.db.models import QuerySet

from amendments.actions.base import BaseAction
from amendments.models import Version
from consultations.actions.comments.placements import Words, put
from consultations.rules.placement import Method, Placement, Status, place
from rights.actions.following.reading import Reading
from rights.models import FollowedText, IssueAnchor, IssuePlacement, RightsIssue

Read = Callable[[Version], Reading]


def issues_waiting(version: Version) -> QuerySet[RightsIssue]:
    """The issues on earlier texts of the act that are not followed in this one yet."""
    return RightsIssue.objects.filter(
        instrument=version.instrument_id, raised_on__sealed_at__lt=version.sealed_at
    ).exclude(followed__version=version)


class FollowText(BaseAction[list[FollowedText]]):
    """Follows the issues of an act in a new text. It follows from the step that announced the text."""

    action_name = "rights.follow_text"
    instance: Version

    def user_has_permission(self) -> bool:
        """Everybody: the step that it follows from was allowed. A refusal would undo it, and tell that there is an issue."""
        return True

    def done(self) -> list[FollowedText] | None:
        """Nothing, if every issue is followed in it."""
        return None if issues_waiting(self.instance).exists() else []

    def perform(self) -> list[FollowedText]:
        """Place the passages of the issues and note the words."""
        rows = follow(list(issues_waiting(self.instance)), [self.instance])
        self.touched(RightsIssue._meta.label_lower, [row.issue_id for row in rows])
        return rows

    def subject(self, result: list[FollowedText]) -> models.Model:
        """An issue: an entry on the text would tell those who read the log of acts that the office follows it."""
        return result[0].issue


def follow(issues: Iterable[RightsIssue], versions: Iterable[Version]) -> list[FollowedText]:
    """Write the places and the words of issues in texts, the oldest first. The words of each text are read once."""
    reading = cache(Reading.of)
    by_issue: dict[RightsIssue, list[IssueAnchor]] = {}
    for anchor in IssueAnchor.objects.filter(issue__in=list(issues)).select_related("version", "issue"):
        by_issue.setdefault(anchor.issue, []).append(anchor)
    answered = answering_amendments(by_issue)
    placements, rows = [], []
    for version in sorted(versions, key=lambda one: (one.sealed_at, one.number)):
        for issue, anchors in by_issue.items():
            placed = places_in(version, anchors, reading)
            placements += [row for row in placed if row.version != row.anchor.version]
            told = reading(version).hash_of(placed)
            row = FollowedText(issue=issue, version=version, text_hash=told)
            row.answers_issue = answers(row, anchors, answered, reading)
            if row.answers_issue and version.draft is not None:
                answered.add((issue.pk, version.draft.amendment_id))
            rows.append(row)
    IssuePlacement.objects.bulk_create(placements)
    return FollowedText.objects.bulk_create(rows)


def answering_amendments(issues: Iterable[RightsIssue]) -> set[tuple[object, object]]:
    """The amendments a draft of which answers an issue."""
    drafts = FollowedText.objects.answering().filter(issue__in=list(issues), version__draft__isnull=False)
    return set(drafts.values_list("issue", "version__draft__amendment"))


def answers(
    row: FollowedText, anchors: Iterable[IssueAnchor], answered: Collection[object], reading: Read
) -> bool:
    """Whether the text is one of those that answer the issue, about which the office is asked.

    Texts of the law are. Of an issue that was raised on a draft, the drafts of the same amendment are. Of one on the law in
    force, the drafts of every amendment are, from the first one that changes the words of the law on which it stands.
    """
    draft = row.version.draft
    if draft is None:
        return True
    if row.issue.amendment_id is not None:
        return draft.amendment_id == row.issue.amendment_id
    if (row.issue_id, draft.amendment_id) in answered:
        return True
    base = row.version.parent
    return base is None or row.text_hash != reading(base).hash_of(places_in(base, anchors, reading))


def places_in(version: Version, anchors: Iterable[IssueAnchor], reading: Read) -> list[IssuePlacement]:
    """Unsaved rows with the places of passages in a text."""
    now = reading(version).words
    return [_placed(anchor, version, reading(anchor.version).words, now) for anchor in anchors]


def _placed(anchor: IssueAnchor, version: Version, before: Words, now: Words) -> IssuePlacement:
    passage = anchor.passage
    if passage.provision not in before:  # it was repealed already
        found = Placement(Status.DELETED, Method.NOWHERE, 0.0)
    else:
        found = place(passage, before, now)
    row = IssuePlacement(anchor=anchor, version=version, placed_at=version.sealed_at)
    return put(row, found, version)
