"""Takes a tag off, or puts it back."""

from rights.actions.tagging.tag_action import TagAction
from rights.models import RightTag


class RemoveTag(TagAction):
    """Somebody of the office takes a tag off. The row stays, so that this can be undone."""

    action_name = "rights.remove_tag"

    def done(self) -> RightTag | None:
        """The tag, if it is off already."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.removed_at is not None else None

    def perform(self) -> RightTag:
        """Mark the row."""
        self.instance.removed_at = self.actor.at
        return self.save_tag()


class BringBackTag(TagAction):
    """Somebody of the office puts a tag back."""

    action_name = "rights.bring_back_tag"

    def done(self) -> RightTag | None:
        """The tag, if it stands."""
        self.instance.refresh_from_db()
        return self.instance if self.instance.removed_at is None else None

    def perform(self) -> RightTag:
        """Take the mark away."""
        self.instance.removed_at = None
        return self.save_tag()
