"""Rights with which another app tags comments, beside those that the comments name (hook `register_right_tags`)."""

from typing import Any, Protocol, runtime_checkable

from django.db.models import QuerySet
from django.http import HttpRequest


@runtime_checkable
class RightTags(Protocol):
    """`register_right_tags`: tags of comments. Lists by right show what the reader may know of them."""

    slug: str

    def known_to(self, user: Any) -> QuerySet[Any] | None:
        """The rows with a `comment` and a `right` that the reader may know; None for who knows none."""
        ...

    def panel(self, request: HttpRequest, comment: Any) -> str:
        """The HTML of a section on the page of the `Comment`; "" for none."""
        ...
