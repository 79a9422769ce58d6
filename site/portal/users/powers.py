"""Who keeps the accounts, and which groups open anything at all."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission

from portal.users.models import User
from portal.users.roles import Role

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


def groups_with(group: Group) -> list[Group]:
    """What a person gets with a group: who drafts for a body is a drafter."""
    if not of_section(group):
        return [group]
    return [group, Group.objects.get(name=Role.DRAFTER)]


def of_section(group: Group) -> bool:
    """Whether the members of a group draft for a body."""
    return drafting_groups().filter(pk=group.pk).exists()


def drafting_groups() -> QuerySet[Group]:
    """The groups whose members draft for some body."""
    rights = GroupPagePermission.objects.filter(
        permission__codename="change_page", page__content_type__model="section"
    )
    return Group.objects.filter(pk__in=rights.values("group"))


def privileged(groups: Iterable[Group]) -> list[Group]:
    """The groups that grant some power."""
    return [group for group in groups if is_privileged(group)]
