"""The drafters call a check back before its answer."""

from amendments.actions.checking.check_action import CheckAction, answer
from amendments.actions.drafting.change_state import enter
from amendments.models import LegalCheck
from amendments.permissions import may_draft
from amendments.states import State


class CallBackCheck(CheckAction[LegalCheck]):
    """The text can be changed again. What the reviewer had written down by then stays with the check."""

    action_name = "amendments.call_back_check"

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance.amendment)

    def done(self) -> LegalCheck | None:
        """Whether it is called back already."""
        return LegalCheck.objects.filter(pk=self.instance.pk, result=LegalCheck.Result.CALLED_BACK).first()

    def perform(self) -> LegalCheck:
        """Close the check without an answer of the reviewer."""
        self.refuse_if_closed()
        check = self.instance
        answer(check, LegalCheck.Result.CALLED_BACK, self.actor)
        if check.amendment.state == State.LEGAL_CHECK:
            change = enter(check.amendment, State.DRAFTING, self.actor.without_reason())
            self.touched("amendments.statechange", [change.pk])
        self.touched("amendments.amendment", [check.amendment_id])
        self.touch()
        return check
