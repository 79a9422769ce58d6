"""Shows the secretary who wrote a comment whose identity is withheld. The log records it."""

from amendments.actions.base import BaseAction
from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.models import Comment


class RevealIdentity(BaseAction[str]):
    """Only the secretary may do this, and the log records each time."""

    action_name = "consultations.reveal_identity"
    instance: Comment

    def user_has_permission(self) -> bool:
        """The secretariat, for a comment that it may read."""
        amendment = self.instance.submission.round.amendment
        may_know = holds_on(self.user, Power.REVEAL, amendment)
        return may_know and Comment.objects.visible_to(self.user).contains(self.instance)

    def perform(self) -> str:
        """The name of the institution, or of the person who sent an individual view."""
        submission = self.instance.submission
        return str(submission.institution or submission.person)
