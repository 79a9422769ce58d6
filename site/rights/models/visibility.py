"""Who may read issues and notes. Pages, counts and lists use these rules.

An issue is the business of the Ombudsman's office alone; others read of it what an issued opinion says. Superuser status
opens nothing.
"""

from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from amendments.models import Version
from amendments.permissions import holds
from amendments.queries.law.acts import visible_amendments
from consultations.access.memberships import institutions_of
from consultations.models.comment import Comment
from rights.models.unanswered import OVER
from rights.powers import Power
from rights.values import FollowUpValue

Row = TypeVar("Row", bound=models.Model)


class IssueQuerySet(models.QuerySet[Row]):
    """Chainable reads of issues."""

    def visible_to(self, user: Any) -> "IssueQuerySet[Row]":
        """All issues for the office, none for anybody else."""
        return self.all() if holds(user, Power.READ) else self.none()


class NoteQuerySet(models.QuerySet[Row]):
    """Chainable reads of internal notes."""

    def visible_to(self, user: Any) -> "NoteQuerySet[Row]":
        """The notes of the office and the person's own private ones."""
        if not holds(user, Power.READ):
            return self.none()
        return self.filter(Q(is_private=False) | Q(author=user.pk))

    def standing(self) -> "NoteQuerySet[Row]":
        """The notes that were not taken back."""
        return self.filter(taken_back_at=None)


class EvidenceQuerySet(models.QuerySet[Row]):
    """Chainable reads of evidence."""

    def visible_to(self, user: Any) -> "EvidenceQuerySet[Row]":
        """For the office, the evidence that was not taken out; none for anybody else, also after an opinion."""
        return self.standing_or_removed(user).filter(removed_at=None)

    def standing_or_removed(self, user: Any) -> "EvidenceQuerySet[Row]":
        """For the office, all evidence, also what was taken out and can be brought back."""
        return self.all() if holds(user, Power.READ) else self.none()


class InternationalQuerySet(models.QuerySet[Row]):
    """Chainable reads of recommendations of international bodies."""

    def visible_to(self, user: Any) -> "InternationalQuerySet[Row]":
        """All recommendations for the office, which imported them; none for anybody else."""
        return self.all() if holds(user, Power.READ) else self.none()


class TagQuerySet(models.QuerySet[Row]):
    """Chainable reads of tags with rights."""

    def visible_to(self, user: Any) -> "TagQuerySet[Row]":
        """For the office, the tags that stand on what the person may read; none for anybody else."""
        return self.standing_or_removed(user).filter(removed_at=None)

    def standing_or_removed(self, user: Any) -> "TagQuerySet[Row]":
        """For the office, also those that were taken off and can be put back."""
        if not holds(user, Power.READ):
            return self.none()
        comments = Comment.objects.visible_to(user).sent().values("pk")
        return self.filter(
            Q(version__in=Version.objects.visible_to(user).values("pk")) | Q(comment__in=comments)
        )


class ReplyQuerySet(models.QuerySet[Row]):
    """Chainable reads of questions to institutions."""

    def visible_to(self, user: Any) -> "ReplyQuerySet[Row]":
        """For the office, all questions; for others, those to an institution of theirs."""
        return self.all() if holds(user, Power.READ) else self.to_bodies_of(user)

    def waiting(self) -> "ReplyQuerySet[Row]":
        """The questions to which a reply is expected."""
        return self.filter(replied_at=None, taken_back_at=None)

    def to_bodies_of(self, user: Any) -> "ReplyQuerySet[Row]":
        """The questions to an institution of the person."""
        return self.filter(institution__in=institutions_of(user))


class OpinionQuerySet(models.QuerySet[Row]):
    """Chainable reads of opinions."""

    def issued(self) -> "OpinionQuerySet[Row]":
        """The opinions that the head has issued."""
        return self.filter(issued_at__isnull=False)

    def visible_to(self, user: Any) -> "OpinionQuerySet[Row]":
        """For the office, all opinions; for others, those issued on what they may read, or to an institution of theirs."""
        return self.all() if holds(user, Power.READ) else self.issued_to(user)

    def issued_to(self, user: Any) -> "OpinionQuerySet[Row]":
        """The opinions that somebody outside the office may read."""
        amendments = visible_amendments(user).order_by().values("pk")
        acts = Version.objects.visible_to(user).filter(draft=None).values("instrument")
        own = apps.get_model("rights", "Recommendation")._default_manager.filter(
            addressee__in=institutions_of(user)
        )
        reach = Q(amendment__in=amendments) | Q(instrument__in=acts) | Q(pk__in=own.values("opinion"))
        return self.issued().filter(reach)


class RecommendationQuerySet(models.QuerySet[Row]):
    """Chainable reads of recommendations."""

    def visible_to(self, user: Any) -> "RecommendationQuerySet[Row]":
        """The recommendations of the opinions that the person may read."""
        opinions = apps.get_model("rights", "Opinion")._default_manager
        return self.filter(opinion__in=opinions.visible_to(user).values("pk"))

    def waiting_for_reply(self, user: Any) -> "RecommendationQuerySet[Row]":
        """Those to which nobody has replied, and of which the office has not said how they ended: overtaken, or in the law.

        Answers on texts that the person may not read do not count: they would tell of these texts.
        """
        readable = Version.objects.visible_to(user).values("pk")
        standing = apps.get_model("rights", "FollowUp")._default_manager.filter(
            taken_back_at=None, version__in=readable
        )
        later = standing.filter(recommendation=OuterRef("recommendation"), place__gt=OuterRef("place"))
        is_end = (
            Q(value=FollowUpValue.OVERTAKEN)
            | Q(version__draft=None)
            | Q(version__draft__amendment__state__in=OVER)
        )
        ended = standing.filter(is_end, ~Exists(later), recommendation=OuterRef("pk"))
        return self.filter(~Exists(ended), reply=None)


class RowQuerySet(models.QuerySet[Row]):
    """Chainable reads of the table of concordance."""

    def visible_to(self, user: Any) -> "RowQuerySet[Row]":
        """The rows that stand and were written on a text that the person may read; everybody reads those of public texts."""
        return self.standing_or_removed(user).filter(removed_at=None)

    def standing_or_removed(self, user: Any) -> "RowQuerySet[Row]":
        """The rows that the person may read, also those that were taken out and can be brought back."""
        return self.filter(written_on__in=Version.objects.visible_to(user).values("pk"))


class JudgementQuerySet(models.QuerySet[Row]):
    """Chainable reads of judgements."""

    def standing(self) -> "JudgementQuerySet[Row]":
        """The judgements that were not taken back."""
        return self.filter(taken_back_at=None)

    def visible_to(self, user: Any) -> "JudgementQuerySet[Row]":
        """The judgements of texts that the person may read."""
        return self.filter(version__in=Version.objects.visible_to(user).values("pk"))
