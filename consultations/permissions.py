"""The rights of a person, which come from memberships of institutions and permissions of groups.

Superuser status gives none of them, because an administrator has no power over content. Only
`consultations/rules/phases.py` says what a part may do in which phase.
"""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localdate

from amendments.permissions import holds, holds_on, may_draft, sections_of
from consultations.powers import POWERS_OF, Power
from consultations.rules.phases import Feature, Part, Phase, allows, phase_of
from consultations.values import SENDING_ROLES, MembershipRole, RoundAudience

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from consultations.models import Institution, Round, Submission
    from consultations.models.vocabulary import VocabularyRow


def keeps_rows_of(user: Any, model: "type[VocabularyRow]") -> bool:
    """Whether the person may change rows of the vocabulary. The Ombudsman's staff may change rights and clusters."""
    from consultations.models import Cluster, Right

    return holds(user, Power.KEEP_RIGHTS if model in (Cluster, Right) else Power.KEEP_VOCABULARIES)


def gives_individual_views(user: Any) -> bool:
    """Whether the person may comment in their own name. People who draft, decide, or keep the site or its handbook may not."""
    if not user.is_authenticated or not user.is_active:
        return False
    return not (user.is_superuser or holds(user, Power.IN_OFFICE) or sections_of(user))


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
    """Forget the roles that the user object keeps, after a membership has changed."""
    user.__dict__.pop("_madda_roles", None)


def institutions_of(user: Any, at: datetime | None = None) -> list[UUID]:
    """The institutions that the person belongs to."""
    return sorted(roles_of(user, at))


def sends_for(user: Any, at: datetime | None = None) -> list[UUID]:
    """The institutions for which the person signs off and submits."""
    return sorted(pk for pk, roles in roles_of(user, at).items() if not roles.isdisjoint(SENDING_ROLES))


def bodies_of(round_: "Round", at: datetime) -> "QuerySet[Institution]":
    """The institutions that may answer the round. In a round for the committee, those with a seat on it."""
    from consultations.models import Institution, Seat
    from consultations.models.institution import standing

    bodies = Institution.objects.filter(standing(at))
    if round_.audience == RoundAudience.PUBLIC:
        return bodies
    reach = Q(pk__in=round_.invitations.values("institution"))
    if round_.audience == RoundAudience.COMMITTEE:
        seats = Seat.objects.filter(standing(at), committee__referrals__amendment=round_.draft.amendment_id)
        reach |= Q(pk__in=seats.values("institution"))
    return bodies.filter(reach)


def takes_part(round_: "Round", institution: "Institution", at: datetime) -> bool:
    """Whether the institution may answer the round."""
    return bodies_of(round_, at).filter(pk=institution.pk).exists()


def parts_of(
    user: Any, feature: Feature, round_: "Round", institution: "Institution | None", at: datetime
) -> set[Part]:
    """The parts of the person for a feature of the round, when acting for the institution (None: in their own name)."""
    parts = set()
    if institution is None:
        if round_.audience == RoundAudience.PUBLIC and gives_individual_views(user):
            parts.add(Part.PERSON)
    elif takes_part(round_, institution, at):
        parts |= _of_member(roles_of(user, at).get(institution.pk, frozenset()))
    if any(holds_on(user, power, round_.amendment) for power in POWERS_OF.get(feature, ())):
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
    """The phase for the institution. If it was accepted late, it can still write after the closing time."""
    phase = round_.phase(at)
    if phase is not Phase.CLOSED or institution is None:
        return phase
    acceptance = round_.late_acceptances.filter(institution=institution, accepted_at__lte=at).first()
    return phase_of(round_.times, at, accepted_until=acceptance.until if acceptance else None)


def may(
    user: Any, feature: Feature, round_: "Round", institution: "Institution | None", at: datetime
) -> bool:
    """Whether the person has a part that allows the feature in the present phase."""
    return allows(
        phase_for(round_, institution, at), feature, parts_of(user, feature, round_, institution, at)
    )


def holds_part_for(
    user: Any, feature: Feature, round_: "Round", institution: "Institution | None", at: datetime
) -> bool:
    """Whether the person has a part that allows the feature in some phase."""
    parts = parts_of(user, feature, round_, institution, at)
    return any(allows(phase, feature, parts) for phase in Phase)


def is_own(user: Any, submission: "Submission", at: datetime | None = None) -> bool:
    """Whether the submission belongs to the person or to an institution of the person."""
    if submission.institution_id is None:
        return bool(user.is_authenticated and submission.person_id == user.pk)
    return submission.institution_id in roles_of(user, at)
