"""Changes a row of a vocabulary."""

from django.conf import settings

from amendments.audit.actor import Actor
from amendments.provisions.messages import Message, message as _
from consultations.actions.vocabulary_rows.rows import RowAction, Shelf
from consultations.errors import BadRow
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import Row, row_faults


class EditRow(RowAction):
    """Changes everything but the code of a row. A change removes the signature of a lawyer."""

    action_name = "consultations.edit_row"

    def __init__(self, row: VocabularyRow, given: Row, *, actor: Actor, seen: str = "") -> None:
        super().__init__(row, actor=actor, seen=seen)
        self.given = given

    def is_so(self, row: VocabularyRow) -> bool:
        return row.given == self.given

    def perform(self) -> VocabularyRow:
        """Save the row if nothing is wrong in it."""
        row, given, shelf = self.instance, self.given, Shelf()
        if found := faults_of(given, shelf, row):
            raise BadRow(found)
        row.is_edited = True
        row.reviewed_by = row.reviewed_on = None
        shelf.write(row, given, self.actor)
        self.touched(row._meta.label_lower, [row.pk])
        return row


def faults_of(given: Row, shelf: Shelf, standing: VocabularyRow | None = None) -> list[Message]:
    """What is wrong in a row for this site, which needs names in all of its languages."""
    languages = tuple(code for code, _name in settings.LANGUAGES)
    found = row_faults(given, languages, shelf.names)
    if standing is not None and standing.code != given.code:
        found.append(_("the code %(code)s never changes", code=standing.code))
    return found
