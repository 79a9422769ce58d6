"""The rows of the index: what a hit shows and who may read it. Their full text stands beside them (`backends`).

What is not public lives in tables of its own, so that words nobody may see never weigh in what everybody sees.
"""

from typing import ClassVar, Self

from django.db import models

from search.query.analysis import fold
from search.query.document import Written
from search.sources import Entry


class IndexedEntry(models.Model):
    """An entry as it was handed over; written by `search.indexing` only."""

    source = models.CharField(max_length=50)
    key = models.CharField(max_length=200)  # Entry.id
    object_id = models.CharField(max_length=200)
    url = models.CharField(max_length=1000)
    texts = models.JSONField()
    instrument = models.CharField(max_length=200)
    instrument_key = models.CharField(max_length=200)  # folded, as `in:` compares it
    context = models.TextField()
    status = models.CharField(max_length=50)
    institution = models.CharField(max_length=300)
    date = models.DateField(null=True)
    is_current = models.BooleanField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    group_key = models.CharField(max_length=260)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "key"], name="%(class)s_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["source", "object_id"], name="%(class)s_object")
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.key}"

    @classmethod
    def of(cls, source: str, entry: Entry) -> Self:
        """The row of an entry, unsaved."""
        return cls(
            source=source,
            key=entry.id,
            object_id=entry.object_id or entry.id,
            url=entry.url,
            texts=[[text.language, text.heading, text.body] for text in entry.texts],
            instrument=entry.instrument,
            instrument_key=fold(entry.instrument),
            context=entry.context,
            status=entry.status,
            institution=entry.institution,
            date=entry.date,
            is_current=entry.is_current,
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
            group_key=f"{source}:{entry.group or entry.id}",
        )

    @property
    def written(self) -> list[Written]:
        """The texts as values."""
        return [Written(*text) for text in self.texts]


class PublicEntry(IndexedEntry):
    """An entry that everybody may read."""


class ConfidentialEntry(IndexedEntry):
    """An entry for the holders of some audience token."""


class AudienceToken(models.Model):
    """Who may read a confidential entry."""

    entry = models.ForeignKey(ConfidentialEntry, models.CASCADE, related_name="audience")
    token = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["token", "entry"], name="audience_token_once")
        ]

    def __str__(self) -> str:
        return self.token
