"""The page of a person's own account at the editing desk."""

from typing import Any

from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, NameEmailSettingsPanel

from amendments.admin.library_files import refuse_found_in
from portal.users.forms import NameForm


class NamePanel(NameEmailSettingsPanel):
    """Asks for one name instead of Wagtail's first and last name, which our accounts do not have."""

    form_class = NameForm


class OwnPictureForm(AvatarPreferencesForm):
    """Scanners look through a picture before it is opened and made smaller."""

    def clean_avatar(self) -> Any:
        """Any: an upload, or the picture that is there."""
        refuse_found_in(self.cleaned_data.get("avatar"))
        return super().clean_avatar()


class PicturePanel(AvatarSettingsPanel):
    """Takes a picture by our form, and says why one is refused, which Wagtail's does not."""

    form_class = OwnPictureForm
    template_name = "users/own_picture.html"


class OwnAccountView(AccountView):
    """Wagtail's page with our panels for name and picture."""

    def get_panels(self) -> list[Any]:
        return [_ours(panel) for panel in super().get_panels()]


def _ours(panel: Any) -> Any:
    """Our panel in place of Wagtail's, which has no type."""
    for ours in (NamePanel, PicturePanel):
        if isinstance(panel, ours.__base__):
            return ours(panel.request, panel.user, panel.profile)
    return panel
