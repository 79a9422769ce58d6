"""Gathers issues into an opinion: each becomes a recommendation."""

from collections.abc import Sequence

from amendments.audit.actor import Actor
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import IssueClosed, RightsError
from rights.errors.of_gathering import NothingGathered, NotOfThisOpinion, OnlyInADraft
from rights.models import Opinion, Recommendation, RightsIssue
from rights.queries.opinion_issues import only_in_drafts, recommended_place, to_gather
from rights.shown_people import refuse_identifiers_in


class GatherIssues(OpinionAction[Opinion]):
    """Somebody of the office chooses issues. Title, recommended wording and lead are the first words of each.

    The analysis is internal and is not taken over: the reasons are what everybody will read.
    """

    action_name = "rights.gather_issues"

    def __init__(self, opinion: Opinion, issues: Sequence[RightsIssue], *, actor: Actor) -> None:
        super().__init__(opinion, actor=actor)
        self.issues = tuple(issues)

    def done(self) -> Opinion | None:
        """The opinion, if it has all of them."""
        held = set(self.instance.recommendations.values_list("issue", flat=True))
        chosen = {issue.pk for issue in self.issues}
        return self.instance if chosen and chosen <= held else None

    def perform(self) -> Opinion:
        """Write a recommendation for each, and number all of them again."""
        opinion = self.read_again()
        if not self.issues:
            raise NothingGathered
        offered = {row.pk: row for row in to_gather(self.user, opinion)}
        held = set(opinion.recommendations.values_list("issue", flat=True))
        for chosen in self.issues:
            if chosen.pk in held:
                continue
            if chosen.pk not in offered:
                raise self._refusal(opinion, chosen)
            issue = offered[chosen.pk]
            place = recommended_place(self.user, opinion, issue)
            if place is None:
                raise NotOfThisOpinion
            row = Recommendation(opinion=opinion, issue=issue, place=0, addressee_id=issue.lead_id)
            row.version, row.provision_id = place
            row.title, row.wording = issue.title, issue.recommended_text
            refuse_identifiers_in(row)
            self.save(row)
        self.number_again(opinion)
        return self.saved(opinion)

    def _refusal(self, opinion: Opinion, issue: RightsIssue) -> RightsError:
        """Why the issue is not offered."""
        issue.refresh_from_db()
        if issue.is_closed:
            return IssueClosed()
        return OnlyInADraft() if only_in_drafts(self.user, opinion).contains(issue) else NotOfThisOpinion()
