"""Confirms where a passage of an issue is in a later text if the comparison could not tell."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from consultations.actions.comments.placements import confirm, is_confirmed
from consultations.rules.passages import Place
from rights.actions.base import IssueAction
from rights.actions.following.follow_issue import follow_again
from rights.errors import ChangedMeanwhile, IssueClosed
from rights.models import IssuePlacement
from rights.queries.office_texts import office_texts
from rights.queries.states_of_issues import states_of


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """What a person found: the place of the words, or that they are gone."""

    place: Place | None


class ConfirmIssuePlace(IssueAction[IssuePlacement]):
    """Somebody of the office says where the words are now.

    Answers to texts in which the issue has other words then are taken back, and its state follows.
    `seen` is the decision that the person's page showed (`IssuePlacement.decision`); another one is not replaced unseen.
    Only the places that the comparison found are chosen.
    """

    action_name = "rights.confirm_place"

    def __init__(self, placement: IssuePlacement, found: FoundPlace, *, actor: Actor, seen: str = "") -> None:
        super().__init__(placement.anchor.issue, actor=actor)
        self.placement, self.found, self.seen = placement, found, seen
        self.taken_back: list[UUID] = []

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, which reads the text."""
        return super().user_has_permission() and office_texts(self.user).contains(self.placement.version)

    def lock(self) -> None:
        """Hold the act as well, whose texts are followed by this step or by that which seals them."""
        hold(self.instance.instrument)
        super().lock()

    def done(self) -> IssuePlacement | None:
        """The placement, if the person said the same already."""
        self.placement.refresh_from_db()
        return self.placement if is_confirmed(self.placement, self.found.place, self.actor) else None

    def perform(self) -> IssuePlacement:
        """Write the place, and which words the issue has in the text and in later ones now."""
        row = self.placement
        self.instance.refresh_from_db()
        if self.instance.is_closed:
            raise IssueClosed
        if self.seen != row.decision or self.found.place not in (None, *row.places):
            raise ChangedMeanwhile
        fitting = self._fitting()
        confirm(row, self.found.place, self.actor)
        follow_again(self.instance, row.version)
        self._take_back(fitting - self._fitting())
        return row

    def log_data(self) -> dict[str, Any]:
        """The answers that were taken back."""
        return {**super().log_data(), "answers_taken_back": [str(key) for key in self.taken_back]}

    def _fitting(self) -> set[UUID]:
        """The answers that are about the words which the issue has in their texts."""
        fits = {"issue__followed__version": F("version"), "issue__followed__text_hash": F("text_hash")}
        return set(self.instance.assessments.standing().filter(**fits).values_list("pk", flat=True))

    def _take_back(self, lost: set[UUID]) -> None:
        """Take the answers back that were about other words; their texts are asked about again."""
        self.taken_back, issue = sorted(lost), self.instance
        if lost:
            answers = issue.assessments.filter(pk__in=lost)
            answers.update(taken_back_at=self.actor.at, taken_back_by=self.user)
            follow_again(issue, self.placement.version)
        state = states_of([issue])[issue.pk]
        if not lost and state == issue.state:
            self.announce([issue.pk])
            return
        issue.state = state
        self.save(issue)
