"""The dictionary for spelling suggestions: words of public entries and nothing else."""

from typing import ClassVar

from django.db import models

LONGEST = 48  # letters: a word of 40 with its language


class PublicTerm(models.Model):
    """A word or stem that stands in public entries.

    Rows are only added between two rebuilds, so that saves never wait for each other: `entries` is as counted by
    the last rebuild, and a word may have left its last entry. Nothing is suggested without being searched for.
    """

    term = models.CharField(max_length=LONGEST, primary_key=True)
    entries = models.PositiveIntegerField(default=1)
    # of words, not of stems; in the order of bytes, as the migration says
    begins = models.CharField(max_length=3, blank=True)
    ends = models.CharField(max_length=3, blank=True)
    length = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["begins", "length"], name="madda_publicterm_begins"),
            models.Index(fields=["ends", "length"], name="madda_publicterm_ends"),
        ]

    def __str__(self) -> str:
        return self.term
