"""Who stands in the audit of mutable rows: person, institution acted for, moment and reason of the action."""

from typing import Any

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


def audited() -> HistoricalRecords:
    """The history of a plain mutable model; never put it on draftable pages (autosave would write lies)."""
    return HistoricalRecords(bases=[ActorOfRecord], history_change_reason_field=models.TextField(null=True))


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


def connect() -> None:
    """Copy the actor into every history row."""
    pre_create_historical_record.connect(_name_the_actor, dispatch_uid="amendments.audit.history")
