"""Unofficial translations of wordings. They stand beside the sealed text and are no part of it (ADR 19)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from amendments.audit.history import audited
from amendments.models.provision import ProvisionText
from amendments.models.version import LONGEST_EID

LONGEST_SOURCE = 300


class TranslatedWords(models.Model):
    """What a translation says, in which language, and who made it."""

    language = models.CharField(max_length=3)
    heading = models.TextField(blank=True)
    body = models.TextField(blank=True)
    source = models.CharField(
        _("translated by"), max_length=LONGEST_SOURCE, help_text=_("The person or office that translated it.")
    )
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_by_label = models.CharField(max_length=200)

    class Meta:
        abstract = True


class WordingTranslation(TranslatedWords):
    """The translation of one wording, shared by all versions in which the wording stands.

    Rows are only added: the newest one in a language is shown, the earlier ones are its history.
    """

    wording = models.ForeignKey(ProvisionText, models.PROTECT, related_name="translations")

    class Meta:
        verbose_name = _("translation")
        ordering: ClassVar[list[str]] = ["written_at", "pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["wording", "language"], name="translations_of_a_wording")
        ]
        permissions = [("translate_text", "Can write translations of sealed texts")]

    def __str__(self) -> str:
        return f"{self.wording} ({self.language})"


class PreparedTranslation(TranslatedWords):
    """A translation of a wording of the working text; the seal attaches it to the wording that it then writes.

    A wording that is not sealed has no row. It is found by the place of its provision and the hash of its words, so
    that a translation of words that were changed later is not attached to the new ones.
    """

    amended_act = models.ForeignKey(
        "amendments.AmendedAct", models.CASCADE, related_name="prepared_translations"
    )
    eid = models.CharField(max_length=LONGEST_EID)
    wording_hash = models.CharField(max_length=64)

    history = audited()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["amended_act", "eid", "wording_hash", "language"], name="one_prepared_translation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.eid} ({self.language})"
