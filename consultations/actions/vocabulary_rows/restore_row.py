"""Takes a retired row of a vocabulary back into use."""

from consultations.actions.base import required
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.models.vocabulary import VocabularyRow


class RestoreRow(RowAction):
    """The row can be chosen again. Needs a reason."""

    action_name = "consultations.restore_row"

    def is_so(self, row: VocabularyRow) -> bool:
        return row.is_active

    def perform(self) -> VocabularyRow:
        row = self.instance
        required(self.actor)
        row.is_active = True
        return self.save()
