"""Limits Wagtail's lists, reports, searches and site history to pages that the person may read."""

from collections.abc import Iterable
from typing import Any

from wagtail.permission_policies.pages import PagePermissionPolicy

from amendments.queries.law.pages import readable_pages


class ReadablePages(PagePermissionPolicy):
    """Wagtail's page permissions, limited to pages that the person may read. Superusers see no more."""

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """Pages to change or publish: reports."""
        return readable_pages(super().instances_user_has_any_permission_for(user, actions), user)

    def explorable_instances(self, user: Any) -> Any:
        """Pages to see: the explorer, its search, the site history."""
        return readable_pages(super().explorable_instances(user), user)
