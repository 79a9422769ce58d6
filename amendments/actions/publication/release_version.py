"""Opens a draft or a consolidated text to a wider audience."""

from django.conf import settings

from amendments.actions.base import BaseAction
from amendments.actions.publication.naming import name_by_law
from amendments.actions.publication.request_release import named, refuse_unless_wider, versions_in
from amendments.audiences import audience_named, obstacles
from amendments.audit.actor import Actor
from amendments.errors import ReleaseNotApproved, ReleaseNotRequested, ReleaseStopped
from amendments.models import Draft, Release, Version
from amendments.permissions import holds_on


class ReleaseVersion(BaseAction[Release]):
    """The secretariat releases a text that the drafting body asked for. If the site requires it, the chair must have approved.

    `MADDA_RELEASE_NEEDS_APPROVAL` (default: no) makes the approval a condition.
    """

    action_name = "amendments.release_version"
    instance: Draft | Version

    def __init__(self, text: Draft | Version, audience: str, *, actor: Actor) -> None:
        super().__init__(text, actor=actor)
        self.audience = audience

    def user_has_permission(self) -> bool:
        """The secretariat, except on an own request."""
        own = self.instance.release_requests.filter(audience=self.audience, requested_by=self.user).exists()
        return not own and holds_on(self.user, "amendments.release_version", self.instance.from_amendment)

    def done(self) -> Release | None:
        """The release to this audience, if there is one already."""
        return self.instance.releases.filter(audience=self.audience).first()

    def perform(self) -> Release:
        """Write the release. From this moment the audience may read the text."""
        self.check_again()
        refuse_unless_wider(self.instance, self.audience)
        request = self.instance.release_requests.filter(audience=self.audience).first()
        if request is None:
            raise ReleaseNotRequested
        if getattr(settings, "MADDA_RELEASE_NEEDS_APPROVAL", False) and request.approved_by_id is None:
            raise ReleaseNotApproved
        refuse_stopped(self.instance, self.audience)
        release = Release.objects.create(
            **named(self.instance),
            audience=self.audience,
            at=self.actor.at,
            by=self.actor.user,
            request=request,
        )
        if isinstance(self.instance, Version):
            name_by_law(self.instance.instrument, self.actor)
        self.touched("amendments.version", versions_in(self.instance))
        return release


def refuse_stopped(text: Draft | Version, slug: str) -> None:
    """Tell what the audience, or a narrower one, still waits for."""
    if found := obstacles(text, audience_named(slug)):
        raise ReleaseStopped(" ".join(found))
