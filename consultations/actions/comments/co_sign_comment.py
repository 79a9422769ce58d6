"""Co-signs a comment for another institution."""

from amendments.audit.actor import Actor
from consultations.actions.base import CommentAction, refuse_unless_sent
from consultations.errors.of_states import OwnComment
from consultations.models import Comment, CoSignature, Institution
from consultations.rules.phases import Feature


class CoSignComment(CommentAction[CoSignature]):
    """A focal point co-signs the comment of another institution until the round closes. A second call changes nothing."""

    action_name = "consultations.co_sign_comment"
    feature = Feature.CO_SIGN

    def __init__(self, comment: Comment, institution: Institution, *, actor: Actor) -> None:
        super().__init__(comment, actor=actor)
        self._institution = institution

    @property
    def institution(self) -> Institution | None:
        """The institution that co-signs."""
        return self._institution

    def done(self) -> CoSignature | None:
        """The signature that the institution gave already."""
        return CoSignature.objects.filter(comment=self.instance, institution=self._institution).first()

    def perform(self) -> CoSignature:
        """Co-sign a submitted comment of another institution."""
        self.require_phase()
        comment = self.instance
        comment.refresh_from_db()
        if comment.submission.institution_id == self._institution.pk:
            raise OwnComment
        refuse_unless_sent(comment)
        row = CoSignature.objects.create(
            comment=comment,
            institution=self._institution,
            consented_at=self.actor.at,
            consented_by=self.actor.user,
        )
        self.touched("consultations.comment", [comment.pk])
        return row
