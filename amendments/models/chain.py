"""The chain of the record: one row of hashes over everything that becomes part of it (ADR 23)."""

import secrets
import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


def new_salt() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


class ChainLink(models.Model):
    """One row that became part of the record. Its hash covers the content of the row and the hash of the link before.

    `kind` and `row` name the row; the database refuses every change (`amendments/record/seals.py`). Because of the salt,
    nobody finds out by trying what a link holds of which a proof shows the hash alone.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)  # a key of `amendments/record/recorded_kinds.py`
    row = models.CharField(max_length=40)
    salt = models.CharField(max_length=32, default=new_salt)
    content = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("link of the chain")
        verbose_name_plural = _("links of the chain")
        ordering: ClassVar[list[str]] = ["number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "row"], name="one_link_per_row_of_the_record")
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.kind} {self.row}"


class ChainHead(models.Model):
    """The end of the chain: one row, which whoever adds a link holds. `chain` names the chain in the log of heads.

    `moved_at` is the time that the clock of the server showed when the last link was added.
    """

    chain = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    moved_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.number}: {self.sha256}"
