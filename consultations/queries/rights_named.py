"""The rights that comments name, to filter rounds and their comments by."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from consultations.models import Comment, NamedRight, Right, Round
from consultations.models.visibility import CommentQuerySet, RoundQuerySet


def rights_on(user: Any, round_: Round) -> list[Right]:
    """The rights that the comments name which the reader may read, in the order of the vocabulary."""
    readable = Comment.objects.visible_to(user).filter(submission__round=round_).sent()
    return list(Right.objects.filter(named_in__comment__in=readable).distinct())


def rights_in(user: Any, rounds: RoundQuerySet[Round]) -> list[Right]:
    """The rights that comments of these rounds name which the reader may read."""
    readable = _readable(user).filter(submission__round__in=rounds.order_by().values("pk"))
    named = NamedRight.objects.filter(right=OuterRef("pk"), comment__in=readable.values("pk"))
    return list(Right.objects.filter(Exists(named)))


def naming(user: Any, rounds: RoundQuerySet[Round], right: str) -> RoundQuerySet[Round]:
    """Rounds with a readable comment that names the right; all rounds for ""."""
    if not right:
        return rounds
    return rounds.filter(pk__in=_naming(user, right).values("submission__round"))


def counted_in(user: Any, rounds: Iterable[Round], right: str) -> dict[UUID, int]:
    """How many comments that the reader may read name the right, by round."""
    found = _naming(user, right).filter(submission__round__in=[round_.pk for round_ in rounds])
    counts = found.order_by().values_list("submission__round").annotate(Count("pk"))
    return dict(counts)


def _readable(user: Any) -> CommentQuerySet[Comment]:
    return Comment.objects.visible_to(user).sent().on_the_draft()


def _naming(user: Any, right: str) -> CommentQuerySet[Comment]:
    return _readable(user).filter(named_rights__right__code=right)
