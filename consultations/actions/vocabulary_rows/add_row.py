"""Adds a row to a vocabulary."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.permissions import keeps_rows_of
from consultations.actions.vocabulary_rows.edit_row import faults_of
from consultations.actions.vocabulary_rows.rows import MODELS, Shelf, hold_vocabularies
from consultations.errors import BadRow, CodeTaken
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import Row


class AddRow(BaseAction[VocabularyRow]):
    """Adds a row of this site. Loading the vocabularies does not change it."""

    action_name = "consultations.add_row"
    instance: VocabularyRow

    def __init__(self, given: Row, *, actor: Actor) -> None:
        super().__init__(MODELS[type(given)](), actor=actor)
        self.given = given

    def user_has_permission(self) -> bool:
        return keeps_rows_of(self.user, type(self.instance))

    def lock(self) -> None:
        """Let nobody else add or load rows until this is done."""
        hold_vocabularies()

    def perform(self) -> VocabularyRow:
        """Save the row. Raises `CodeTaken` if another row of the list has the code."""
        shelf = Shelf()
        if shelf.find(self.given) is not None:
            raise CodeTaken
        if found := faults_of(self.given, shelf):
            raise BadRow(found)
        self.instance.is_edited = True
        shelf.write(self.instance, self.given, self.actor)
        self.touched(self.instance._meta.label_lower, [self.instance.pk])
        return self.instance
