"""Takes the newest judgement of a row back."""

from amendments.audit.actor import Actor
from rights.actions.concordance.row_action import RowAction
from rights.errors import NewerJudgement, OnlyJudgement
from rights.models import Judgement


class TakeBackJudgement(RowAction[Judgement]):
    """Somebody undoes the newest judgement; the one before it counts again. The first one of a row stays."""

    action_name = "rights.take_back_judgement"

    def __init__(self, judgement: Judgement, *, actor: Actor) -> None:
        super().__init__(judgement.row, actor=actor)
        self.judgement = judgement

    def done(self) -> Judgement | None:
        """The judgement, if it was taken back already."""
        self.judgement.refresh_from_db()
        return self.judgement if self.judgement.taken_back_at is not None else None

    def perform(self) -> Judgement:
        """Mark the judgement."""
        standing = self.readable_judgements()
        if standing[-1] != self.judgement:
            raise NewerJudgement
        if len(standing) == 1:
            raise OnlyJudgement
        row = self.judgement
        row.taken_back_at, row.taken_back_by = self.actor.at, self.user
        row.save()
        self.save(self.instance)
        return row
