"""Who may do what with the law.

Drafting rights come from Wagtail's page permissions on the section of a body; the rights of the secretariat, the
chair, the legal reviewer and the readers are Django permissions given to groups, which other apps limit to some
amendments (`register_remits`). Superuser status gives none of them: an administrator has no power over content.
"""

from collections.abc import Hashable
from functools import lru_cache, reduce
from operator import and_
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Q
from wagtail import hooks
from wagtail.models import GroupPagePermission, Page

from amendments.hooks import REMITS, Remit, collect

NOBODY = Q(pk__in=[])


def holds(user: Any, codename: str) -> bool:
    """Whether a permission ("amendments.release_version") of one of the person's groups counts anywhere."""
    return holds_on(user, codename, None)


def holds_on(user: Any, codename: str, amendment: Page | None) -> bool:
    """Whether it counts on an amendment: a group grants it, and no remit leaves the amendment out."""
    return bool(groups_granting(user, codename)) and all(
        remit.reaches(user, codename, amendment) for remit in _remits_on(codename)
    )


def amendments_where(user: Any, codename: str) -> Q:
    """The amendments on which it counts, as a condition on `Amendment`; an empty one means every amendment."""
    if not groups_granting(user, codename):
        return NOBODY
    return reduce(and_, (remit.amendments_of(user, codename) for remit in _remits_on(codename)), Q())


def groups_granting(user: Any, codename: str) -> frozenset[str]:
    """The names of the person's groups that grant a permission."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return _granted(user).get(codename, frozenset())


def _granted(user: Any) -> dict[str, frozenset[str]]:
    granted: dict[str, frozenset[str]] | None = getattr(user, "_madda_granted", None)
    if granted is None:
        names = ("content_type__app_label", "codename", "group__name")
        found: dict[str, set[str]] = {}
        for app, code, group in Permission.objects.filter(group__user=user).values_list(*names):
            found.setdefault(f"{app}.{code}", set()).add(group)
        granted = user._madda_granted = {code: frozenset(groups) for code, groups in found.items()}
    return granted


def is_limited(codename: str) -> bool:
    """Whether a remit limits a permission to some amendments."""
    return bool(_remits_on(codename))


def _remits_on(codename: str) -> list[Remit]:
    return [remit for remit in _collected(tuple(hooks.get_hooks(REMITS.name))) if codename in remit.powers]


@lru_cache(maxsize=32)
def _collected(_hooks: Hashable) -> tuple[Remit, ...]:
    """Collected once for the same hooks."""
    return tuple(collect(REMITS))


def sections_of(user: Any) -> list[str]:
    """The tree paths of the sections in which the person drafts."""
    if not user.is_authenticated or not user.is_active:
        return []
    sections: list[str] | None = getattr(user, "_madda_sections", None)
    if sections is None:
        rows = GroupPagePermission.objects.filter(
            group__user=user, permission__codename="change_page", page__content_type__model="section"
        )
        sections = user._madda_sections = sorted(set(rows.values_list("page__path", flat=True)))
    return sections


def may_draft(user: Any, amendment: Page) -> bool:
    """Edit instructions, seal, adopt: the drafters of the own body."""
    return any(amendment.path.startswith(path) for path in sections_of(user))


def may_draft_in(user: Any, section: Page) -> bool:
    """Import an act or open an amendment in the section of a body."""
    return section.path in sections_of(user)
