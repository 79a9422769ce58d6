"""Rounds in lists, the page of a round, and who has not answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from amendments.permissions import holds_on
from consultations.access.powers import Power
from consultations.models import Comment, Institution, Invitation, LateAcceptance, Round, Submission
from consultations.models.visibility import RoundQuerySet
from consultations.queries.comments.comment_lines import for_lines
from consultations.queries.comments.writing import acting_for
from consultations.queries.rounds.late_ends import late_ends
from consultations.queries.rounds.other_ways import OtherWays, other_ways
from consultations.queries.rounds.round_states import WITHOUT_ROUNDS
from consultations.queries.vocabulary.rights_named import of_right
from consultations.rules.phases import Phase, phase_of
from consultations.values import RECEIVED_STATES, WORKING_STATES, Identity, SubmissionState


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a list. `ends`: until when the reader can write, if accepted late."""

    round: Round
    phase: Phase
    ends: datetime | None = None
    naming: int = 0  # the comments that name the right which the list is narrowed to

    @property
    def may_be_followed(self) -> bool:
        """Whether another round on the draft could change anything."""
        return self.round.amendment.state not in WITHOUT_ROUNDS


def lines_of(
    user: Any, rounds: Iterable[Round], at: datetime, counts: Mapping[UUID, int] | None = None
) -> list[RoundLine]:
    """Rounds as the reader sees them: a closed one can be open for whoever was accepted late.

    `counts` are the comments that name the right to which the list is narrowed, by round.
    """
    rows = list(rounds)
    late = late_ends(user, rows, at)
    counts = counts or {}
    return [
        RoundLine(row, phase_seen(row, late.get(row.pk), at), late.get(row.pk), counts.get(row.pk, 0))
        for row in rows
    ]


def phase_seen(round_: Round, late_end: datetime | None, at: datetime) -> Phase:
    """The phase for a reader who was accepted late until a moment, or was not."""
    return phase_of(round_.times, at, accepted_until=late_end)


def for_pages(rounds: RoundQuerySet[Round]) -> RoundQuerySet[Round]:
    """Load everything that lists and pages of rounds show."""
    return rounds.select_related("consultation", "draft__amendment__referral")


def round_lines(user: Any, at: datetime) -> tuple[RoundQuerySet[Round], RoundQuerySet[Round]]:
    """The rounds that a person may see: open and planned ones by their end, and past ones."""
    visible = for_pages(Round.objects.visible_to(user))
    standing = Q(closes__gte=at, closed_at=None, cancelled_at=None)
    return visible.filter(standing).order_by("closes"), visible.exclude(standing).order_by("-closes")


@dataclass(frozen=True, slots=True)
class GridLine:
    """An invited institution and what it has sent."""

    institution: Institution
    answer: str  # submitted, nil, withdrawn, working, none
    sent: tuple[Submission, ...]  # what stands of it, as it came in
    late: LateAcceptance | None

    @property
    def has_answered(self) -> bool:
        """Whether it has sent something or a nil return. Drafts do not count."""
        return self.answer in ("submitted", "nil")


@dataclass(frozen=True, slots=True)
class RoundPage:
    """Everything on the page of a round."""

    round: Round
    phase: Phase
    may_write_for: tuple[Institution | None, ...]
    ways: OtherWays
    comments: int
    answered: int
    grid: tuple[GridLine, ...]  # only for the secretary
    watches: bool
    ends: datetime | None = None  # until when the reader can write, if accepted late

    @property
    def was_closed_early(self) -> bool:
        """Whether the secretary closed it before the announced moment, which says no more."""
        return self.phase is not Phase.CANCELLED and self.round.ended_at != self.round.closes

    @property
    def silent(self) -> int:
        """The number of invited institutions that have not answered."""
        return sum(not line.has_answered for line in self.grid)


def round_page(user: Any, round_: Round, at: datetime) -> RoundPage:
    """The page of a round. Read the round with `visible_to`."""
    visible = Comment.objects.visible_to(user).filter(submission__round=round_).sent().on_the_draft()
    watches = holds_on(user, Power.WATCH_ROUND, round_.amendment)
    late = late_ends(user, [round_], at).get(round_.pk)
    return RoundPage(
        round_,
        phase_seen(round_, late, at),
        tuple(acting_for(user, round_, at)),
        other_ways(user, round_, at),
        visible.count(),
        visible.filter(disposition__decided_at__isnull=False).count(),
        tuple(grid(round_)) if watches else (),
        watches,
        late,
    )


def round_comments(user: Any, round_: Round, right: str = "") -> Any:
    """The sent comments of a round that the person may read, in the order of the law, with withdrawn ones.

    `right` is the code of a right that they have. What a withdrawn comment names is as closed as its text.
    """
    found = Comment.objects.visible_to(user).filter(submission__round=round_, submitted_at__isnull=False)
    found = found.on_the_draft()
    if right:
        found = found.sent().filter(of_right(user, right))
    return for_lines(found).in_law_order()


def grid(round_: Round) -> list[GridLine]:
    """The invited institutions, and those that answered without an invitation. Texts of drafts are not shown.

    Comments whose author is withheld are not counted, because beside the list of the others the count would tell them.
    """
    listed = ~Q(comments__state="discarded") & ~Q(comments__identity=Identity.WITHHELD)
    submissions = (
        Submission.objects.filter(round=round_, institution__isnull=False)
        .annotate(written=Count("comments", filter=listed))
        .select_related("institution")
        .order_by("received_at", "reference")
    )
    by_institution: dict[UUID | None, list[Submission]] = {}
    for row in submissions:
        by_institution.setdefault(row.institution_id, []).append(row)
    late = {row.institution_id: row for row in round_.late_acceptances.exclude(institution=None)}
    invited = Invitation.objects.filter(round=round_).values("institution")
    bodies = Institution.objects.filter(Q(pk__in=invited) | Q(pk__in=by_institution) | Q(pk__in=late))
    return [_grid_line(body, by_institution.get(body.pk, []), late.get(body.pk)) for body in bodies]


def _grid_line(body: Institution, rows: list[Submission], late: LateAcceptance | None) -> GridLine:
    received = [row for row in rows if row.state in RECEIVED_STATES]
    standing = [row for row in received if row.state == SubmissionState.SUBMITTED]
    if standing:
        answer = "nil" if all(row.nil for row in standing) else "submitted"
        return GridLine(body, answer, tuple(standing), late)
    if any(row.state in WORKING_STATES for row in rows):
        return GridLine(body, "working", (), late)
    return GridLine(body, "withdrawn" if received else "none", (), late)
