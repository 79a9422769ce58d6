"""Decides the proposed answer."""

from amendments.audit.actor import Actor
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.actions.base import CommentAction
from consultations.actions.sent_event import note
from consultations.errors import ReasonNeeded
from consultations.errors.of_states import AnotherAnswerProposed, DecidedMeanwhile, NothingProposed
from consultations.models import Comment, Disposition
from consultations.rules.phases import Feature
from consultations.values import SentEventKind


class DecideDisposition(CommentAction[Disposition]):
    """The chair decides, or the secretary records what the committee decided and where (`decided_in`).

    `revision` is that of the proposal which the person read. Another one that was proposed since is not decided. If two
    people decide at once, the second one is told what the first one decided and where (`DecidedMeanwhile`).
    """

    action_name = "consultations.decide_disposition"
    feature = Feature.DECIDE_ANSWER

    def __init__(
        self, comment: Comment, *, actor: Actor, decided_in: str = "", revision: int | None = None
    ) -> None:
        super().__init__(comment, actor=actor)
        self.decided_in = decided_in
        self.revision = revision

    def done(self) -> Disposition | None:
        """The answer, if the person has decided it already, in the same place and as it was read."""
        row = Disposition.objects.select_for_update().filter(comment=self.instance).first()
        if row is None or not row.is_decided:
            return None
        is_own = (row.decided_by, row.decided_in) == (self.user, self.decided_in)
        if not is_own or self.revision not in (None, row.revision - 1):
            raise DecidedMeanwhile(row.get_value_display(), str(row.decided_by), row.decided_in)
        return row

    def perform(self) -> Disposition:
        """Write the decision."""
        self.require_phase()
        row = Disposition.objects.select_for_update().filter(comment=self.instance).first()
        if row is None:
            raise NothingProposed
        if self.revision not in (None, row.revision):
            raise AnotherAnswerProposed
        if not self.decided_in.strip() and not holds_on(self.user, Power.DECIDE, self.round.amendment):
            raise ReasonNeeded
        row.decided_by, row.decided_at = self.actor.user, self.actor.at
        row.decided_in = self.decided_in
        row.revision += 1
        note(self.instance, SentEventKind.DECIDED, self.actor, said=row.as_decided())
        self.save(row)
        self.touched("consultations.comment", [self.instance.pk])
        return row
