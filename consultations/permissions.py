"""Who is what: rights through memberships of institutions and permissions of groups.

Superuser status gives none of them: an administrator has no power over content. What a part allows in which phase
is said by `consultations/rules/phases.py` alone.
"""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate

from amendments.permissions import holds, may_draft
from consultations.powers import POWERS_OF, Power
from consultations.rules.phases import Feature, Part, Phase, allows, phase_of
from consultations.values import SENDING_ROLES, MembershipRole, RoundAudience

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from consultations.models import Institution, Round, Submission
    from consultations.models.vocabulary import VocabularyRow


def keeps_vocabularies(user: Any) -> bool:
    """Who loads and changes every vocabulary: administrators."""
    return holds(user, "consultations.keep_vocabularies")


def keeps_rights(user: Any) -> bool:
    """Who changes rights and their clusters: the Ombudsman's staff, and whoever keeps every vocabulary."""
    return keeps_vocabularies(user) or holds(user, "consultations.keep_rights")


def keeps_rows_of(user: Any, model: "type[VocabularyRow]") -> bool:
    """Who changes the rows of a vocabulary."""
    from consultations.models import Cluster, Right

    return keeps_rights(user) if model in (Cluster, Right) else keeps_vocabularies(user)


def sees_vocabularies(user: Any) -> bool:
    """Who opens the lists in the admin: whoever keeps or signs rows, and the auditor."""
    return keeps_rights(user) or signs_vocabularies(user) or holds(user, "consultations.view_right")


def signs_vocabularies(user: Any) -> bool:
    """Who signs that a row is reviewed: lawyers, never an administrator."""
    return holds(user, "consultations.sign_vocabularies")


def sees_institutions(user: Any) -> bool:
    """The lists of bodies, seats and how many people a body has."""
    return holds(user, "consultations.view_institution")


def sees_round_history(user: Any) -> bool:
    """When every round opened, closed or was extended, and why: the secretariat and the auditor."""
    return holds(user, "consultations.view_round")


def knows_members(user: Any) -> bool:
    """Who learns the names of a body's people without its choice: who adds them, and who keeps the accounts."""
    return holds(user, Power.KNOW_MEMBERS)


def reads_committee_comments(user: Any) -> bool:
    """Drafters, the Ombudsman's staff, members, the secretary and the chair."""
    return holds(user, Power.READ_COMMITTEE)


def gives_individual_views(user: Any) -> bool:
    """Whether the person may speak for nobody but oneself: not who drafts, decides, or keeps the site or its handbook."""
    in_office = (
        user.is_superuser or holds(user, "wagtailadmin.access_admin") or reads_committee_comments(user)
    )
    return bool(user.is_authenticated and user.is_active and not in_office)


def roles_of(user: Any, at: datetime | None = None) -> dict[UUID, frozenset[MembershipRole]]:
    """The person's roles by institution at a moment; one query for a day."""
    from consultations.models import Membership
    from consultations.models.institution import standing

    if not user.is_authenticated or not user.is_active:
        return {}
    at = at or timezone.now()
    days: dict[object, dict[UUID, frozenset[MembershipRole]]] = user.__dict__.setdefault("_madda_roles", {})
    if localdate(at) not in days:
        roles: dict[UUID, set[MembershipRole]] = {}
        rows = Membership.objects.filter(standing(at), standing(at, "institution__"), user=user)
        for institution, role in rows.values_list("institution_id", "role"):
            roles.setdefault(institution, set()).add(MembershipRole(role))
        days[localdate(at)] = {pk: frozenset(held) for pk, held in roles.items()}
    return days[localdate(at)]


def forget_roles(user: Any) -> None:
    """After a membership changed."""
    user.__dict__.pop("_madda_roles", None)


def institutions_of(user: Any, at: datetime | None = None) -> list[UUID]:
    """The institutions that the person belongs to."""
    return sorted(roles_of(user, at))


def sends_for(user: Any, at: datetime | None = None) -> list[UUID]:
    """The institutions for which the person signs off and submits."""
    return sorted(pk for pk, roles in roles_of(user, at).items() if not roles.isdisjoint(SENDING_ROLES))


def is_in_committee(user: Any, at: datetime | None = None) -> bool:
    """Whether an institution of the person holds a seat, or the person works for the committee."""
    from consultations.models import Seat
    from consultations.models.institution import standing

    if holds(user, Power.SIT):
        return True
    mine = institutions_of(user, at)
    return bool(mine) and Seat.objects.filter(standing(at or timezone.now()), institution__in=mine).exists()


def bodies_of(round_: "Round", at: datetime) -> "QuerySet[Institution]":
    """The institutions that may answer the round."""
    from consultations.models import Institution, Seat
    from consultations.models.institution import standing

    bodies = Institution.objects.filter(standing(at))
    if round_.audience == RoundAudience.PUBLIC:
        return bodies
    reach = Q(pk__in=round_.invitations.values("institution"))
    if round_.audience == RoundAudience.COMMITTEE:
        reach |= Q(pk__in=Seat.objects.filter(standing(at)).values("institution"))
    return bodies.filter(reach)


def takes_part(round_: "Round", institution: "Institution", at: datetime) -> bool:
    """Whether the institution may answer the round."""
    return bodies_of(round_, at).filter(pk=institution.pk).exists()


def parts_of(
    user: Any, feature: Feature, round_: "Round", institution: "Institution | None", at: datetime
) -> set[Part]:
    """What the person is to a feature of the round when acting for the institution (None = for nobody else)."""
    parts = set()
    if institution is None:
        if round_.audience == RoundAudience.PUBLIC and gives_individual_views(user):
            parts.add(Part.PERSON)
    elif takes_part(round_, institution, at):
        parts |= _of_member(roles_of(user, at).get(institution.pk, frozenset()))
    if any(holds(user, power) for power in POWERS_OF.get(feature, ())):
        parts.add(Part.HOLDER)
    if may_draft(user, round_.amendment):
        parts.add(Part.DRAFTER)
    return parts


def _of_member(roles: Collection[MembershipRole]) -> set[Part]:
    if not roles:
        return set()
    sends = any(role in SENDING_ROLES for role in roles)
    return {Part.AUTHOR, Part.FOCAL_POINT} if sends else {Part.AUTHOR}


def phase_for(round_: "Round", institution: "Institution | None", at: datetime) -> Phase:
    """The phase as the institution sees it: a body accepted late still writes after the closing time."""
    phase = round_.phase(at)
    if phase is not Phase.CLOSED or institution is None:
        return phase
    acceptance = round_.late_acceptances.filter(institution=institution, accepted_at__lte=at).first()
    return phase_of(round_.times, at, accepted_until=acceptance.until if acceptance else None)


def may(
    user: Any, feature: Feature, round_: "Round", institution: "Institution | None", at: datetime
) -> bool:
    """Whether the person may do it now: the part and the phase together."""
    return allows(
        phase_for(round_, institution, at), feature, parts_of(user, feature, round_, institution, at)
    )


def holds_part_for(
    user: Any, feature: Feature, round_: "Round", institution: "Institution | None", at: datetime
) -> bool:
    """Whether the person holds a part to which the feature belongs in any phase; the phase is asked apart."""
    parts = parts_of(user, feature, round_, institution, at)
    return any(allows(phase, feature, parts) for phase in Phase)


def is_own(user: Any, submission: "Submission", at: datetime | None = None) -> bool:
    """Whether the submission belongs to the person or to an institution of the person."""
    if submission.institution_id is None:
        return bool(user.is_authenticated and submission.person_id == user.pk)
    return submission.institution_id in roles_of(user, at)
