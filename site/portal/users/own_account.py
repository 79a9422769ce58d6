"""The page of a person's own account at the editing desk."""

from typing import Any

from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel

from portal.users.forms import NameForm


class NamePanel(NameEmailSettingsPanel):
    """Asks for one name instead of Wagtail's first and last name, which our accounts do not have."""

    form_class = NameForm


class OwnAccountView(AccountView):
    """Wagtail's page with our panel for the name."""

    def get_panels(self) -> list[Any]:
        return [
            NamePanel(panel.request, panel.user, panel.profile)
            if isinstance(panel, NameEmailSettingsPanel)
            else panel
            for panel in super().get_panels()
        ]
