"""Makes Wagtail's user management use our forms."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Replaces `wagtail.users` in INSTALLED_APPS."""

    user_viewset = "portal.users.viewsets.AccountViewSet"
    group_viewset = "portal.users.viewsets.RoleViewSet"
