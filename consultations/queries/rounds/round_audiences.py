"""For whom a round on a draft can be, and which institutions can be invited to it, also at once."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from amendments.audiences import PUBLIC
from amendments.models import Draft
from consultations.access.remit import committee_of
from consultations.models import Institution, Invitation, Round, Seat
from consultations.models.institution import standing
from consultations.values import RoundAudience


def open_audiences(draft: Draft) -> list[RoundAudience]:
    """The audiences whose people may read the draft, the narrowest first. Everybody's draft is also theirs."""
    released = set(draft.releases.values_list("audience", flat=True))
    return [one for one in RoundAudience if PUBLIC in released or one.value in released]


def readers_if_invited(draft: Draft, at: datetime) -> Q:
    """A condition: the institutions whose people may read the draft once they are invited.

    A draft that is released to its committee alone stays closed to the others, whatever they are invited to.
    """
    if {RoundAudience.PUBLIC, RoundAudience.INVITED}.intersection(open_audiences(draft)):
        return Q()
    return Q(pk__in=committee_seats(draft, at))


def shut_out(draft: Draft, institutions: Iterable[Institution], at: datetime) -> list[Institution]:
    """Those of the institutions that could not read the draft to which they are invited."""
    asked = {institution.pk for institution in institutions}
    able = Institution.objects.filter(readers_if_invited(draft, at), pk__in=asked)
    return list(Institution.objects.filter(pk__in=asked).exclude(pk__in=able.values("pk")).order_by("name"))


def invited_last_time(draft: Draft) -> frozenset[UUID]:
    """The institutions of the last round on the amendment; without one, of the last round of its committee."""
    rounds = Round.objects.filter(cancelled_at=None, invitations__isnull=False).order_by("-opens", "-pk")
    last = rounds.filter(draft__amendment=draft.amendment_id).first()
    committee = committee_of(draft.amendment)
    if last is None and committee is not None:
        last = rounds.filter(draft__amendment__referral__committee=committee).first()
    rows = Invitation.objects.filter(round=last) if last else Invitation.objects.none()
    return frozenset(rows.values_list("institution_id", flat=True))


def committee_seats(draft: Draft, at: datetime) -> frozenset[UUID]:
    """The institutions with a seat on the committee of the amendment."""
    seats = Seat.objects.filter(standing(at), committee=committee_of(draft.amendment))
    return frozenset(seats.values_list("institution_id", flat=True))
