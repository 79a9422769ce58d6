"""Who keeps the accounts, and which groups open anything at all."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission

from portal.users.models import User

KEEPS = "users.change_user"


def keeps_accounts(user: Any) -> bool:
    """Whether the person changes accounts, as administrators do."""
    return bool(user.is_active and user.has_perm(KEEPS))


def keepers() -> QuerySet[User]:
    """Everybody who keeps the accounts."""
    app, code = KEEPS.split(".")
    granted = Permission.objects.filter(codename=code, content_type__app_label=app)
    reach = Q(is_superuser=True) | Q(groups__permissions__in=granted) | Q(user_permissions__in=granted)
    return User.objects.filter(reach, is_active=True).distinct()


def is_privileged(group: Group) -> bool:
    """Whether a group grants anything, on the whole site or on some pages."""
    return group.permissions.exists() or GroupPagePermission.objects.filter(group=group).exists()


def privileged(groups: Iterable[Group]) -> list[Group]:
    """Those of the groups that grant something."""
    return [group for group in groups if is_privileged(group)]
