"""The reviewer returns the text with findings."""

from amendments.actions.checking.check_action import ReviewerAction, answer
from amendments.actions.drafting.change_state import enter
from amendments.errors.of_checks import FindingNeeded
from amendments.models import LegalCheck
from amendments.states import State


class ReturnCheck(ReviewerAction[LegalCheck]):
    """From then on the drafters can change the text again. They find each finding beside its instruction."""

    action_name = "amendments.return_check"

    def done(self) -> LegalCheck | None:
        """Whether it is returned already."""
        return LegalCheck.objects.filter(pk=self.instance.pk, result=LegalCheck.Result.RETURNED).first()

    def perform(self) -> LegalCheck:
        """Record the return and go back to drafting."""
        self.refuse_if_closed()
        check = self.instance
        if not check.findings.exists():
            raise FindingNeeded
        answer(check, LegalCheck.Result.RETURNED, self.actor)
        if check.amendment.state == State.LEGAL_CHECK:
            change = enter(check.amendment, State.DRAFTING, self.actor.without_reason())
            self.touched("amendments.statechange", [change.pk])
        self.touched("amendments.amendment", [check.amendment_id])
        self.touch()
        return check
