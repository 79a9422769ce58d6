"""The groups of a site and what each may do: one table, put in place by `install_roles`."""

from collections.abc import Mapping

from django.contrib.auth.models import Group, Permission
from django.db import transaction

_CMS = "wagtailadmin.access_admin"
_READ = "amendments.read_released"
_COMMITTEE = "consultations.read_committee_comments"
_SITS = ("consultations.sit_on_committee", "amendments.view_statechange")
_SEES_BODIES = ("consultations.view_institution", "consultations.view_seat", "consultations.view_membership")
_SEES_SEARCH = ("search.view_generation",)  # the page on the search server
_SEES_ROUNDS = ("consultations.view_round", "consultations.view_invitation")
_KEEPS_RIGHTS = "consultations.keep_rights"
_SIGNS = "consultations.sign_vocabularies"

ROLES: Mapping[str, tuple[str, ...]] = {
    "drafter": (_CMS, _READ, _COMMITTEE),
    "legal_reviewer": (_CMS, _READ, _COMMITTEE, "amendments.review_amendment", _SIGNS),
    "secretary": (
        _CMS,
        _READ,
        _COMMITTEE,
        "amendments.release_version",
        "amendments.move_amendment",
        *_SEES_BODIES,
        *_SEES_ROUNDS,
        "consultations.add_institution",
        "consultations.change_institution",
        "consultations.add_seat",
        "consultations.change_seat",
    ),
    "chair": (_COMMITTEE, "amendments.approve_release", *_SITS),
    "member": (_COMMITTEE, *_SITS),
    "rights_analyst": (_CMS, _READ, _COMMITTEE, _KEEPS_RIGHTS),
    "rights_head": (_CMS, _READ, _COMMITTEE, _KEEPS_RIGHTS, _SIGNS),
    "handbook_editor": (_CMS,),
    "training_coordinator": (_CMS,),
    "administrator": (
        _CMS,
        "consultations.keep_vocabularies",
        *_SEES_BODIES,
        "consultations.add_seat",
        "consultations.change_seat",
        "users.view_user",
        "users.add_user",
        "users.change_user",
        "auth.view_group",
        "wagtailcore.view_modellogentry",
        *_SEES_SEARCH,
        "search.change_generation",
    ),
    "auditor": (_CMS, "consultations.view_right", *_SEES_BODIES, *_SEES_ROUNDS, *_SEES_SEARCH),
    "author": (),
    "focal_point": (),
    "legal_reader": (),
    "citizen": (),
}


@transaction.atomic
def install_roles() -> list[Group]:
    """Create the groups and give each what the table says; further permissions given by hand are kept."""
    known = {
        f"{app}.{code}": pk
        for pk, app, code in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    groups = []
    for name, codes in ROLES.items():
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*(known[code] for code in codes if code in known))
        groups.append(group)
    return groups
