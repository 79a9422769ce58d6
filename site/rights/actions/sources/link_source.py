"""Names a recommendation of an international body as a standard of an issue, or takes it away."""

from amendments.audit.actor import Actor
from rights.actions.base import IssueAction
from rights.models import InternationalRecommendation, IssueSource, RightsIssue


class SourceAction(IssueAction[RightsIssue]):
    """A step of the office on what an issue rests on."""

    def __init__(
        self, issue: RightsIssue, recommendation: InternationalRecommendation, *, actor: Actor
    ) -> None:
        super().__init__(issue, actor=actor)
        self.recommendation = recommendation

    @property
    def is_linked(self) -> bool:
        """Whether the issue names it now."""
        return self.instance.sources.filter(recommendation=self.recommendation).exists()

    def log_data(self) -> dict[str, object]:
        """Which recommendation."""
        return {"annotation": self.recommendation.annotation}


class LinkSource(SourceAction):
    """Somebody of the office sets an issue on a recommendation."""

    action_name = "rights.link_source"

    def done(self) -> RightsIssue | None:
        """The issue, if it names the recommendation already."""
        return self.instance if self.is_linked else None

    def perform(self) -> RightsIssue:
        """Write the link."""
        IssueSource.objects.create(
            issue=self.instance, recommendation=self.recommendation, at=self.actor.at, by=self.user
        )
        self.announce([self.instance.pk])
        return self.instance


class UnlinkSource(SourceAction):
    """Somebody of the office takes the link away. The log keeps who made and who removed it."""

    action_name = "rights.unlink_source"

    def done(self) -> RightsIssue | None:
        """The issue, if it does not name the recommendation."""
        return None if self.is_linked else self.instance

    def perform(self) -> RightsIssue:
        """Remove the link."""
        self.instance.sources.filter(recommendation=self.recommendation).delete()
        self.announce([self.instance.pk])
        return self.instance
