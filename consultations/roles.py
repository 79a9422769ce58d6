"""The groups of a site and what each may do: one table, put in place by `install_roles`."""

from collections.abc import Mapping

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from consultations.powers import Power

_CMS = "wagtailadmin.access_admin"
_READ = "amendments.read_released"
_STATES = "amendments.view_statechange"
_PAPERS = (
    Power.READ_COMMITTEE,
    Power.SEE_ROUNDS,
    Power.READ_PROPOSED,
    _STATES,
)  # of every reviewer of drafts
_SEES_BODIES = ("consultations.view_institution", "consultations.view_seat", "consultations.view_membership")
_SEES_SEARCH = ("madda_search.view_generation",)  # the page on the search server
_SEES_ROUNDS = ("consultations.view_round", "consultations.view_invitation")
_KEEPS_RIGHTS = "consultations.keep_rights"
_SIGNS = "consultations.sign_vocabularies"

ROLES: Mapping[str, tuple[str, ...]] = {
    "drafter": (_CMS, _READ, *_PAPERS),
    "legal_reviewer": (_CMS, _READ, *_PAPERS, "amendments.review_amendment", _SIGNS),
    "secretary": (
        _CMS,
        _READ,
        *_PAPERS,
        "amendments.read_requested",
        "amendments.release_version",
        "amendments.move_amendment",
        "amendments.propose_instruction",
        Power.SIT,
        Power.OPEN_ROUND,
        Power.MOVE_ROUND,
        Power.INVITE,
        Power.WATCH_ROUND,
        Power.ACCEPT_LATE,
        Power.ENTER,
        Power.READ_SUBMISSIONS,
        Power.READ_SECRETARIAT,
        Power.READ_WITHDRAWN,
        Power.READ_HISTORY,
        Power.REVEAL,
        Power.GROUP,
        Power.PROPOSE,
        Power.CONFIRM,
        Power.RECORD,
        Power.REGISTER,
        Power.CHANGE_INSTITUTION,
        Power.ADD_MEMBER,
        Power.END_MEMBER,
        Power.KNOW_MEMBERS,
        Power.GIVE_SEAT,
        Power.END_SEAT,
        *_SEES_BODIES,
        *_SEES_ROUNDS,
    ),
    "chair": (*_PAPERS, Power.SIT, Power.DECIDE, "amendments.read_requested", "amendments.approve_release"),
    "member": (*_PAPERS, Power.SIT),
    "rights_analyst": (_CMS, _READ, *_PAPERS, _KEEPS_RIGHTS),
    "rights_head": (_CMS, _READ, *_PAPERS, _KEEPS_RIGHTS, _SIGNS),
    "handbook_editor": (_CMS,),
    "training_coordinator": (_CMS,),
    "administrator": (
        _CMS,
        "consultations.keep_vocabularies",
        *_SEES_BODIES,
        Power.KNOW_MEMBERS,
        Power.GIVE_SEAT,
        Power.END_SEAT,
        "auth.view_group",
        "wagtailcore.view_modellogentry",
        *_SEES_SEARCH,
        "madda_search.change_generation",
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
