"""Wagtail's user management, told to use our forms."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Stands in INSTALLED_APPS in the place of `wagtail.users`."""

    user_viewset = "portal.users.viewsets.AccountViewSet"
