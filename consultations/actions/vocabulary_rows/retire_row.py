"""Takes a row of a vocabulary out of use."""

from consultations.actions.base import required
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.errors import StillNamed
from consultations.models import Cluster, Term
from consultations.models.vocabulary import VocabularyRow


class RetireRow(RowAction):
    """The row can no longer be chosen. Comments that name it keep it. Needs a reason."""

    action_name = "consultations.retire_row"

    def is_so(self, row: VocabularyRow) -> bool:
        return not row.is_active

    def perform(self) -> VocabularyRow:
        """Retire the row. Raises `StillNamed` if rows in use belong to it."""
        row = self.instance
        required(self.actor)
        if _has_rows_in_use(row):
            raise StillNamed
        row.is_active = False
        return self.save()


def _has_rows_in_use(row: VocabularyRow) -> bool:
    if isinstance(row, Cluster):
        return row.rights.filter(is_active=True).exists()
    return isinstance(row, Term) and row.treaties.filter(is_active=True).exists()
