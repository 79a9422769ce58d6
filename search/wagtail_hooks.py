"""What this app adds to Wagtail. It only registers."""

from typing import Any

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from search.models import Generation
from search.news import AskAgain
from search.views import server


class ServerItem(MenuItem):
    """Shown to those who look after the search server, where there is one."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person has anything to do with it."""
        return server.may_see(request.user)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    """The page on the server."""
    own = [
        path("", server.server, name="server"),
        path("retry/", server.retry_letters, name="retry"),
    ]
    return [path("search-server/", include((own, "search_admin")))]


@hooks.register("register_periodic_jobs")  # of the law app, where it is installed
def periodic_jobs() -> list[AskAgain]:
    """Saved searches of which nobody told."""
    return [AskAgain()]


@hooks.register("register_reports_menu_item")
def server_item() -> MenuItem:
    """Among the reports."""
    return ServerItem(_("Search server"), reverse("search_admin:server"), icon_name="search", order=950)


@hooks.register("register_permissions")
def permissions() -> Any:
    """What a group may be given: to look, and to have refused entries sent again."""
    codes = ("view_generation", "change_generation")
    return Permission.objects.filter(content_type__app_label=Generation._meta.app_label, codename__in=codes)
