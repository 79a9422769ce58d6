"""Takes the reply to a recommendation back."""

from uuid import UUID

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from amendments.models import Version
from consultations.access.memberships import sends_for
from consultations.actions.base import required
from rights.actions.base import refuse_other_words
from rights.errors import RepliedAnew, ReplyUsed, refuse_too_long
from rights.models import FollowUp, Opinion, Recommendation, RecommendationReply, TakenBackReply
from rights.shown_people import refuse_identifiers


class TakeBackRecommendationReply(BaseAction[TakenBackReply]):
    """Somebody who sends for the addressee takes its reply back, with a reason. The recommendation waits for another one.

    Readers of the opinion still read the words, and why they were taken back. A reply stands once the office has answered
    what became of the recommendation, in a text that the person may read: a refusal must not tell of another one. `seen` is
    the key of the reply on the person's page.
    """

    action_name = "rights.take_back_recommendation_reply"
    instance: Recommendation

    def __init__(self, row: Recommendation, seen: UUID, *, actor: Actor) -> None:
        super().__init__(row, actor=actor)
        self.seen = seen

    def user_has_permission(self) -> bool:
        """Whether the person sends for the addressee."""
        return self.instance.addressee_id in sends_for(self.user, self.actor.at)

    def done(self) -> TakenBackReply | None:
        """The reply, which keeps its key, if the person took it back with the same words. Others would not be kept."""
        kept = TakenBackReply.objects.filter(pk=self.seen, recommendation=self.instance).first()
        if kept is not None:
            refuse_other_words(kept, self.actor)
        return kept

    def perform(self) -> TakenBackReply:
        """Move the words to the replies that were taken back."""
        refuse_too_long(required(self.actor))
        refuse_identifiers(self.actor.reason)
        row = self.instance
        given = RecommendationReply.objects.filter(pk=self.seen, recommendation=row).first()
        if given is None:
            raise RepliedAnew
        readable = Version.objects.visible_to(self.user)
        answers = FollowUp.objects.standing().filter(recommendation=row, version__in=readable)
        if answers.filter(at__gt=given.at).exists():
            raise ReplyUsed
        kept = TakenBackReply(
            pk=given.pk, recommendation=row, text=given.text, at=given.at, by_id=given.by_id
        )
        kept.taken_back_at, kept.taken_back_by = self.actor.at, self.user
        kept.reason = self.actor.reason
        kept.save(force_insert=True)
        given.delete()
        self.touched(Opinion._meta.label_lower, [row.opinion_id])
        return kept
