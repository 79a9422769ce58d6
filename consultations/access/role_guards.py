"""Refuses every way to join roles that exclude one another, if it goes through the models (ADR 20)."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, pre_save
from wagtail.models import GroupPagePermission

from consultations.access.exclusive_roles import (
    Function,
    functions_granted,
    functions_named,
    functions_of,
    refuse_joined,
)


def listen() -> None:
    """Refuse every way to join them that goes through the models."""
    user = get_user_model()
    m2m_changed.connect(
        _joins_group, sender=user.groups.through, dispatch_uid="consultations.exclusive.groups"
    )
    m2m_changed.connect(
        _gets_permission, sender=user.user_permissions.through, dispatch_uid="consultations.exclusive.own"
    )
    m2m_changed.connect(
        _group_grants, sender=Group.permissions.through, dispatch_uid="consultations.exclusive.granted"
    )
    pre_save.connect(_group_drafts, sender=GroupPagePermission, dispatch_uid="consultations.exclusive.pages")
    pre_save.connect(_group_is_named, sender=Group, dispatch_uid="consultations.exclusive.named")
    pre_save.connect(_becomes_superuser, sender=user, dispatch_uid="consultations.exclusive.superuser")


def _joins_group(sender: object, instance: Any, action: str, reverse: bool, pk_set: Any, **_: object) -> None:
    if action != "pre_add":
        return
    users = get_user_model()._default_manager
    people = users.filter(pk__in=pk_set) if reverse else users.filter(pk=instance.pk)
    groups = _one_after_another(Group.objects.filter(pk__in=[instance.pk] if reverse else pk_set))
    for user in _one_after_another(people):
        refuse_joined(user, functions_of(user, groups))


def _gets_permission(
    sender: object, instance: Any, action: str, reverse: bool, pk_set: Any, **_: object
) -> None:
    if action != "pre_add":
        return
    users = get_user_model()._default_manager
    people = users.filter(pk__in=pk_set) if reverse else users.filter(pk=instance.pk)
    given = Permission.objects.filter(pk__in=[instance.pk] if reverse else pk_set)
    for user in _one_after_another(people):
        refuse_joined(user, functions_of(user) | functions_granted(given, alone=True))


def _group_grants(
    sender: object, instance: Any, action: str, reverse: bool, pk_set: Any, **_: object
) -> None:
    if action != "pre_add":
        return
    groups = Group.objects.filter(pk__in=pk_set if reverse else [instance.pk])
    more = functions_granted(Permission.objects.filter(pk__in=[instance.pk] if reverse else pk_set))
    for group in _one_after_another(groups) if more else ():
        _refuse_in(group, more)


def _group_drafts(sender: object, instance: GroupPagePermission, **_: object) -> None:
    if instance.permission.codename == "change_page" and instance.page.content_type.model == "section":
        _refuse_in(instance.group, {Function.DRAFTER, Function.CONTENT})


def _group_is_named(sender: object, instance: Group, **_: object) -> None:
    if instance.pk is not None and (more := functions_named([instance.name])):
        _refuse_in(instance, more)


def _becomes_superuser(sender: object, instance: Any, raw: bool = False, **_: object) -> None:
    if instance.pk is not None and instance.is_superuser and not raw:
        _one_after_another(get_user_model()._default_manager.filter(pk=instance.pk))
        refuse_joined(instance, functions_of(instance))


def _refuse_in(group: Group, more: set[Function]) -> None:
    _one_after_another(Group.objects.filter(pk=group.pk))
    for user in _one_after_another(get_user_model()._default_manager.filter(groups=group)):
        refuse_joined(user, functions_of(user) | more)


def _one_after_another(rows: QuerySet[Any]) -> list[Any]:
    """The rows, locked where a transaction is open, so that two roles given at once are checked one after the other.

    A group is locked before its people: nobody joins it while it gets a power. `save()` outside a transaction sends its
    signal before it opens one; nothing can be locked then.
    """
    if transaction.get_connection().in_atomic_block:
        rows = rows.select_for_update(no_key=True)
    return list(rows.order_by("pk"))
