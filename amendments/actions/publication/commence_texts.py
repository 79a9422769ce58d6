"""The day comes on which texts enter into force."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from amendments.actions.base import hold
from amendments.actions.publication.naming import name_by_law
from amendments.audit.actor import Actor
from amendments.models import Version
from amendments.record.linking import recording
from amendments.signals import announce

_STEP = "amendments.commence_texts"  # as it is announced


class CommenceTexts:
    """Consolidated texts become the law of today, and give their acts a title. No person does it: nobody's right is asked.

    It happens in the name of whoever sealed the text. The search, comments and issues follow; nobody gets a mail.
    """

    def __init__(self, texts: Iterable[Version], at: datetime) -> None:
        self.texts = texts
        self.at = at

    def execute(self) -> None:
        """Name the acts and announce the texts, all or none."""
        with transaction.atomic(), recording():
            for text in self.texts:
                actor = Actor(text.sealed_by, self.at)
                hold(text.instrument)
                name_by_law(text.instrument, actor)
                announce("amendments.version", [text.pk], actor, _STEP)
