"""What each role of a person can do on this site today."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.access.memberships import roles_of
from consultations.models import Institution
from consultations.values import MembershipRole
from portal.users.models import User
from portal.users.roles import Role

Words = str | Promise


@dataclass(frozen=True)
class RoleGuide:
    """What a role can do now, and which of its work has no screen yet."""

    label: Words
    can_now: tuple[Words, ...]
    not_yet: Words = ""


READ_RELEASED = _("Read the drafts, redlines and comments that are released to the committee.")
COMMENT_FOR_BODY = _("Comment in the name of your institution, if you are one of its authors.")
IN_COMMITTEE = (READ_RELEASED, COMMENT_FOR_BODY)
KEEP_RIGHTS = _("Correct the names of rights and the articles that protect them at the editing desk.")
SIGN_ENTRIES = _("Sign at the editing desk which rights and treaties you have reviewed.")

GUIDES = {
    Role.DRAFTER: (
        _("Import an act, open an amendment and write its instructions under “Drafting”."),
        _("Check the redline and the wording, seal a version and ask the secretary to release it."),
    ),
    Role.LEGAL_REVIEWER: (
        _("Check the texts for which you are named as reviewer, and pass them or return them with findings."),
        _("Read every draft that is released to you, with its redline and comparative table."),
        COMMENT_FOR_BODY,
        SIGN_ENTRIES,
    ),
    Role.SECRETARY: (
        _("Release versions, open, extend and close rounds of consultation."),
        _("Group similar comments, propose answers and record what the committee decides."),
    ),
    Role.CHAIR: IN_COMMITTEE,
    Role.MEMBER: IN_COMMITTEE,
    Role.RIGHTS_ANALYST: (
        _("Read the drafts released to you and comment on provisions that touch a right."),
        _(
            "Open rights issues under “Rights”, follow them through every draft and say whether it fixes them."
        ),
        _("Draft opinions from your issues; the head of your office issues them."),
        KEEP_RIGHTS,
    ),
    Role.RIGHTS_HEAD: (
        _("Sign off and submit the comments of your office."),
        _("Follow the rights issues of your office under “Rights” and give them to your analysts."),
        _("Take the annual report of your office from “Rights”."),
        _("Issue the opinions that your office has drafted. Then they are public and cannot be changed."),
        KEEP_RIGHTS,
        SIGN_ENTRIES,
    ),
    Role.RIGHTS_READER: (
        _("Read the drafts released to you, and what your office writes about them under “Rights”."),
    ),
    Role.HANDBOOK_EDITOR: (_("Read acts and redlines, and compare any two versions of an act."),),
    Role.TRAINING_COORDINATOR: (_("Read acts and redlines, and compare any two versions of an act."),),
    Role.ADMINISTRATOR: (
        _("Create accounts, give roles and deactivate accounts at the editing desk."),
        _("Keep the vocabularies of rights, treaties and lists at the editing desk."),
        _(
            "You have no power over laws, drafts, comments and answers, and nobody can give themselves a role."
        ),
    ),
    Role.AUDITOR: (
        _("Read everything that is public: acts, redlines, consultations, comments and answers."),
        _("Read who did what and when at the editing desk (Reports, Log of actions)."),
    ),
    Role.LEGAL_READER: (
        _("Read acts, redlines and answers, and comment in public consultations under your own name."),
    ),
    Role.CITIZEN: (
        _("Read acts, redlines and published comments."),
        _("Comment in public consultations under your own name and see what became of your comment."),
    ),
}

MEMBERSHIP_GUIDES = {
    MembershipRole.AUTHOR: (
        _("Comment on provisions of the open drafts and propose better wordings for your institution."),
        _("See what became of every comment of your institution."),
    ),
    MembershipRole.FOCAL_POINT: (
        _("Sign off the comments of your institution and submit them in its name."),
        _("Answer “no comments” where your institution has none."),
    ),
    MembershipRole.HEAD: (
        _("Sign off the comments of your institution and submit them in its name."),
        _("Answer “no comments” where your institution has none."),
    ),
}

NO_MEETINGS = _("Meetings and votes have no screen yet: the secretary records the decisions.")
NOT_YET = {
    Role.CHAIR: NO_MEETINGS,
    Role.MEMBER: NO_MEETINGS,
    Role.HANDBOOK_EDITOR: _("The handbook has no screens yet."),
    Role.TRAINING_COORDINATOR: _("The training plan has no screens yet."),
}


def guides_of(user: User, now: datetime) -> list[RoleGuide]:
    """One guide for each membership and role. People with neither get the citizen's guide."""
    return [*_membership_guides(user, now), *_role_guides(user)] or [_guide(Role.CITIZEN)]


def _role_guides(user: User) -> list[RoleGuide]:
    """Roles of which the same is to be said stand together."""
    held = set(user.groups.values_list("name", flat=True))
    said: dict[tuple[tuple[Words, ...], Words], list[str]] = {}
    for role in (role for role in Role if role in held):
        said.setdefault((GUIDES[role], NOT_YET.get(role, "")), []).append(str(role.label))
    return [RoleGuide(", ".join(labels), can_now, not_yet) for (can_now, not_yet), labels in said.items()]


def _guide(role: Role) -> RoleGuide:
    return RoleGuide(role.label, GUIDES[role], NOT_YET.get(role, ""))


def _membership_guides(user: User, now: datetime) -> list[RoleGuide]:
    roles = roles_of(user, now)
    names = Institution.objects.in_bulk(roles)
    return [
        RoleGuide(f"{names[institution].name}: {role.label}", MEMBERSHIP_GUIDES[role])
        for institution, held in roles.items()
        for role in MembershipRole
        if role in held
    ]
