"""The chair approves a requested release."""

from amendments.actions.base import BaseAction, hold
from amendments.models import ReleaseRequest
from amendments.permissions import holds_on


class ApproveRelease(BaseAction[ReleaseRequest]):
    """The person who asked for a release never approves it."""

    action_name = "amendments.approve_release"
    instance: ReleaseRequest

    def user_has_permission(self) -> bool:
        """The chair, except on an own request."""
        others = self.instance.requested_by_id != self.user.pk
        amendment = self.instance.text.from_amendment
        return others and holds_on(self.user, "amendments.approve_release", amendment)

    def lock(self) -> None:
        """Lock the text first, as a release and a referral do."""
        hold(self.instance.text)
        super().lock()

    def done(self) -> ReleaseRequest | None:
        """Whether it is approved already."""
        return ReleaseRequest.objects.filter(pk=self.instance.pk).exclude(approved_by=None).first()

    def perform(self) -> ReleaseRequest:
        """Record the approval."""
        self.check_again()
        request = self.instance
        request.approved_by, request.approved_at = self.user, self.actor.at
        request.save(update_fields=["approved_by", "approved_at"])
        self.touched("amendments.releaserequest", [request.pk])
        return request
