"""What the steps on tags share."""

from amendments.actions.base import BaseAction
from amendments.audit.history import attribute
from amendments.permissions import holds
from rights.models import RightTag
from rights.powers import Power


class TagAction(BaseAction[RightTag]):
    """A step of the office on a tag that stands or was taken off."""

    instance: RightTag

    def user_has_permission(self) -> bool:
        """Whether the person writes for the office, and reads what is tagged."""
        return (
            holds(self.user, Power.WRITE)
            and RightTag.objects.standing_or_removed(self.user).filter(pk=self.instance.pk).exists()
        )

    def save_tag(self) -> RightTag:
        """Save the tag with the actor in its history, and announce it."""
        attribute(self.instance, self.actor)
        self.instance.save()
        self.touched(RightTag._meta.label_lower, [self.instance.pk])
        return self.instance
