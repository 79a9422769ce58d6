"""Shows the secretary who wrote a comment whose identity is withheld; the log says that it was shown."""

from amendments.actions.base import BaseAction
from amendments.permissions import holds
from consultations.models import Comment
from consultations.powers import Power


class RevealIdentity(BaseAction[str]):
    """The secretary alone; every look is logged."""

    action_name = "consultations.reveal_identity"
    instance: Comment

    def user_has_permission(self) -> bool:
        """The secretariat, for a comment that it may read."""
        return holds(self.user, Power.REVEAL) and Comment.objects.visible_to(self.user).contains(
            self.instance
        )

    def perform(self) -> str:
        """The sender's name."""
        return self.instance.submission.sender
