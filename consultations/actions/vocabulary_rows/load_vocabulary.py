"""Loads the vocabularies that plugins contribute."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from wagtail.log_actions import log

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from consultations.access.powers import Power
from consultations.actions.vocabulary_rows.rows import MODELS, Shelf, hold_vocabularies
from consultations.errors import BadBenchmarks
from consultations.hooks import benchmarks
from consultations.models import Cluster
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.benchmarks import Benchmarks, Row, faults


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did. If a person signed or edited a row, it is kept although the plugin has other contents."""

    added: list[VocabularyRow] = field(default_factory=list)
    updated: list[VocabularyRow] = field(default_factory=list)
    unchanged: list[VocabularyRow] = field(default_factory=list)
    signed: list[VocabularyRow] = field(default_factory=list)
    edited: list[VocabularyRow] = field(default_factory=list)

    @property
    def written(self) -> list[VocabularyRow]:
        """The rows that were saved."""
        return [*self.added, *self.updated]

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows added, changed, unchanged and kept."""
        names = ("added", "updated", "unchanged", "signed", "edited")
        return {name: len(getattr(self, name)) for name in names}


class LoadVocabulary(BaseAction[Loaded]):
    """An administrator adds and updates rows from all plugins. A second load changes nothing.

    A load never signs, retires, restores or deletes a row.
    """

    action_name = "consultations.load_vocabulary"

    def __init__(self, *, actor: Actor) -> None:
        super().__init__(Cluster(), actor=actor)

    def user_has_permission(self) -> bool:
        """Whoever keeps every vocabulary."""
        return holds(self.user, Power.KEEP_VOCABULARIES)

    def lock(self) -> None:
        """Let nobody else add or load rows until this is done."""
        hold_vocabularies()

    def perform(self) -> Loaded:
        """Write all rows. Raises `BadBenchmarks` and writes none if anything is wrong in them."""
        contributed = benchmarks()
        if found := faults(contributed):
            raise BadBenchmarks(found)
        shelf, loaded = Shelf(), Loaded()
        for given in _in_order(contributed):
            row = shelf.find(given)
            result = _result_for(loaded, row, given)
            if row is None or result is loaded.updated:
                row = row or MODELS[type(given)]()
                shelf.write(row, given, self.actor)
            result.append(row)
        for row in loaded.written:
            self.touched(row._meta.label_lower, [row.pk])
        return loaded

    def write_log(self, result: Loaded) -> None:
        """Log a load that changed something, as one entry."""
        if result.written:
            log(
                instance=result.written[0],
                action=self.action_name,
                user=self.user,
                title=_("Vocabularies"),
                data={"reason": self.actor.reason, **result.counts},
                timestamp=self.actor.at,
            )


def _in_order(contributed: Iterable[Benchmarks]) -> list[Row]:
    """The rows in an order in which terms and treaties come before the rights that name them."""
    kinds = list(MODELS)
    rows = [row for each in contributed for row in each.rows]
    return sorted(rows, key=lambda row: kinds.index(type(row)))


def _result_for(loaded: Loaded, row: VocabularyRow | None, given: Row) -> list[VocabularyRow]:
    if row is None:
        return loaded.added
    if row.given == given:
        return loaded.unchanged
    if row.is_signed:
        return loaded.signed
    return loaded.edited if row.is_edited else loaded.updated
