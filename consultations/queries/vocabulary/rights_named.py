"""The rights that comments name, to filter rounds and their comments by."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef

from consultations.models import Comment, Right, Round
from consultations.models.visibility import CommentQuerySet, RoundQuerySet


def rights_on(user: Any, round_: Round) -> list[Right]:
    """The rights that the comments name which the reader may read, in the order of the vocabulary."""
    readable = Comment.objects.visible_to(user).filter(submission__round=round_).sent()
    return list(Right.objects.filter(named_in__comment__in=readable).distinct())


def rights_in(user: Any, rounds: RoundQuerySet[Round]) -> list[Right]:
    """The rights that comments of these rounds name which the reader may read."""
    found = _readable(user).filter(submission__round__in=rounds.order_by().values("pk"))
    return list(Right.objects.filter(Exists(found.order_by().filter(named_rights__right=OuterRef("pk")))))


def counted_in(user: Any, right: str) -> Mapping[UUID, int]:
    """How many comments that the reader may read name the right, by round; none for a code that no right has.

    Lists ask once and look their rounds up in it, because this reads every comment that names the right.
    """
    found = _readable(user).filter(named_rights__right__code=right)
    return dict(found.order_by().values_list("submission__round").annotate(Count("pk")))


def _readable(user: Any) -> CommentQuerySet[Comment]:
    return Comment.objects.visible_to(user).sent().on_the_draft()
