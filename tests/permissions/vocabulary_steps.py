"""Steps on the vocabularies as real actions."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from amendments.audit.actor import Actor
from consultations.actions.vocabulary_rows.add_row import AddRow
from consultations.actions.vocabulary_rows.edit_row import EditRow
from consultations.actions.vocabulary_rows.load_vocabulary import LoadVocabulary
from consultations.actions.vocabulary_rows.restore_row import RestoreRow
from consultations.actions.vocabulary_rows.retire_row import RetireRow
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.actions.vocabulary_rows.sign_row import SignRow
from consultations.models import Right, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import TermKind, TermRow
from tests.factories.vocabulary import labels
from tests.permissions.world import World

GROUND = TermRow(kind=TermKind.GROUND, code="health", labels=labels("Health"))


def _edit(model: type[VocabularyRow], code: str) -> Callable[[World, Actor], Any]:
    def step(world: World, actor: Actor) -> Any:
        row = model._default_manager.get(code=code)
        return EditRow(row, replace(row.given, order=9), actor=actor)

    return step


def _row(action: type[RowAction], model: type[VocabularyRow], code: str) -> Callable[[World, Actor], Any]:
    return lambda world, actor: action(model._default_manager.get(code=code), actor=actor)


def retire_a_treaty(world: World) -> None:
    Treaty.objects.filter(code="CRC").update(is_active=False)


STEPS: Mapping[str, Callable[[World, Actor], Any]] = {
    "load the vocabularies": lambda world, actor: LoadVocabulary(actor=actor),
    "change a right": _edit(Right, "B01"),
    "change a treaty": _edit(Treaty, "CRC"),
    "add a ground of discrimination": lambda world, actor: AddRow(GROUND, actor=actor),
    "retire a right": _row(RetireRow, Right, "B01"),
    "bring back a treaty": _row(RestoreRow, Treaty, "CRC"),
    "sign a right": _row(SignRow, Right, "B01"),
}
