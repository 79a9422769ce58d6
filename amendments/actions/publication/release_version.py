"""Opens a sealed version to a wider audience."""

from django.conf import settings

from amendments.actions.base import BaseAction
from amendments.actions.publication.request_release import refuse_unless_wider
from amendments.audit.actor import Actor
from amendments.errors import ReleaseNotApproved, ReleaseNotRequested
from amendments.models import Release, Version
from amendments.models.release import Audience
from amendments.permissions import holds


class ReleaseVersion(BaseAction[Release]):
    """The secretariat releases what the drafting body asked for and, where the site says so, the chair approved.

    `MADDA_RELEASE_NEEDS_APPROVAL` (default: no) makes the approval a condition.
    """

    action_name = "amendments.release_version"
    instance: Version

    def __init__(self, version: Version, audience: Audience, *, actor: Actor) -> None:
        super().__init__(version, actor=actor)
        self.audience = audience

    def user_has_permission(self) -> bool:
        """The secretariat, except on an own request."""
        own = self.instance.release_requests.filter(audience=self.audience, requested_by=self.user).exists()
        return holds(self.user, "amendments.release_version") and not own

    def done(self) -> Release | None:
        """Whether this audience reads it already."""
        return self.instance.releases.filter(audience=self.audience).first()

    def perform(self) -> Release:
        """Write the release; from this moment the audience reads the version."""
        refuse_unless_wider(self.instance, self.audience)
        request = self.instance.release_requests.filter(audience=self.audience).first()
        if request is None:
            raise ReleaseNotRequested
        if getattr(settings, "MADDA_RELEASE_NEEDS_APPROVAL", False) and request.approved_by_id is None:
            raise ReleaseNotApproved
        release = Release.objects.create(
            version=self.instance,
            audience=self.audience,
            at=self.actor.at,
            by=self.actor.user,
            request=request,
        )
        self.touched("amendments.version", [self.instance.pk])
        return release
