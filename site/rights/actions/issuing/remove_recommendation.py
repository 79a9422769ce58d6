"""Takes a recommendation out of an opinion."""

from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from rights.actions.issuing.opinion_action import OpinionAction
from rights.models import Opinion, Recommendation


class RemoveRecommendation(OpinionAction[Opinion]):
    """Somebody of the office takes it out before the opinion is issued. The issue stays as it is."""

    action_name = "rights.remove_recommendation"

    def __init__(self, row: Recommendation, *, actor: Actor) -> None:
        super().__init__(row.opinion, actor=actor)
        self.row = row

    def done(self) -> Opinion | None:
        """The opinion, if it was taken out already."""
        return None if Recommendation.objects.filter(pk=self.row.pk).exists() else self.instance

    def perform(self) -> Opinion:
        """Take it out and number the others again."""
        opinion = self.read_again()
        attribute(self.row, self.actor)
        self.row.delete()
        self.number_again(opinion)
        return self.saved(opinion)
