"""The page of a person's own account at the editing desk."""

from typing import Any

from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, NameEmailSettingsPanel

from portal.users.forms import NameForm


class NamePanel(NameEmailSettingsPanel):
    """Asks for one name instead of Wagtail's first and last name, which our accounts do not have."""

    form_class = NameForm


class OwnAccountView(AccountView):
    """Wagtail's page with our panel for the name and without a picture, which the site would show nowhere."""

    def get_panels(self) -> list[Any]:
        panels = super().get_panels()
        return [_ours(panel) for panel in panels if not isinstance(panel, AvatarSettingsPanel)]


def _ours(panel: Any) -> Any:
    """Our panel in place of Wagtail's, which has no type."""
    if isinstance(panel, NameEmailSettingsPanel):
        return NamePanel(panel.request, panel.user, panel.profile)
    return panel
