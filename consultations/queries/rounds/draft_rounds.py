"""The rounds on one draft, as they stand above its redline."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from amendments.models import Draft
from consultations.models import Comment, Round
from consultations.models.visibility import identity_known_to
from consultations.queries.rounds.round_pages import lines_of
from consultations.rules.phases import Phase
from consultations.values import RoundAudience


@dataclass(frozen=True, slots=True)
class DraftRound:
    """A round with the comments that the reader may read and the bodies of which the reader may know."""

    round: Round
    phase: Phase
    comments: int
    bodies: int
    invites: bool  # whether signing in would let the reader take part
    ends: datetime | None = None  # until when the reader can write, if accepted late


def rounds_on(user: Any, draft: Draft, at: datetime) -> list[DraftRound]:
    """The rounds that the reader of the draft may see, in three queries."""
    rounds = list(draft.rounds.visible_on(draft, user).select_related("consultation").order_by("opens"))
    if not rounds:
        return []
    sent = Comment.objects.visible_on(draft, user).sent().filter(submission__round__in=rounds).on_the_draft()
    known = Count("submission__institution", distinct=True, filter=identity_known_to(user))
    rows = sent.order_by().values("submission__round").annotate(found=Count("pk", distinct=True), known=known)
    said = {row["submission__round"]: (row["found"], row["known"]) for row in rows}
    return [
        DraftRound(
            line.round,
            line.phase,
            *said.get(line.round.pk, (0, 0)),
            invites(user, line.round, at),
            line.ends,
        )
        for line in lines_of(user, rounds, at)
    ]


def invites(user: Any, round_: Round, at: datetime) -> bool:
    """Whether a visitor might take part after signing in."""
    is_open = round_.audience == RoundAudience.PUBLIC and round_.phase(at) is Phase.OPEN
    return is_open and not user.is_authenticated
