"""Who belongs to whom: the accounts that letters go to."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from amendments.models import Amendment
from consultations.models import Institution, Membership, Office, Round, Seat, Submission
from consultations.models.institution import standing
from consultations.values import SENDING_ROLES, SPEAKING_ROLES, MembershipRole, RoundAudience

Pair = tuple[Any, Any]
"""The keys of a person and of the institution for which they are told; None for the person."""


def members(institutions: Iterable[Any], at: datetime, *, senders_only: bool = False) -> list[Pair]:
    """The people of institutions, each once for each; only those who send for them if so asked."""
    rows = Membership.objects.filter(
        standing(at), standing(at, "institution__"), institution__in=list(institutions), user__is_active=True
    ).filter(role__in=SENDING_ROLES if senders_only else SPEAKING_ROLES)
    return sorted(set(rows.values_list("user", "institution")), key=str)


def authors(institution: Any, at: datetime) -> list[Pair]:
    """Those who write for an institution."""
    rows = Membership.objects.filter(
        standing(at), institution=institution, role=MembershipRole.AUTHOR, user__is_active=True
    )
    return [(user, institution) for user in sorted(set(rows.values_list("user", flat=True)))]


def bodies_told(round_: Round, at: datetime) -> set[Any]:
    """The institutions that are told of a round: the invited ones, and those of the committee in its own rounds."""
    bodies = set(round_.invitations.values_list("institution", flat=True))
    if round_.audience == RoundAudience.COMMITTEE:
        seats = Seat.objects.filter(standing(at), committee__referrals__amendment=round_.draft.amendment_id)
        bodies |= set(seats.values_list("institution", flat=True))
    return bodies


def taking_part(round_: Round, at: datetime) -> Iterator[Pair]:
    """The people of these institutions, and those who wrote in their own name."""
    yield from members(bodies_told(round_, at), at)
    own = Submission.objects.filter(round=round_, person__is_active=True)
    yield from ((person, None) for person in sorted(set(own.values_list("person", flat=True))))


def concerned(amendment: Amendment, at: datetime) -> list[Pair]:
    """Everybody who had to do with an amendment: institutions of its rounds and comments, its committee, and people."""
    rounds = Round.objects.filter(draft__amendment=amendment)
    sent = Submission.objects.filter(round__in=rounds)
    committee = {"committee__referrals__amendment": amendment.pk}
    bodies = set(Institution.objects.filter(invitations__round__in=rounds).values_list("pk", flat=True))
    bodies |= set(sent.filter(institution__isnull=False).values_list("institution", flat=True))
    bodies |= set(Seat.objects.filter(standing(at), **committee).values_list("institution", flat=True))
    found = members(bodies, at)
    told = {person for person, _body in found}
    alone = set(sent.filter(person__is_active=True).values_list("person", flat=True))
    alone |= set(
        Office.objects.filter(standing(at), user__is_active=True, **committee).values_list("user", flat=True)
    )
    return [*found, *((person, None) for person in sorted(alone - told))]
