"""Which provisions a wording cites, as its words say it. What stands under the number depends on the version."""

from typing import ClassVar

from django.db import models

from amendments.models.provision import ProvisionText
from amendments.provisions.citing.cited_acts import LONGEST_NAME

LONGEST_KEY = 60


class WordingCitation(models.Model):
    """A provision that a wording cites, written with the wording and never changed.

    `key` is its number with a point between the levels, "~" for the article in which the wording stands; `act` is what
    another act is called, "" of the act itself.
    """

    wording = models.ForeignKey(ProvisionText, models.PROTECT, related_name="citations")
    key = models.CharField(max_length=LONGEST_KEY)
    act = models.CharField(max_length=LONGEST_NAME, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[list[str]] = ["start", "pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["key"], name="citations_of_a_number")]

    def __str__(self) -> str:
        return f"{self.act} {self.key}".strip()
