"""Takes the signature of a row of a vocabulary back."""

from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.base import required
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.models.vocabulary import VocabularyRow


class TakeBackSignature(RowAction):
    """The row counts as not reviewed again. Its history keeps who had signed it. Needs a reason."""

    action_name = "consultations.take_back_signature"

    def user_has_permission(self) -> bool:
        """Whether the person may sign rows."""
        return holds(self.user, Power.SIGN)

    def is_so(self, row: VocabularyRow) -> bool:
        return not row.is_signed

    def perform(self) -> VocabularyRow:
        """Take the person and the day away."""
        required(self.actor)
        row = self.instance
        row.reviewed_by = row.reviewed_on = None
        return self.save()
