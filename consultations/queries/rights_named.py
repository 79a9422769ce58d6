"""The rights that the comments of a round name, to filter by."""

from typing import Any

from consultations.models import Comment, Right, Round


def rights_on(user: Any, round_: Round) -> list[Right]:
    """The rights that the comments name which the reader may read, in the order of the vocabulary."""
    readable = Comment.objects.visible_to(user).filter(submission__round=round_).sent()
    return list(Right.objects.filter(named_in__comment__in=readable).distinct())
