"""Changes what the office writes of an issue."""

from amendments.audit.actor import Actor
from amendments.permissions import holds
from rights.actions.base import IssueAction
from rights.actions.issues.issue_content import IssueContent, fill, write_names
from rights.errors import ChangedMeanwhile
from rights.models import RightsIssue
from rights.powers import Power


class EditIssue(IssueAction[RightsIssue]):
    """Somebody of the office saves the form of an issue. `revision` is that of the issue which the form showed."""

    action_name = "rights.edit_issue"

    def __init__(self, issue: RightsIssue, content: IssueContent, revision: int, *, actor: Actor) -> None:
        super().__init__(issue, actor=actor)
        self.content, self.revision = content, revision

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office; who gives the issue to another one needs the power to assign."""
        if self.content.owner not in (None, self.instance.owner) and not holds(self.user, Power.ASSIGN):
            return False
        return super().user_has_permission()

    def done(self) -> RightsIssue | None:
        """The issue, if it has this content already."""
        issue = RightsIssue.objects.select_related("owner", "lead", "extract_of").get(pk=self.instance.pk)
        self.stored = issue.revision
        self.names = fill(issue, self.content, self.user)
        self.instance = issue
        return issue if self.names is None else None

    def perform(self) -> RightsIssue:
        """Save what `done` has put into the row."""
        if self.stored != self.revision:
            raise ChangedMeanwhile
        assert self.names is not None  # noqa: S101 # else it was done
        self.instance.revision = self.stored + 1  # the row is locked
        issue = self.save(self.instance)
        write_names(issue, self.names)
        return issue
