"""The rights of Wagtail's own views on pages of the legal record. Superuser status gives none of them."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import PagePermissionTester

from amendments.text.visible_text import VisibleText


class RecordPermissions(PagePermissionTester):
    """The drafters of the page change its words within their page permissions; nobody moves, copies or removes it."""

    def can_edit(self) -> bool:
        """Its drafters, where their group may change it."""
        return self.page.is_drafted_by(self.user) and super().can_edit()

    def can_publish(self) -> bool:
        """Its drafters, where their group may publish; also what hangs on it: schedules and view restrictions."""
        return self.page.is_drafted_by(self.user) and super().can_publish()

    def can_lock(self) -> bool:
        """Its drafters."""
        return self.page.is_drafted_by(self.user) and super().can_lock()

    def can_unlock(self) -> bool:
        """Its drafters."""
        return self.page.is_drafted_by(self.user) and super().can_unlock()

    def can_view_revisions(self) -> bool:
        """Its drafters."""
        return self.page.is_drafted_by(self.user) and super().can_view_revisions()

    def can_submit_for_moderation(self) -> bool:
        """Moderation would mail the title to moderators and superusers, whether they may read the page or not."""
        return False

    def can_unpublish(self) -> bool:
        """A page of the record is not taken from its readers."""
        return False

    def can_set_view_restrictions(self) -> bool:
        """Only releases decide who may read it."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """It is never deleted; Wagtail asks the same before moving."""
        return False

    def can_move_to(self, destination: Any) -> bool:
        """Its place says which body drafts it."""
        return False

    def can_copy(self) -> bool:
        """A copy would be a record without its versions."""
        return False

    def can_add_subpage(self) -> bool:
        """What stands below is made by the steps of the record."""
        return False


class RecordForm(VisibleText, WagtailAdminPageForm):
    """The words of such a page in Wagtail's editor."""


class RecordPage:
    """A page whose content belongs to the record. Set `is_creatable = False`: Wagtail does not inherit it."""

    base_form_class = RecordForm

    def is_drafted_by(self, user: Any) -> bool:
        """Whether the person drafts what the page shows."""
        raise NotImplementedError

    def permissions_for_user(self, user: Any) -> RecordPermissions:
        """The rights of the record instead of Wagtail's."""
        return RecordPermissions(user, self)
