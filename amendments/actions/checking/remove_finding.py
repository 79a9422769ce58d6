"""The reviewer takes a finding out again."""

from typing import Any

from amendments.actions.checking.check_action import ReviewerAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.models import CheckFinding, LegalCheck


class RemoveFinding(ReviewerAction[LegalCheck]):
    """Only before the answer; what was written stays in the audit."""

    action_name = "amendments.remove_finding"

    def __init__(self, finding: CheckFinding, *, actor: Actor) -> None:
        super().__init__(finding.legal_check, actor=actor)
        self.finding = finding

    def perform(self) -> LegalCheck:
        """Delete the row."""
        self.refuse_if_closed()
        for row in self.instance.findings.filter(pk=self.finding.pk):
            attribute(row, self.actor)
            row.delete()
        self.touch()
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which one."""
        return {"finding": self.finding.number}
