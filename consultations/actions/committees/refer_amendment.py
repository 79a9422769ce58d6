"""Names the committee that deals with an amendment."""

from amendments.actions.base import BaseAction, hold
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.models import Amendment, Draft
from consultations.errors import CommitteeFixed
from consultations.models import Committee, Referral
from consultations.queries.bodies.referrals import is_fixed, may_refer


class ReferAmendment(BaseAction[Referral]):
    """The drafters name the committee. They, or the secretary of that committee, may later name another one.

    After the first approval, release or round, the committee can no longer be changed.
    """

    action_name = "consultations.refer_amendment"
    instance: Amendment

    def __init__(self, amendment: Amendment, committee: Committee, *, actor: Actor) -> None:
        super().__init__(amendment, actor=actor)
        self.committee = committee

    def user_has_permission(self) -> bool:
        """Whether the person drafts the amendment, or is the secretary of the committee that was named."""
        return may_refer(self.user, self.instance)

    def lock(self) -> None:
        """Lock the amendment and its drafts, so that no round and no release starts meanwhile."""
        super().lock()
        for draft in Draft.objects.filter(amendment=self.instance).order_by("number"):
            hold(draft)

    def done(self) -> Referral | None:
        """The same referral, if the amendment has it already."""
        return Referral.objects.filter(amendment=self.instance, committee=self.committee).first()

    def perform(self) -> Referral:
        """Write the referral over an earlier one."""
        self.check_again()
        standing = Referral.objects.filter(amendment=self.instance).first()
        if standing is not None and is_fixed(self.instance):
            raise CommitteeFixed
        row = standing or Referral(amendment=self.instance)
        row.committee, row.at, row.by = self.committee, self.actor.at, self.actor.user
        attribute(row, self.actor)
        row.save()
        self.instance.referral = row
        self.touched("consultations.referral", [self.instance.pk])
        return row
