"""The drafters tick off a finding, or take the tick away again."""

from typing import Any

from amendments.actions.base import hold
from amendments.actions.checking.check_action import CheckAction
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors.of_checks import UnderCheck
from amendments.models import CheckFinding
from amendments.permissions import may_draft
from amendments.queries.way.checking import open_check


class TickFinding(CheckAction[CheckFinding]):
    """A finding of an answered check is dealt with, or is not. What must be corrected is ticked off before the next check."""

    action_name = "amendments.tick_finding"

    def __init__(self, finding: CheckFinding, *, is_done: bool, actor: Actor) -> None:
        super().__init__(finding.legal_check, actor=actor)
        self.finding = finding
        self.is_done = is_done

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance.amendment)

    def lock(self) -> None:
        """Lock the finding too."""
        super().lock()
        hold(self.finding)

    def done(self) -> CheckFinding | None:
        """Whether it stands so already."""
        return CheckFinding.objects.filter(pk=self.finding.pk, ticked_at__isnull=not self.is_done).first()

    def perform(self) -> CheckFinding:
        """Write who ticked it off, and when."""
        self.check_again()
        if standing := open_check(self.instance.amendment):
            raise UnderCheck(standing.reviewer_label, standing.due)
        row = CheckFinding.objects.get(pk=self.finding.pk)
        row.ticked_at = self.actor.at if self.is_done else None
        row.ticked_by = self.actor.user if self.is_done else None
        attribute(row, self.actor)
        row.save()
        self.touch()
        return row

    def log_data(self) -> dict[str, Any]:
        """Whether it was ticked off."""
        return {"is_done": self.is_done}
