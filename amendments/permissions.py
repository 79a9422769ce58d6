"""Who may do what with the law.

Drafting rights come from Wagtail's page permissions on the section of a body; the rights of the secretariat, the
chair, the legal reviewer and the readers are Django permissions given to groups. Superuser status gives none of
them: an administrator has no power over content.
"""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission

if TYPE_CHECKING:
    from amendments.models import Amendment, Draft, Section, Version


def holds(user: Any, codename: str) -> bool:
    """Whether a permission ("amendments.release_version") was given to one of the person's groups."""
    return user.is_authenticated and user.is_active and codename in _granted(user)


def _granted(user: Any) -> set[str]:
    granted: set[str] | None = getattr(user, "_madda_granted", None)
    if granted is None:
        rows = Permission.objects.filter(group__user=user).values_list("content_type__app_label", "codename")
        granted = user._madda_granted = {f"{app}.{code}" for app, code in rows}
    return granted


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


def may_draft(user: Any, amendment: "Amendment") -> bool:
    """Edit instructions, seal, adopt: the drafters of the own body."""
    return any(amendment.path.startswith(path) for path in sections_of(user))


def may_draft_in(user: Any, section: "Section") -> bool:
    """Import an act or open an amendment in the section of a body."""
    return section.path in sections_of(user)


def may_draft_text(user: Any, text: "Draft | Version") -> bool:
    """Whether a draft or a consolidated text belongs to a body of the person."""
    from amendments.models import Draft

    if isinstance(text, Draft):
        return may_draft(user, text.amendment)
    if text.draft is not None:
        return may_draft(user, text.draft.amendment)
    return may_draft_in(user, text.instrument.drafting_body)
