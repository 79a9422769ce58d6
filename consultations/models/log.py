"""The log of steps that only some people may know.

Wagtail shows log entries, with the name of the person who acted, to everybody with a permission on the model, and to
superusers. On a comment, that name is its author: the log would reveal drafts, withheld identities and the staff of
institutions, so no page of Wagtail's admin shows it. Steps on rounds, states and referrals are shown to those who may
know them on the amendment. Others would learn of the work of another committee. The entry of a referral has the title
of the amendment in it, so it is shown only to those who may read that page.
"""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.models import BaseLogEntry
from wagtail.models.audit_log import ModelLogEntryManager

from amendments.models import CheckFinding, LegalCheck, StateChange
from amendments.permissions import NOBODY
from amendments.queries.law.acts import visible_amendments
from consultations.access.powers import Power
from consultations.models.committee import Referral
from consultations.models.round import Round
from consultations.models.visibility import where

OF_AUTHORS = ("consultations.answer_questions",)
"""Steps of authors that stand on the row of a round. Their names would reveal withheld identities."""


class ConfidentialLogManager(ModelLogEntryManager):
    """Writes entries as Wagtail does. Shows those on rows that the person may know, and none on comments."""

    def viewable_by_user(self, user: Any) -> "models.QuerySet[ConfidentialLogEntry]":
        """The entries of rounds, states and referrals. The history of a comment has a page of its own."""
        rule = NOBODY
        for rows in _known_to(user):
            keys = [str(pk) for pk in rows.values_list("pk", flat=True)]
            rule |= Q(content_type=ContentType.objects.get_for_model(rows.model), object_id__in=keys)
        found: models.QuerySet[ConfidentialLogEntry] = self.filter(rule).exclude(action__in=OF_AUTHORS)
        return found


def _known_to(user: Any) -> "Iterator[models.QuerySet[Any]]":
    known = where(user, "amendments.view_statechange", "amendment")
    yield StateChange.objects.filter(known)
    yield LegalCheck.objects.filter(known)
    yield CheckFinding.objects.filter(where(user, "amendments.view_statechange", "legal_check__amendment"))
    yield Referral.objects.filter(known, amendment__in=visible_amendments(user).order_by().values("pk"))
    yield Round.objects.filter(where(user, Power.SEE_ROUND_HISTORY, "draft__amendment"))


class ConfidentialLogEntry(BaseLogEntry):
    """Who did what, when and why to a row that only some people may know."""

    object_id = models.CharField(max_length=255, db_index=True)

    objects = ConfidentialLogManager()

    class Meta(BaseLogEntry.Meta):
        ordering = ("-timestamp", "-id")

    def __str__(self) -> str:
        return f"{self.action} {self.label}"
