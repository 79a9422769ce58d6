"""Shows the secretary who wrote a comment whose identity is withheld. The log records it."""

from amendments.actions.base import BaseAction
from amendments.permissions import holds
from consultations.models import Comment
from consultations.powers import Power


class RevealIdentity(BaseAction[str]):
    """Only the secretary may do this, and the log records each time."""

    action_name = "consultations.reveal_identity"
    instance: Comment

    def user_has_permission(self) -> bool:
        return holds(self.user, Power.REVEAL) and Comment.objects.visible_to(self.user).contains(
            self.instance
        )

    def perform(self) -> str:
        """The sender's name."""
        return self.instance.submission.sender
