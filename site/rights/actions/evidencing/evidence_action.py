"""What the steps on evidence share."""

from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from rights.actions.base import IssueAction
from rights.models import Evidence


class EvidenceAction(IssueAction[Evidence]):
    """A step of the office on a summary. The lock is that of its issue."""

    def __init__(self, row: Evidence, *, actor: Actor) -> None:
        super().__init__(row.issue, actor=actor)
        self.row = row

    def save_row(self) -> Evidence:
        """Save the summary with the actor in its history, and announce its issue."""
        attribute(self.row, self.actor)
        self.row.save()
        self.announce([self.instance.pk])
        return self.row
