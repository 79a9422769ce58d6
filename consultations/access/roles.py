"""One table of the groups of a site and their permissions. `install_roles` writes it."""

from collections.abc import Mapping

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from consultations.access.powers import Power

_CMS = "wagtailadmin.access_admin"
_READ = "amendments.read_released"
_STATES = "amendments.view_statechange"
_PAPERS = (
    Power.READ_COMMITTEE,
    Power.SEE_ROUNDS,
    Power.READ_PROPOSED,
    _STATES,
)  # of a committee
_REVIEWS = (
    *_PAPERS,
    Power.READ_EVERY,
    Power.IN_OFFICE,
)  # of every committee: those beside them who review drafts
_SEES_BODIES = (
    Power.SEE_BODIES,
    "consultations.view_seat",
    "consultations.view_office",
    "consultations.view_membership",
)
_SEES_SEARCH = ("madda_search.view_generation",)  # the page on the search server
_SEES_ROUNDS = (Power.SEE_ROUND_HISTORY, "consultations.view_invitation")
_SIGNS = Power.SIGN
_READS_LOG = "wagtailcore.view_modellogentry"  # the log of actions
_LISTS = Power.SEE_VOCABULARIES
_READS_ISSUES = "rights.read_issues"
_FOLLOWS_ISSUES = (
    _READS_ISSUES,
    "rights.write_issues",
    "rights.write_rights_rows",
)  # where the app of rights issues is installed
_WRITES_ROWS = "rights.write_rows"  # of the table of concordance, likewise

ROLES: Mapping[str, tuple[str, ...]] = {
    "drafter": (_CMS, _READ, *_REVIEWS, _WRITES_ROWS),
    "legal_reviewer": (_CMS, _READ, *_REVIEWS, "amendments.review_amendment", _SIGNS, _LISTS),
    "secretary": (
        _CMS,
        _READ,
        *_PAPERS,
        Power.IN_OFFICE,
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
        Power.COVER,
        Power.TRANSLATE,
        "amendments.translate_text",
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
        Power.REFER,
        *_SEES_BODIES,
        *_SEES_ROUNDS,
        _WRITES_ROWS,
    ),
    "chair": (
        *_PAPERS,
        Power.IN_OFFICE,
        Power.SIT,
        Power.DECIDE,
        "amendments.read_requested",
        "amendments.approve_release",
    ),
    "member": (*_PAPERS, Power.IN_OFFICE, Power.SIT),
    "rights_analyst": (_CMS, _READ, *_REVIEWS, Power.KEEP_RIGHTS, _LISTS, *_FOLLOWS_ISSUES),
    "rights_head": (
        _CMS,
        _READ,
        *_REVIEWS,
        Power.KEEP_RIGHTS,
        _SIGNS,
        _LISTS,
        *_FOLLOWS_ISSUES,
        "rights.assign_issues",
        "rights.issue_opinions",
    ),
    "rights_reader": (_READ, *_REVIEWS, _READS_ISSUES),
    "handbook_editor": (_CMS, Power.IN_OFFICE),
    "training_coordinator": (_CMS, Power.IN_OFFICE),
    "administrator": (
        _CMS,
        Power.IN_OFFICE,
        Power.KEEP_VOCABULARIES,
        Power.KEEP_RIGHTS,
        _LISTS,
        *_SEES_BODIES,
        Power.KNOW_MEMBERS,
        Power.OPEN_SECTION,
        Power.KEEP_EVERY,
        Power.GIVE_SEAT,
        Power.END_SEAT,
        Power.GIVE_OFFICE,
        Power.END_OFFICE,
        "auth.view_group",
        _READS_LOG,
        *_SEES_SEARCH,
        "madda_search.change_generation",
        "amendments.view_outgoingmail",
        "amendments.change_outgoingmail",
    ),
    "auditor": (
        _CMS,
        Power.IN_OFFICE,
        _LISTS,
        *_SEES_BODIES,
        *_SEES_ROUNDS,
        Power.READ_EVERY,
        *_SEES_SEARCH,
        _READS_LOG,
    ),
    "author": (),
    "focal_point": (),
    "legal_reader": (),
    "citizen": (),
    "translator": ("amendments.translate_text",),
}


@transaction.atomic
def install_roles() -> list[Group]:
    """Create the groups and grant the permissions of the table. Permissions that were granted by hand are kept."""
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
