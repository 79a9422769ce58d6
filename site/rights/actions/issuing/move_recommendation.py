"""Gives a recommendation another place in its opinion."""

from amendments.audit.actor import Actor
from rights.actions.issuing.opinion_action import OpinionAction
from rights.errors import ChangedMeanwhile
from rights.models import Recommendation


class MoveRecommendation(OpinionAction[Recommendation]):
    """Somebody of the office puts it at the place `place`; the others are numbered anew. Final once the opinion is issued."""

    action_name = "rights.move_recommendation"

    def __init__(self, row: Recommendation, place: int, *, actor: Actor) -> None:
        super().__init__(row.opinion, actor=actor)
        self.row, self.place = row, place

    def done(self) -> Recommendation | None:
        """The recommendation, if it stands there already."""
        stored = Recommendation.objects.filter(pk=self.row.pk).first()
        if stored is None:  # somebody took it out of the opinion
            raise ChangedMeanwhile
        return stored if stored.place == self.place else None

    def perform(self) -> Recommendation:
        """Put it there."""
        opinion = self.read_again()
        rows = list(Recommendation.objects.filter(opinion=opinion).order_by("place"))
        if not 1 <= self.place <= len(rows):
            raise ChangedMeanwhile
        moved = next(row for row in rows if row.pk == self.row.pk)
        rows.remove(moved)
        rows.insert(self.place - 1, moved)
        self.number(rows)
        self.saved(opinion)
        return moved
