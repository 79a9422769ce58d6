"""Writes a summary of evidence on an issue."""

from uuid import UUID

from django.db.models import Q

from amendments.audit.actor import Actor
from rights.actions.base import key_for
from rights.actions.evidencing.evidence_action import EvidenceAction
from rights.actions.evidencing.evidence_content import WORDS, EvidenceContent, fill_evidence
from rights.models import Evidence, RightsIssue


class AddEvidence(EvidenceAction):
    """Somebody of the office writes down what stands behind an issue, so that nobody can be recognised.

    `key` is that of the form.
    """

    action_name = "rights.add_evidence"

    def __init__(
        self, issue: RightsIssue, content: EvidenceContent, *, actor: Actor, key: UUID | None = None
    ) -> None:
        super().__init__(Evidence(issue=issue), actor=actor)
        self.content, self.key = content, key

    def done(self) -> Evidence | None:
        """The summary that the same form wrote, or one of the same person with the same words."""
        if not self.key:
            return None
        own = Evidence.objects.filter(issue=self.instance, written_by=self.user)
        words = {name: getattr(self.content, name).replace("\r\n", "\n").strip() for name in WORDS}
        same = Q(removed_at=None, kind=self.content.kind.value, cases=self.content.cases, **words)
        return own.filter(Q(created_key=self.key) | same).first()

    def perform(self) -> Evidence:
        """Write the row."""
        fill_evidence(self.row, self.content)
        self.row.written_by, self.row.written_at = self.user, self.actor.at
        self.row.created_key = key_for(Evidence, self.key)
        return self.save_row()
