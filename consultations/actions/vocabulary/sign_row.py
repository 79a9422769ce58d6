"""Signs a row of a vocabulary as reviewed."""

from django.utils.timezone import localdate

from consultations.actions.vocabulary.rows import RowAction
from consultations.models.vocabulary import VocabularyRow
from consultations.permissions import signs_vocabularies


class SignRow(RowAction):
    """A lawyer says that names and articles are right, as they were shown."""

    action_name = "consultations.sign_row"

    def user_has_permission(self) -> bool:
        """Lawyers, whoever keeps the row."""
        return signs_vocabularies(self.user)

    def is_so(self, row: VocabularyRow) -> bool:
        """A row that is signed keeps its first signature."""
        return row.is_signed

    def perform(self) -> VocabularyRow:
        """With the person and the day."""
        row = self.instance
        row.reviewed_by = self.actor.user
        row.reviewed_on = localdate(self.actor.at)
        return self.save()
