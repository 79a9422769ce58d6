"""Replies to a recommendation in the name of its addressee."""

from amendments.actions.base import BaseAction
from amendments.audit.actor import Actor
from consultations.access.memberships import sends_for
from rights.errors import NoReply, NotIssuedYet, RepliedAlready, refuse_too_long
from rights.models import Opinion, Recommendation, RecommendationReply
from rights.shown_people import refuse_identifiers


class ReplyToRecommendation(BaseAction[RecommendationReply]):
    """The focal point or the head of the addressee replies, once."""

    action_name = "rights.reply_to_recommendation"
    instance: Recommendation

    def __init__(self, row: Recommendation, text: str, *, actor: Actor) -> None:
        super().__init__(row, actor=actor)
        self.text = text.replace("\r\n", "\n").strip()

    def user_has_permission(self) -> bool:
        """Whether the person sends for the addressee."""
        return self.instance.addressee_id in sends_for(self.user, self.actor.at)

    def done(self) -> RecommendationReply | None:
        """The same reply, if it is given already."""
        given = RecommendationReply.objects.filter(recommendation=self.instance).first()
        is_same = given is not None and (given.text, given.by_id) == (self.text, self.user.pk)
        return given if is_same else None

    def perform(self) -> RecommendationReply:
        """Write the reply."""
        row = self.instance
        if not Opinion.objects.get(pk=row.opinion_id).is_issued:
            raise NotIssuedYet
        if RecommendationReply.objects.filter(recommendation=row).exists():
            raise RepliedAlready
        if not self.text:
            raise NoReply
        refuse_too_long(self.text)
        refuse_identifiers(self.text)
        reply = RecommendationReply(recommendation=row, text=self.text, at=self.actor.at, by=self.user)
        reply.save()
        self.touched(Opinion._meta.label_lower, [row.opinion_id])
        return reply
