"""Adds provisions to an issue that stands, or removes one."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from amendments.actions.base import hold
from amendments.audit.actor import Actor
from consultations.actions.base import required
from consultations.actions.comments.anchoring import Chosen, anchored
from rights.actions.base import IssueAction
from rights.actions.following.follow_issue import follow_issue
from rights.errors import IssueClosed
from rights.errors.of_coverage import RaisedOnIt
from rights.errors.of_steps import TakenOutAlready
from rights.models import IssueAnchor, RightsIssue
from rights.queries.issue_coverage import removal_of
from rights.queries.states_of_issues import states_of
from rights.shown_people import refuse_identifiers


class CoverAction(IssueAction[RightsIssue]):
    """A step after which an issue has other provisions. Issued opinions keep theirs."""

    def __init__(self, issue: RightsIssue, provisions: Iterable[str], *, actor: Actor) -> None:
        super().__init__(issue, actor=actor)
        self.provisions = tuple(dict.fromkeys(provisions))

    def lock(self) -> None:
        """Hold the act as well, whose texts are followed by this step or by that which seals them."""
        hold(self.instance.instrument)
        super().lock()
        keys = self.instance.anchors.values_list("provision", flat=True)
        self.standing = list(dict.fromkeys(map(str, keys)))

    def log_data(self) -> dict[str, Any]:
        """The provisions."""
        return {**super().log_data(), "provisions": self.provisions}

    def read_again(self) -> RightsIssue:
        """The issue as it is stored, which is open."""
        self.instance.refresh_from_db()
        if self.instance.is_closed:
            raise IssueClosed
        return self.instance

    def followed(self, issue: RightsIssue) -> RightsIssue:
        """Follow the issue anew, and leave it where the answers leave it on texts that still answer it."""
        follow_issue(issue)
        issue.state = states_of([issue])[issue.pk]
        return self.save(issue)


class AddProvisions(CoverAction):
    """Somebody of the office adds whole provisions of the text on which the issue was raised."""

    action_name = "rights.add_provisions"

    def done(self) -> RightsIssue | None:
        """The issue, if it has all of them."""
        return self.instance if set(self.provisions) <= set(self.standing) else None

    def perform(self) -> RightsIssue:
        """Write the passages, and follow the issue anew."""
        issue = self.read_again()
        new = [Chosen(key) for key in self.provisions if key not in self.standing]
        anchors = anchored(IssueAnchor, [issue.raised_on], new)
        for anchor in anchors:
            anchor.issue = issue
        IssueAnchor.objects.bulk_create(anchors)
        return self.followed(issue)


class RemoveProvision(CoverAction):
    """Somebody of the office removes a provision, with a reason. That on which the issue was raised stays."""

    action_name = "rights.remove_provision"

    def __init__(self, issue: RightsIssue, provision: str, *, actor: Actor) -> None:
        super().__init__(issue, [provision], actor=actor)

    def done(self) -> RightsIssue | None:
        """The issue, if it does not have the provision. Words that would not be kept are refused."""
        if set(self.provisions) & set(self.standing):
            return None
        last = removal_of(self.instance, self.provisions[0])
        if last is not None and (last.by, last.reason) != (str(self.user), self.actor.reason):
            raise TakenOutAlready(last.by, last.at)
        return self.instance

    def perform(self) -> RightsIssue:
        """Delete the passage, which stays in the history, and follow the issue anew."""
        issue = self.read_again()
        refuse_identifiers(required(self.actor))
        if self.standing[0] in self.provisions:
            raise RaisedOnIt
        issue.anchors.filter(provision__in=map(UUID, self.provisions)).delete()
        return self.followed(issue)
