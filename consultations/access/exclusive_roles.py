"""Roles that no person holds together, whatever way they are given (ADR 20).

A role is what groups make of a person, by their names or by what they grant. A group of the drafters of one section,
or a group that somebody made by hand, therefore counts like the group of the table of roles.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.models import GroupPagePermission

from consultations.access.powers import Power
from consultations.access.roles import ROLES
from consultations.errors import RolesExclude
from consultations.models.institution import Membership, standing


class Function(Enum):
    """What a person is on the site, as far as it excludes something."""

    DRAFTER = "drafter"
    SECRETARY = "secretary"
    CHAIR = "chair"
    ADMINISTRATOR = "administrator"
    CONTENT = "content"


WORDS: dict[Function, str | Promise] = {
    Function.DRAFTER: gettext_lazy("Drafter"),
    Function.SECRETARY: gettext_lazy("Committee secretary"),
    Function.CHAIR: gettext_lazy("Committee chair"),
    Function.ADMINISTRATOR: gettext_lazy("Site administrator"),
    Function.CONTENT: gettext_lazy("a role that reads or writes drafts, comments or the handbook"),
}
EXCLUDING = (
    (Function.DRAFTER, Function.SECRETARY),
    (Function.DRAFTER, Function.CHAIR),
    (Function.ADMINISTRATOR, Function.CONTENT),
)
NAMED = {part.value: part for part in Function if part is not Function.CONTENT}
WITHOUT_POWER = frozenset({"administrator", *(name for name, codes in ROLES.items() if not codes)})
_GRANTED = {code for name, codes in ROLES.items() if name not in WITHOUT_POWER for code in codes}
CONTENT_POWERS = frozenset(_GRANTED - set(ROLES["administrator"]))
MARKS: dict[str, Function] = {
    "amendments.release_version": Function.SECRETARY,
    Power.OPEN_ROUND: Function.SECRETARY,
    Power.REVEAL: Function.SECRETARY,
    "amendments.approve_release": Function.CHAIR,
    Power.DECIDE: Function.CHAIR,
    Power.KEEP_EVERY: Function.ADMINISTRATOR,
}
"""The permissions that make a role."""


def functions_of_groups(groups: Iterable[Any]) -> set[Function]:
    """The roles that these groups (rows or keys) make together."""
    keys = [getattr(group, "pk", group) for group in groups]
    found = functions_named(Group.objects.filter(pk__in=keys).values_list("name", flat=True))
    if _sections().filter(group__in=keys).exists():
        found |= {Function.DRAFTER, Function.CONTENT}
    granted = Permission.objects.filter(group__in=keys)
    return found | functions_granted(granted)


def functions_named(groups: Iterable[str]) -> set[Function]:
    """The roles that groups make by their names alone."""
    names = set(groups)
    found = {NAMED[name] for name in names & set(NAMED)}
    return found | ({Function.CONTENT} if names & (set(ROLES) - WITHOUT_POWER) else set())


def functions_of(user: Any, more: Iterable[Any] = ()) -> set[Function]:
    """The roles of an account, together with groups that it is about to join."""
    groups = {*user.groups.values_list("pk", flat=True), *(getattr(group, "pk", group) for group in more)}
    found = functions_of_groups(groups) | functions_granted(user.user_permissions.all(), alone=True)
    if user.is_superuser:
        found.add(Function.ADMINISTRATOR)
    if Membership.objects.filter(standing(timezone.now()), user=user).exists():
        found.add(Function.CONTENT)  # writes for an institution
    return found


def contradiction(functions: set[Function]) -> str:
    """A sentence on two of the roles that exclude one another; "" if none do."""
    for one, other in EXCLUDING:
        if one in functions and other in functions:
            words = _(
                "One account cannot have these roles together: %(one)s; %(other)s. "
                "Take one role away first, or give the other one to another account."
            )
            return words % {"one": WORDS[one], "other": WORDS[other]}
    return ""


def refuse_joined(user: Any, functions: set[Function]) -> None:
    """Raise `RolesExclude`, with the name of the account, if the roles exclude one another."""
    if words := contradiction(functions):
        raise RolesExclude(f"{user}: {words}")


def _sections() -> Any:
    return GroupPagePermission.objects.filter(
        permission__codename="change_page", page__content_type__model="section"
    )


def functions_granted(granted: Any, *, alone: bool = False) -> set[Function]:
    """The roles that permissions make.

    What a person has `alone`, without a group, opens accounts but no content (`amendments.permissions`).
    """
    accounts = get_user_model()._meta
    keeps = {f"{accounts.app_label}.{verb}_{accounts.model_name}" for verb in ("add", "change")}
    names = {f"{app}.{code}" for app, code in granted.values_list("content_type__app_label", "codename")}
    found = {MARKS[name] for name in names & set(MARKS)}
    if names & keeps:
        found.add(Function.ADMINISTRATOR)
    if names & CONTENT_POWERS:
        found.add(Function.CONTENT)
    return found & {Function.ADMINISTRATOR} if alone else found
