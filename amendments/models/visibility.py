"""Which versions a person may read: the one rule behind pages, lists, search, exports and the API."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from amendments.permissions import holds, sections_of

if TYPE_CHECKING:
    from amendments.models.version import Version  # noqa: F401 - the type argument


class VersionQuerySet(models.QuerySet["Version"]):
    """Chainable reads of versions."""

    def visible_to(self, user: Any) -> "VersionQuerySet":
        """Versions that were released to an audience of the person, or that belong to the person's own body."""
        return self.filter(visible(user))

    def draft_chain(self, amendment_id: int) -> "VersionQuerySet":
        """The drafts of an amendment, oldest first."""
        return self.filter(amendment_id=amendment_id).order_by("number")


def visible(user: Any) -> Q:
    """The rule itself, as a condition on `Version`."""
    from amendments.hooks import AUDIENCES, collect
    from amendments.models.release import Audience, Release, ReleaseRequest

    def released(*audiences: Audience) -> Exists:
        return Exists(Release.objects.filter(version=OuterRef("pk"), audience__in=audiences))

    rule = Q(released(Audience.PUBLIC))
    if not user.is_authenticated or not user.is_active:
        return rule
    if holds(user, "amendments.read_released"):
        rule |= Q(released(Audience.INVITED, Audience.COMMITTEE))
    if holds(user, "amendments.release_version") or holds(user, "amendments.approve_release"):
        rule |= Q(Exists(ReleaseRequest.objects.filter(version=OuterRef("pk"))))
    for audience in collect(AUDIENCES):
        rule |= Q(released(Audience(audience.slug))) & audience.versions_of(user)
    for path in sections_of(user):
        rule |= Q(amendment=None, instrument__drafting_body__path=path) | Q(amendment__path__startswith=path)
    return rule
