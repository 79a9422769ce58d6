"""Asks the secretariat to release a version to an audience."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.errors import AudienceNotWider
from amendments.models import ReleaseRequest, Version
from amendments.models.release import Audience
from amendments.permissions import may_draft_version


class RequestRelease(BaseAction[ReleaseRequest]):
    """The drafters of the body ask; they never release themselves."""

    action_name = "amendments.request_release"
    instance: Version

    def __init__(self, version: Version, audience: Audience, *, actor: Actor) -> None:
        super().__init__(version, actor=actor)
        self.audience = audience

    def user_has_permission(self) -> bool:
        """Drafters of the body."""
        return may_draft_version(self.user, self.instance)

    def done(self) -> ReleaseRequest | None:
        """Whether it is asked for already, and not released yet."""
        return self.instance.release_requests.filter(audience=self.audience, release=None).first()

    def perform(self) -> ReleaseRequest:
        """Record the request."""
        refuse_unless_wider(self.instance, self.audience)
        row = ReleaseRequest.objects.create(
            version=self.instance,
            audience=self.audience,
            requested_at=self.actor.at,
            requested_by=self.actor.user,
            reason=self.actor.reason,
        )
        self.touched("amendments.version", [self.instance.pk])
        return row


def refuse_unless_wider(version: Version, audience: Audience) -> None:
    """A release only ever widens."""
    released = [Audience(row.audience).width for row in version.releases.all()]
    if released and audience.width <= max(released):
        raise AudienceNotWider
