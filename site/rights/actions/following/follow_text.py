"""Finds the passages of issues in a later text, and notes which texts say the same."""

import hashlib
from collections.abc import Iterable
from functools import cache

from django.db import models
from django.db.models import QuerySet

from amendments.actions.base import BaseAction
from amendments.models import Version
from consultations.actions.comments.placements import Words, put, words_of
from consultations.rules.passages import ProvisionWords
from consultations.rules.placement import Method, Placement, Status, place
from rights.models import FollowedText, IssueAnchor, IssuePlacement, RightsIssue


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
    """Write the places and the words of issues in texts. The words of each text are read once."""
    words = cache(words_of)
    anchors = list(IssueAnchor.objects.filter(issue__in=list(issues)).select_related("version", "issue"))
    by_issue: dict[RightsIssue, list[IssueAnchor]] = {}
    for anchor in anchors:
        by_issue.setdefault(anchor.issue, []).append(anchor)
    placements, rows = [], []
    for version in versions:
        for issue, of_issue in by_issue.items():
            placed = [_placed(anchor, version, words(anchor.version), words(version)) for anchor in of_issue]
            placements += [row for row in placed if row.version != row.anchor.version]
            told = hash_of(placed, words(version))
            rows.append(FollowedText(issue=issue, version=version, text_hash=told))
    IssuePlacement.objects.bulk_create(placements)
    return FollowedText.objects.bulk_create(rows)


def hash_of(placed: Iterable[IssuePlacement], words: Words) -> str:
    """One hash for the words of the provisions in which passages stand, or stood if they are gone."""
    keys = [str(row.provision_id or row.anchor.provision_id) for row in placed]
    shown = [words.get(key, ProvisionWords()) for key in keys]
    told = "\x1f".join(f"{one.heading}\x1e{one.body}" for one in shown)
    return hashlib.sha256(told.encode()).hexdigest()


def _placed(anchor: IssueAnchor, version: Version, before: Words, now: Words) -> IssuePlacement:
    passage = anchor.passage
    if passage.provision not in before:  # it was repealed already
        found = Placement(Status.DELETED, Method.NOWHERE, 0.0)
    else:
        found = place(passage, before, now)
    row = IssuePlacement(anchor=anchor, version=version, placed_at=version.sealed_at)
    return put(row, found, version)
