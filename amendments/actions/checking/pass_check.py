"""The reviewer passes the text."""

from django.utils.timezone import localdate

from amendments.actions.checking.check_action import ReviewerAction, answer
from amendments.errors.of_checks import ChangedSinceCheck, FindingsInTheWay
from amendments.models import CheckFinding, LegalCheck
from amendments.queries.drafting.working_text import working_text


class PassCheck(ReviewerAction[LegalCheck]):
    """A pass opens sealing of exactly the text that the reviewer was given. Advice does not stand in its way."""

    action_name = "amendments.pass_check"

    def done(self) -> LegalCheck | None:
        """Whether it passed already."""
        return LegalCheck.objects.filter(pk=self.instance.pk, result=LegalCheck.Result.PASSED).first()

    def perform(self) -> LegalCheck:
        """Record the pass."""
        self.refuse_if_closed()
        check = self.instance
        if check.findings.filter(severity=CheckFinding.Severity.BLOCKS).exists():
            raise FindingsInTheWay
        if working_text(check.amendment).hash != check.text_hash:
            raise ChangedSinceCheck(check.reviewer_label, localdate(check.asked_at))
        answer(check, LegalCheck.Result.PASSED, self.actor)
        self.touch()
        return check
