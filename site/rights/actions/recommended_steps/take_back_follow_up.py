"""Takes the newest answer on what became of a recommendation back."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.permissions import holds
from consultations.actions.base import required
from rights.errors import NewerAnswer, RepliedSince, refuse_too_long
from rights.errors.of_steps import TakenBackAlready
from rights.models import FollowUp, Opinion, Recommendation, RecommendationReply
from rights.powers import Power
from rights.shown_people import refuse_identifiers


class TakeBackFollowUp(BaseAction[FollowUp]):
    """Somebody of the office takes it back, with a reason. The row stays, and readers of the opinion see why.

    An answer stands once the addressee has replied to it.
    """

    action_name = "rights.take_back_follow_up"
    instance: Recommendation

    def __init__(self, answer: FollowUp, *, actor: Actor) -> None:
        super().__init__(answer.recommendation, actor=actor)
        self.answer = answer

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office."""
        return holds(self.user, Power.READ) and holds(self.user, Power.WRITE)

    def done(self) -> FollowUp | None:
        """The answer, if it was taken back already."""
        self.answer.refresh_from_db()
        if self.answer.taken_back_at is None:
            return None
        given = self.answer.taken_back_by_id, self.answer.taken_back_because
        if given != (self.user.pk, self.actor.reason):
            raise TakenBackAlready(str(self.answer.taken_back_by), self.answer.taken_back_at)
        return self.answer

    def perform(self) -> FollowUp:
        """Mark the answer."""
        row, answer = self.instance, self.answer
        refuse_too_long(required(self.actor))
        refuse_identifiers(self.actor.reason)
        if FollowUp.objects.standing().filter(recommendation=row).last() != answer:
            raise NewerAnswer
        if RecommendationReply.objects.filter(recommendation=row, at__gt=answer.at).exists():
            raise RepliedSince
        answer.taken_back_at, answer.taken_back_by = self.actor.at, self.user
        answer.taken_back_because = self.actor.reason
        answer.save()
        self.touched(Opinion._meta.label_lower, [row.opinion_id])
        return answer
