"""The tags of the office on comments of others (hook `register_right_tags`)."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from amendments.permissions import holds
from consultations.models import Comment
from rights.models import RightTag
from rights.panels import tag_panel
from rights.powers import Power


class TagsOfComments:
    """The office finds a comment by the rights that it names and by those with which the office tagged it."""

    slug = "right-tags"

    def known_to(self, user: Any) -> QuerySet[Any] | None:
        """The tags that stand, for the office alone."""
        return RightTag.objects.visible_to(user) if holds(user, Power.READ) else None

    def panel(self, request: HttpRequest, comment: Comment) -> str:
        """The tags of the comment, once it is sent."""
        is_sent = Comment.objects.visible_to(request.user).sent().contains(comment)
        return tag_panel(request, comment, "comment") if is_sent else ""
