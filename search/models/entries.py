"""The rows of the index: what is filtered, sorted and counted by, and beside it what a hit shows.

Entries that are not public live in tables of their own, so that their words never influence what everybody sees. The
full text is stored beside the entries (`backends`).
"""

from hashlib import blake2b
from typing import ClassVar, Self

from django.db import models

from search.models.facets import code, coded
from search.query.document import Written
from search.sources import Entry, Text


class IndexedEntry(models.Model):
    """The searchable part of an entry. The row is narrow because one answer reads many of them. Only `search.indexing` writes it.

    What is read of every match stands first, the values it is counted by as codes of `FacetValues`.
    """

    group_code = models.BigIntegerField()
    profile = models.BigIntegerField()
    instrument = models.BigIntegerField()
    origin = models.BigIntegerField()
    right = models.BigIntegerField()
    day = models.IntegerField()  # the ordinal of its date, which sorts faster; 0 if it has none
    place = models.IntegerField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=50)
    key = models.CharField(max_length=200)  # Entry.id
    object_id = models.CharField(max_length=200)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["source", "key"], name="madda_%(class)s_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["source", "object_id"], name="madda_%(class)s_object"),
            models.Index(fields=["group_code"], name="madda_%(class)s_group"),
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
            group_code=_group_code(source, entry.group or entry.id),
            **{column: code(column, values) for column, values in coded(source, entry).items()},
            day=entry.date.toordinal() if entry.date else 0,
            place=entry.place,
            valid_from=entry.valid_from,
            valid_to=entry.valid_to,
        )


def _group_code(source: str, group: str) -> int:
    digest = blake2b(f"{source}:{group}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


class PublicEntry(IndexedEntry):
    """An entry that everybody may read."""


class ConfidentialEntry(IndexedEntry):
    """An entry for the holders of some audience token."""


class Content(models.Model):
    """What a hit shows, beside its row."""

    url = models.CharField(max_length=1000)
    context = models.TextField()
    instrument = models.CharField(max_length=200)
    status = models.CharField(max_length=50)
    institution = models.CharField(max_length=300)
    date = models.DateField(null=True)
    texts = models.JSONField()
    cites = models.JSONField(default=list)  # Entry.cite, for engines that are fed from here
    names = models.JSONField(default=list)  # Entry.names, likewise

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.url

    @classmethod
    def of(cls, row: IndexedEntry, entry: Entry) -> Self:
        """The content beside a saved row, unsaved."""
        return cls(
            entry_id=row.pk,
            url=entry.url,
            context=entry.context,
            instrument=entry.instrument,
            status=entry.status,
            institution=entry.institution,
            date=entry.date,
            texts=list(map(_kept, entry.texts)),
            cites=list(entry.cite),
            names=[[text.language, text.heading, text.body] for text in entry.names],
        )

    @property
    def written(self) -> list[Written]:
        """The texts as values."""
        return [Written(*text) for text in self.texts]

    @property
    def searched(self) -> list[Written]:
        """The texts, and the names that are found with them."""
        return [*self.written, *(Written(*text) for text in self.names)]


def _kept(text: Text) -> list[str | bool]:
    if text.lead:
        return [text.language, text.heading, text.body, text.is_translation, text.lead]
    return [text.language, text.heading, text.body, *([True] if text.is_translation else [])]


class PublicContent(Content):
    """What everybody may be shown."""

    entry = models.OneToOneField(PublicEntry, models.CASCADE, primary_key=True, related_name="content")


class ConfidentialContent(Content):
    """What the holders of a token may be shown."""

    entry = models.OneToOneField(ConfidentialEntry, models.CASCADE, primary_key=True, related_name="content")


class AudienceToken(models.Model):
    """Who may read a confidential entry."""

    entry = models.ForeignKey(ConfidentialEntry, models.CASCADE, related_name="audience")
    token = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["token", "entry"], name="madda_audiencetoken_once")
        ]

    def __str__(self) -> str:
        return self.token
