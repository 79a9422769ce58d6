"""Steps on the vocabularies as real actions."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from amendments.audit.actor import Actor
from consultations.actions.vocabulary_rows.add_row import AddRow
from consultations.actions.vocabulary_rows.edit_row import EditRow
from consultations.actions.vocabulary_rows.import_rows import ImportRows
from consultations.actions.vocabulary_rows.load_vocabulary import LoadVocabulary
from consultations.actions.vocabulary_rows.restore_row import RestoreRow
from consultations.actions.vocabulary_rows.retire_row import RetireRow
from consultations.actions.vocabulary_rows.rows import RowAction
from consultations.actions.vocabulary_rows.sign_row import SignRow
from consultations.actions.vocabulary_rows.take_back_signature import TakeBackSignature
from consultations.models import Cluster, Right, Treaty
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import ClusterRow, RightRow, Row, TermKind, TermRow, TreatyRow
from consultations.rules.vocabulary_table import ListKind, cells_of, columns_of
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


def table_of_rights(code: str) -> list[list[str]]:
    """A table in which a right stands at another place."""
    return _table(RightRow, Right.objects.get(code=code).given)


def table_of_treaties(code: str) -> list[list[str]]:
    """The same of a treaty."""
    return _table(TreatyRow, Treaty.objects.get(code=code).given)


def table_of_clusters() -> list[list[str]]:
    """The same of a cluster."""
    return _table(ClusterRow, Cluster.objects.get(code="B").given)


def on_treaty(step: str) -> Callable[[World], list[Any]]:
    """The address of a step on a treaty."""
    return lambda world: ["treaties", "CRC", step]


def posted_clusters(world: World) -> dict[str, Any]:
    """What the dry run hands on."""
    return {"table": json.dumps(table_of_clusters()), "reason": "Because."}


def _table(kind: ListKind, row: Row) -> list[list[str]]:
    languages = ("az", "en", "ru")
    return [columns_of(kind, languages), cells_of(replace(row, order=9), languages)]


def retire_a_treaty(world: World) -> None:
    Treaty.objects.filter(code="CRC").update(is_active=False)


def sign_a_right(world: World) -> None:
    Right.objects.filter(code="B01").update(
        reviewed_by=world.people["rights_head"], reviewed_on=date(2026, 3, 1)
    )


STEPS: Mapping[str, Callable[[World, Actor], Any]] = {
    "load the vocabularies": lambda world, actor: LoadVocabulary(actor=actor),
    "change a right": _edit(Right, "B01"),
    "change a treaty": _edit(Treaty, "CRC"),
    "add a ground of discrimination": lambda world, actor: AddRow(GROUND, actor=actor),
    "import a right": lambda world, actor: ImportRows(RightRow, table_of_rights("B01"), actor=actor),
    "import a treaty": lambda world, actor: ImportRows(TreatyRow, table_of_treaties("CRC"), actor=actor),
    "retire a right": _row(RetireRow, Right, "B01"),
    "bring back a treaty": _row(RestoreRow, Treaty, "CRC"),
    "sign a right": _row(SignRow, Right, "B01"),
    "take the signature of a right back": _row(TakeBackSignature, Right, "B01"),
}
