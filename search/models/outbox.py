"""Changes that a search server does not have yet, and what became of them."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class Change(models.Model):
    """An entry that changed: written in the transaction of the change, deleted once the server has it."""

    source = models.CharField(max_length=50)
    key = models.CharField(max_length=200)
    noted_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"


class Delivery(models.Model):
    """One reading of entries for a server; its key is the version under which they are written there.

    It is drawn after the changes were chosen and before their entries are read: whoever reads later has a higher
    version, and of two writes of an entry the later reading stays.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    entries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.pk)


class DeadLetter(models.Model):
    """An entry that the server refuses for good."""

    source = models.CharField(max_length=50)
    key = models.CharField(max_length=200)
    reason = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "key"], name="madda_deadletter_once")
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"


class Generation(models.Model):
    """One building of the index on the server; its key is part of the names there."""

    class State(models.TextChoices):
        """What a generation is for."""

        NEW = "new", pgettext_lazy("an index", "new")
        BUILDING = "building", pgettext_lazy("an index", "being built")
        LIVE = "live", pgettext_lazy("an index", "live")
        KEPT = "kept", pgettext_lazy("an index", "kept for going back")
        FAILED = "failed", pgettext_lazy("an index", "failed")
        DROPPED = "dropped", pgettext_lazy("an index", "dropped")

    WRITTEN: ClassVar[tuple[State, ...]] = (State.BUILDING, State.LIVE)
    """The states in which it follows the changes."""

    state = models.CharField(max_length=10, choices=State.choices, default=State.NEW)
    created_at = models.DateTimeField(default=timezone.now)
    switched_at = models.DateTimeField(null=True)
    entries = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.pk}, {self.get_state_display()}"
