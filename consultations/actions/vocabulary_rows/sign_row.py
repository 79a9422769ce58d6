"""Signs a row of a vocabulary as reviewed."""

from django.utils.timezone import localdate

from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.models.vocabulary import VocabularyRow


class SignRow(RowAction):
    """A lawyer confirms that the names and articles are right as shown."""

    action_name = "consultations.sign_row"

    def user_has_permission(self) -> bool:
        """Whether the person may sign rows; keeping them is not enough."""
        return holds(self.user, Power.SIGN)

    def is_so(self, row: VocabularyRow) -> bool:
        """Whether the row is signed. A second signature does not replace the first."""
        return row.is_signed

    def perform(self) -> VocabularyRow:
        """Write the person and the day."""
        row = self.instance
        row.reviewed_by = self.actor.user
        row.reviewed_on = localdate(self.actor.at)
        return self.save()
