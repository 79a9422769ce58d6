"""The rights that comments name, or are tagged with by an app of which the reader may know, to filter by."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from consultations.hooks import right_tags
from consultations.models import Comment, Right, Round
from consultations.models.visibility import CommentQuerySet, RoundQuerySet


def rights_on(user: Any, round_: Round) -> list[Right]:
    """The rights of the comments that the reader may read, in the order of the vocabulary."""
    readable = Comment.objects.visible_to(user).filter(submission__round=round_).sent()
    return list(Right.objects.filter(Q(named_in__comment__in=readable) | _tagged(user, readable)).distinct())


def rights_in(user: Any, rounds: RoundQuerySet[Round]) -> list[Right]:
    """The rights of comments of these rounds that the reader may read."""
    found = _readable(user).filter(submission__round__in=rounds.order_by().values("pk")).order_by()
    named = Right.objects.filter(Exists(found.filter(named_rights__right=OuterRef("pk"))))
    if not right_tags(user):
        return list(named)
    # Asked apart: joined by "or", PostgreSQL would look through the comments once for each right
    tagged = Right.objects.filter(_tagged(user, found))
    keys = {*named.order_by().values_list("pk", flat=True), *tagged.order_by().values_list("pk", flat=True)}
    return list(Right.objects.filter(pk__in=keys))


def counted_in(user: Any, right: str) -> Mapping[UUID, int]:
    """How many comments that the reader may read name the right, by round; none for a code that no right has.

    Lists ask once and look their rounds up in it, because this reads every comment that names the right.
    """
    found = _readable(user).filter(of_right(user, right))
    return dict(found.order_by().values_list("submission__round").annotate(Count("pk")))


def of_right(user: Any, code: str) -> Q:
    """The condition for comments that name the right, or are tagged with it as far as the reader may know."""
    rule = Q(named_rights__right__code=code)
    tags = right_tags(user)
    if not tags:
        return rule
    named = (
        Comment.objects.filter(rule).order_by().values("pk")
    )  # one row for each comment, however it has the right
    rule = Q(pk__in=named)
    for rows in tags:
        rule |= Q(pk__in=rows.filter(right__code=code, comment__isnull=False).order_by().values("comment"))
    return rule


def _tagged(user: Any, comments: QuerySet[Comment]) -> Q:
    rule = Q(pk__in=[])
    for rows in right_tags(user):
        rule |= Q(pk__in=rows.filter(comment__in=comments.order_by().values("pk")).order_by().values("right"))
    return rule


def _readable(user: Any) -> CommentQuerySet[Comment]:
    return Comment.objects.visible_to(user).sent().on_the_draft()
