"""Who stands in the audit of mutable rows: person, institution acted for, moment and reason of the action."""

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from django.db import models
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from amendments.audit.actor import Actor


class ActorOfRecord(models.Model):
    """Columns that every history row carries, so that it can be read when the account is gone."""

    actor_label = models.CharField(max_length=200, blank=True)
    acting_for = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True


@runtime_checkable
class KeepsMore(Protocol):
    """A model whose history keeps more than its own columns."""

    def of_record(self) -> Mapping[str, object]:
        """The values of the further columns."""
        ...


def audited(*columns: type[models.Model]) -> HistoricalRecords:
    """The history of a plain mutable model. Do not use it on draftable pages: autosave would record drafts as live.

    `columns` are abstract models with further columns of a history row, for what stands in other tables. The
    model's `of_record` gives their values.
    """
    reason = models.TextField(null=True)
    return HistoricalRecords(bases=[*columns, ActorOfRecord], history_change_reason_field=reason)


def attribute(instance: models.Model, actor: Actor) -> None:
    """Name the actor of the next save of `instance`."""
    instance._history_user = actor.user  # type: ignore[attr-defined] # read by django-simple-history
    instance._history_date = actor.at  # type: ignore[attr-defined]
    instance._change_reason = actor.reason  # type: ignore[attr-defined]
    instance._actor = actor  # type: ignore[attr-defined]


def _name_the_actor(sender: object, instance: models.Model, history_instance: Any, **_: object) -> None:
    actor: Actor | None = getattr(instance, "_actor", None)
    if actor is not None:
        history_instance.actor_label = str(actor.user)
        history_instance.acting_for = actor.acting_for
    if isinstance(instance, KeepsMore):
        for name, value in instance.of_record().items():
            setattr(history_instance, name, value)


def connect() -> None:
    """Copy the actor, and what else the model keeps, into every history row."""
    pre_create_historical_record.connect(_name_the_actor, dispatch_uid="amendments.audit.history")
