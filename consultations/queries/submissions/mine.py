""" "My institution": drafts, submissions that await sign-off, deadlines, and the outcome of each comment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q

from consultations.access.memberships import institutions_of, sends_for
from consultations.access.remit import committee_of
from consultations.models import (
    Comment,
    Institution,
    Invitation,
    LateAcceptance,
    Round,
    Seat,
    Submission,
)
from consultations.models.institution import standing
from consultations.models.visibility import CommentQuerySet
from consultations.queries.rounds.late_ends import Sender, own_late_ends
from consultations.queries.rounds.other_ways import ASKABLE
from consultations.queries.rounds.round_pages import for_pages
from consultations.rules.phases import Phase
from consultations.values import RECEIVED_STATES, WORKING_STATES, RoundAudience


@dataclass(frozen=True, slots=True)
class RoundToAnswer:
    """A round that is open for the institution, and what it has done in it."""

    round: Round
    working: Submission | None
    sent: Submission | None
    late_end: datetime | None = None

    @property
    def ends(self) -> datetime:
        """Until when the institution can write."""
        return self.late_end or self.round.ended_at


@dataclass(frozen=True, slots=True)
class Unsent:
    """A submission that is not sent, and until when it can be."""

    submission: Submission
    ends: datetime


@dataclass(frozen=True, slots=True)
class Body:
    """An institution as its people see it. None means the person's individual views."""

    institution: Institution | None
    sends: bool
    rounds: tuple[RoundToAnswer, ...]
    working: tuple[Unsent, ...]


def my_bodies(user: Any, at: datetime) -> list[Body]:
    """One body for each institution of the person, and one for individual views."""
    bodies: list[Institution | None] = list(Institution.objects.filter(pk__in=institutions_of(user, at)))
    sends = set(sends_for(user, at))
    late = own_late_ends(user, at)
    rounds = list(_open_rounds(user, at, [round_ for round_, _body in late]))
    invited = _invited(rounds) | _seated(rounds, bodies, at)
    own = Q(institution__in=[b.pk for b in bodies if b]) | Q(person=user)
    submissions = list(
        Submission.objects.filter(own)
        .filter(Q(state__in=WORKING_STATES) | Q(round__in=rounds))
        .select_related("round__draft__amendment", "round__consultation", "institution")
        .prefetch_related("comments")
        .order_by("-round__closes", "reference")
    )
    return [
        _body(body, body is None or body.pk in sends, rounds, submissions, _Asked(invited, late, at))
        for body in [*bodies, None]
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The invitations and seats, and the ends of late acceptances, by round and institution."""

    invited: set[tuple[UUID, UUID]]
    late: dict[Sender, datetime]
    at: datetime

    def answers(self, round_: Round, body: Institution | None) -> bool:
        """Whether the round is open for the institution, or for the person."""
        if round_.phase(self.at) is Phase.CLOSED:
            return self.late_end(round_, body) is not None
        if round_.audience == RoundAudience.PUBLIC:
            return True
        return body is not None and (round_.pk, body.pk) in self.invited

    def late_end(self, round_: Round, body: Institution | None) -> datetime | None:
        """Until when the institution can still write in a round that is over."""
        return self.late.get((round_.pk, body.pk if body else None))


def _open_rounds(user: Any, at: datetime, late: Iterable[UUID]) -> Any:
    is_open = Q(opens__lte=at, closes__gte=at, closed_at=None, cancelled_at=None)
    return (
        for_pages(Round.objects.visible_to(user))
        .prefetch_related("questions")
        .filter(is_open | Q(pk__in=late))
    )


def _invited(rounds: list[Round]) -> set[tuple[UUID, UUID]]:
    return set(Invitation.objects.filter(round__in=rounds).values_list("round_id", "institution_id"))


def _seated(
    rounds: list[Round], bodies: Iterable[Institution | None], at: datetime
) -> set[tuple[UUID, UUID]]:
    """The rounds of the committee that each body answers, as it sits on the committee of the amendment."""
    here = [row for row in rounds if row.audience == RoundAudience.COMMITTEE]
    seats = Seat.objects.filter(standing(at), institution__in=[body for body in bodies if body])
    held = set(seats.values_list("committee", "institution")) if here else set()
    return {
        (row.pk, body) for row in here for committee, body in held if committee_of(row.amendment) == committee
    }


def _body(
    body: Institution | None,
    sends: bool,
    rounds: list[Round],
    submissions: list[Submission],
    asked: _Asked,
) -> Body:
    mine = [row for row in submissions if row.institution == body]
    return Body(
        body,
        sends,
        tuple(_to_answer(r, mine, asked.late_end(r, body)) for r in rounds if asked.answers(r, body)),
        tuple(
            Unsent(row, asked.late_end(row.round, body) or row.round.ended_at)
            for row in mine
            if row.state in WORKING_STATES
        ),
    )


def _to_answer(round_: Round, mine: list[Submission], late_end: datetime | None) -> RoundToAnswer:
    here = [row for row in mine if row.round_id == round_.pk]
    return RoundToAnswer(
        round_,
        next((row for row in here if row.state in WORKING_STATES), None),
        next((row for row in here if row.state in RECEIVED_STATES), None),
        late_end,
    )


def my_outcomes(user: Any) -> CommentQuerySet[Comment]:
    """All comments that the person and their institutions have sent, the newest first."""
    sent = Comment.objects.own_of(user).filter(submitted_at__isnull=False)
    return sent.order_by("-submitted_at", "reference")


@dataclass(frozen=True, slots=True)
class LateRound:
    """A round that closed recently before the institution, or the person, had sent everything."""

    round: Round
    institution: Institution | None
    acceptance: LateAcceptance | None

    def holds(self, at: datetime) -> bool:
        """Whether the acceptance holds: the round then stands among the open ones."""
        end = self.acceptance.until if self.acceptance else None
        return end is not None and at.replace(microsecond=0) <= end


def late_rounds(user: Any, at: datetime) -> list[LateRound]:
    """Closed rounds for which a focal point or a person may still ask to be accepted late."""
    bodies = Institution.objects.filter(pk__in=sends_for(user, at))
    closed = for_pages(Round.objects.visible_to(user)).filter(
        Q(closes__lt=at) | Q(closed_at__lte=at), closes__gte=at - ASKABLE, cancelled_at=None
    )
    here = Q(institution__in=bodies)
    own = here | Q(person=user)
    rounds = list(
        closed.prefetch_related(
            Prefetch("invitations", Invitation.objects.filter(here)),
            Prefetch("submissions", Submission.objects.filter(own)),
            Prefetch("late_acceptances", LateAcceptance.objects.filter(own)),
        )
    )
    found = [
        LateRound(r, body, next((a for a in r.late_acceptances.all() if _is_of(a, body, user)), None))
        for r in rounds
        for body in (*bodies, None)
        if (_is_late(r, body) if body else _has_drafts(r, user))
    ]
    return [row for row in found if not row.holds(at)]


def _is_of(row: LateAcceptance, body: Institution | None, user: Any) -> bool:
    return row.institution_id == body.pk if body else row.person_id == user.pk


def _has_drafts(round_: Round, user: Any) -> bool:
    """Whether the person has drafts of an individual view that were not sent."""
    return any(row.person_id == user.pk and row.state in WORKING_STATES for row in round_.submissions.all())


def _is_late(round_: Round, body: Institution) -> bool:
    """Whether it was invited and has sent nothing, or has drafts that were not sent."""
    here = [row for row in round_.submissions.all() if row.institution_id == body.pk]
    if any(row.state in WORKING_STATES for row in here):
        return True
    invited = any(row.institution_id == body.pk for row in round_.invitations.all())
    return invited and not any(row.is_received for row in here)
