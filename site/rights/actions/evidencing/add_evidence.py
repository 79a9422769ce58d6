"""Writes a summary of evidence on an issue."""

from uuid import UUID

from amendments.audit.actor import Actor
from rights.actions.base import key_for
from rights.actions.evidencing.evidence_action import EvidenceAction
from rights.actions.evidencing.evidence_content import WORDS, EvidenceContent, fill_evidence
from rights.errors.of_writing import SummedUpAlready
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
        """The summary that the same form wrote."""
        own = Evidence.objects.filter(issue=self.instance, written_by=self.user)
        return own.filter(created_key=self.key).first() if self.key else None

    def perform(self) -> Evidence:
        """Write the row."""
        fill_evidence(self.row, self.content)
        said = {name: getattr(self.row, name) for name in ("kind", "cases", *WORDS)}
        if self.key and Evidence.objects.filter(issue=self.instance, removed_at=None, **said).exists():
            raise SummedUpAlready  # the browser's way back gives the form that was sent another key
        self.row.written_by, self.row.written_at = self.user, self.actor.at
        self.row.created_key = key_for(Evidence, self.key)
        return self.save_row()
