"""Takes a summary of evidence out, or brings it back."""

from consultations.actions.base import required
from rights.actions.base import refuse_other_removal
from rights.actions.evidencing.evidence_action import EvidenceAction
from rights.errors import refuse_too_long
from rights.models import Evidence
from rights.shown_people import refuse_identifiers


class RemoveEvidence(EvidenceAction):
    """Somebody of the office takes a summary out, with a reason. The row stays, so that this can be undone."""

    action_name = "rights.remove_evidence"

    def done(self) -> Evidence | None:
        """The summary, if the person took it out with the same words. Other words would not be kept."""
        self.row.refresh_from_db()
        if self.row.removed_at is None:
            return None
        refuse_other_removal(self.row, self.actor)
        return self.row

    def perform(self) -> Evidence:
        """Mark the row."""
        reason = required(self.actor)
        refuse_too_long(reason)
        refuse_identifiers(reason)
        self.row.removed_at = self.actor.at
        return self.save_row()


class BringBackEvidence(EvidenceAction):
    """Somebody of the office undoes the removal of a summary."""

    action_name = "rights.bring_back_evidence"

    def done(self) -> Evidence | None:
        """The summary, if it stands."""
        self.row.refresh_from_db()
        return self.row if self.row.removed_at is None else None

    def perform(self) -> Evidence:
        """Take the mark away."""
        self.row.removed_at = None
        return self.save_row()
