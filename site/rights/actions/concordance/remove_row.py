"""Takes a row out of the table of concordance, or brings it back."""

from consultations.actions.base import required
from rights.actions.base import refuse_other_removal
from rights.actions.concordance.row_action import RowAction
from rights.models import ConcordanceRow
from rights.shown_people import refuse_identifiers


class RemoveRow(RowAction[ConcordanceRow]):
    """Somebody takes a row out, with a reason. It stays in the record, so that this can be undone."""

    action_name = "rights.remove_row"

    def done(self) -> ConcordanceRow | None:
        """The row, if the person took it out with the same words. Other words would not be kept."""
        self.instance.refresh_from_db()
        if self.instance.removed_at is None:
            return None
        refuse_other_removal(self.instance, self.actor)
        return self.instance

    def perform(self) -> ConcordanceRow:
        """Mark the row."""
        refuse_identifiers(required(self.actor))
        self.instance.removed_at = self.actor.at
        return self.save(self.instance)


class BringBackRow(RowAction[ConcordanceRow]):
    """Somebody undoes the removal of a row."""

    action_name = "rights.bring_back_row"

    def done(self) -> ConcordanceRow | None:
        """The row, if it stands."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.removed_at is None else None

    def perform(self) -> ConcordanceRow:
        """Take the mark away."""
        self.instance.removed_at = None
        return self.save(self.instance)
