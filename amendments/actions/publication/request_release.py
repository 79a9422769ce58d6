"""Asks the secretariat to release a draft or a consolidated text to an audience."""

from typing import Any

from amendments.actions.base import BaseAction
from amendments.audiences import among, audience_named
from amendments.audit.actor import Actor
from amendments.errors import AudienceNotWider, ReleasedWithItsDraft
from amendments.models import Draft, ReleaseRequest, Version


class RequestRelease(BaseAction[ReleaseRequest]):
    """The drafters of the body ask; they never release themselves."""

    action_name = "amendments.request_release"
    instance: Draft | Version

    def __init__(self, text: Draft | Version, audience: str, *, actor: Actor) -> None:
        super().__init__(text, actor=actor)
        self.audience = audience

    def user_has_permission(self) -> bool:
        """Drafters of the body."""
        return self.instance.is_drafted_by(self.user)

    def done(self) -> ReleaseRequest | None:
        """The same request, if it is open already."""
        return self.instance.release_requests.filter(audience=self.audience, release=None).first()

    def perform(self) -> ReleaseRequest:
        """Record the request."""
        refuse_unless_wider(self.instance, self.audience)
        row = ReleaseRequest.objects.create(
            **named(self.instance),
            audience=self.audience,
            requested_at=self.actor.at,
            requested_by=self.actor.user,
            reason=self.actor.reason,
        )
        self.touched("amendments.version", versions_in(self.instance))
        self.touched("amendments.releaserequest", [row.pk])
        return row


def named(text: Draft | Version) -> dict[str, Any]:
    """The field of a request or release that names the text."""
    return {"draft": text} if isinstance(text, Draft) else {"version": text}


def versions_in(text: Draft | Version) -> list[object]:
    """The versions that are released with the text."""
    return list(text.versions.values_list("pk", flat=True)) if isinstance(text, Draft) else [text.pk]


def refuse_unless_wider(text: Draft | Version, slug: str) -> None:
    """Refuse a release that does not widen the audience, and a release of a single version of a draft."""
    if isinstance(text, Version) and text.is_draft:
        raise ReleasedWithItsDraft
    wanted = audience_named(slug)
    released = among(row.audience for row in text.releases.all())
    if released and wanted.width <= released[-1].width:
        raise AudienceNotWider
