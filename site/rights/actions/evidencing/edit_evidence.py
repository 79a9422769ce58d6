"""Changes a summary of evidence."""

from amendments.audit.actor import Actor
from rights.actions.evidencing.evidence_action import EvidenceAction
from rights.actions.evidencing.evidence_content import EvidenceContent, fill_evidence
from rights.errors import EvidenceChangedMeanwhile
from rights.models import Evidence


class EditEvidence(EvidenceAction):
    """Somebody of the office saves the form of a summary. `revision` is that of the row which the form showed."""

    action_name = "rights.edit_evidence"

    def __init__(self, row: Evidence, content: EvidenceContent, revision: int, *, actor: Actor) -> None:
        super().__init__(row, actor=actor)
        self.content, self.revision = content, revision

    def done(self) -> Evidence | None:
        """The summary, if it has this content already."""
        self.row.refresh_from_db()
        return None if fill_evidence(self.row, self.content) else self.row

    def perform(self) -> Evidence:
        """Save what `done` has put into the row."""
        if self.row.revision != self.revision or self.row.removed_at is not None:
            raise EvidenceChangedMeanwhile
        self.row.revision += 1  # the issue is locked
        return self.save_row()
