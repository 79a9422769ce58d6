"""The rights of a person, which come from memberships of institutions and permissions of groups.

Superuser status gives none of them, because an administrator has no power over content. Only
`consultations/rules/phases.py` says what a part may do in which phase.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from amendments.permissions import holds, holds_on, may_draft, sections_of
from consultations.access.memberships import roles_of
from consultations.access.powers import POWERS_OF, Power
from consultations.models import Cluster, Institution, LateAcceptance, Right, Round, Seat, Submission
from consultations.models.institution import standing
from consultations.models.vocabulary import VocabularyRow
from consultations.rules.phases import Feature, Part, Phase, allows, phase_of
from consultations.values import SENDING_ROLES, MembershipRole, RoundAudience


def keeps_rows_of(user: Any, model: type[VocabularyRow]) -> bool:
    """Whether the person may change rows of the vocabulary. The Ombudsman's staff may change rights and clusters."""
    return holds(user, Power.KEEP_RIGHTS if model in (Cluster, Right) else Power.KEEP_VOCABULARIES)


def gives_individual_views(user: Any) -> bool:
    """Whether the person may comment in their own name. People who draft, decide, or keep the site or its handbook may not."""
    if not user.is_authenticated or not user.is_active:
        return False
    return not (user.is_superuser or holds(user, Power.IN_OFFICE) or sections_of(user))


def bodies_of(round_: Round, at: datetime) -> QuerySet[Institution]:
    """The institutions that may answer the round. In a round for the committee, those with a seat on it."""
    bodies = Institution.objects.filter(standing(at))
    if round_.audience == RoundAudience.PUBLIC:
        return bodies
    reach = Q(pk__in=round_.invitations.values("institution"))
    if round_.audience == RoundAudience.COMMITTEE:
        seats = Seat.objects.filter(standing(at), committee__referrals__amendment=round_.draft.amendment_id)
        reach |= Q(pk__in=seats.values("institution"))
    return bodies.filter(reach)


def takes_part(round_: Round, institution: Institution, at: datetime) -> bool:
    """Whether the institution may answer the round."""
    return bodies_of(round_, at).filter(pk=institution.pk).exists()


def parts_of(
    user: Any, feature: Feature, round_: Round, institution: Institution | None, at: datetime
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


def phase_for(round_: Round, institution: Institution | None, user: Any, at: datetime) -> Phase:
    """The phase for the institution, or for the person's individual view. Those accepted late can still write."""
    phase = round_.phase(at)
    if phase is not Phase.CLOSED or not (institution or user.is_authenticated):
        return phase
    acceptance = late_acceptance(round_, institution, user)
    if acceptance is None or acceptance.accepted_at is None or acceptance.accepted_at > at:
        acceptance = None
    return phase_of(round_.times, at, accepted_until=acceptance.until if acceptance else None)


def late_acceptance(round_: Round, institution: Institution | None, user: Any) -> LateAcceptance | None:
    """The request of the institution, or of the person for an individual view, and what became of it."""
    asking = {"institution": institution} if institution else {"person": user.pk}
    return round_.late_acceptances.filter(**asking).first()


def may(user: Any, feature: Feature, round_: Round, institution: Institution | None, at: datetime) -> bool:
    """Whether the person has a part that allows the feature in the present phase."""
    return allows(
        phase_for(round_, institution, user, at), feature, parts_of(user, feature, round_, institution, at)
    )


def holds_part_for(
    user: Any, feature: Feature, round_: Round, institution: Institution | None, at: datetime
) -> bool:
    """Whether the person has a part that allows the feature in some phase."""
    parts = parts_of(user, feature, round_, institution, at)
    return any(allows(phase, feature, parts) for phase in Phase)


def is_own(user: Any, submission: Submission, at: datetime | None = None) -> bool:
    """Whether the submission belongs to the person or to an institution of the person."""
    if submission.institution_id is None:
        return bool(user.is_authenticated and submission.person_id == user.pk)
    return submission.institution_id in roles_of(user, at)
