"""The rounds on the secretary's desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from amendments.models import Draft
from consultations.access.powers import Power
from consultations.models import LateAcceptance, Round
from consultations.models.visibility import RoundQuerySet, where
from consultations.queries.rounds.round_pages import GridLine, for_pages, grid
from consultations.queries.rounds.round_states import WITHOUT_ROUNDS
from consultations.rules.phases import Feature, Part, Phase, allows
from consultations.values import RoundStep

STEPS = {
    "extend": Feature.EXTEND,
    "reopen": Feature.REOPEN,
    "close": Feature.CLOSE,
    "cancel": Feature.CANCEL,
    "audience": Feature.CORRECT_AUDIENCE,
    "undo-audience": Feature.CORRECT_AUDIENCE,
    "questions": Feature.ASK_QUESTIONS,
    "invite": Feature.INVITE,
    "accept-late": Feature.ACCEPT_LATE,
    "decline-late": Feature.ACCEPT_LATE,
    "remind": Feature.INVITE,
}


FOR_MORE = frozenset({"extend", "reopen", "accept-late"})  # that let more comments come in


@dataclass(frozen=True, slots=True)
class ManagedRound:
    """A round with its grid, its late requests and its next possible steps."""

    phase: Phase
    grid: tuple[GridLine, ...]
    late: tuple[LateAcceptance, ...]
    steps: tuple[str, ...]
    may_enter: bool  # whether comments that came by letter, by e-mail or at a hearing can be entered

    @property
    def silent(self) -> int:
        """The number of invited institutions without an answer."""
        return sum(not line.has_answered for line in self.grid)


def managed_round(round_: Round, at: datetime) -> ManagedRound:
    """A round as the secretary sees it."""
    phase = round_.phase(at)
    steps = tuple(name for name, feature in STEPS.items() if allows(phase, feature, [Part.HOLDER]))
    if round_.closed_at is not None:
        steps = tuple(name for name in steps if name != "close")
    if not round_.notices.filter(step=RoundStep.CORRECTED).exists():
        steps = tuple(name for name in steps if name != "undo-audience")
    if phase is not Phase.OPEN:
        steps = tuple(name for name in steps if name != "remind")
    if round_.amendment.state in WITHOUT_ROUNDS:
        steps = tuple(name for name in steps if name not in FOR_MORE)
    late = tuple(round_.late_acceptances.select_related("institution", "asked_by", "accepted_by"))
    if not any(row.is_waiting for row in late):
        steps = tuple(name for name in steps if name != "decline-late")
    return ManagedRound(phase, tuple(grid(round_)), late, steps, may_enter(round_, at))


def may_enter(round_: Round, at: datetime) -> bool:
    """Whether the secretary may now enter comments that came on paper, by e-mail or at a hearing."""
    return allows(round_.phase(at), Feature.ENTER_ON_BEHALF, [Part.HOLDER])


def rounds_to_manage(user: Any) -> RoundQuerySet[Round]:
    """The rounds of the committees whose secretary the person is."""
    return for_pages(Round.objects.visible_to(user)).filter(
        where(user, Power.WATCH_ROUND, "draft__amendment")
    )


def drafts_to_consult(user: Any) -> QuerySet[Draft]:
    """Drafts without a round that the secretary may read, the newest first, until the way of the amendment is over."""
    return (
        Draft.objects.visible_to(user)
        .filter(where(user, Power.OPEN_ROUND, "amendment"), rounds=None)
        .exclude(amendment__state__in=WITHOUT_ROUNDS)
        .select_related("amendment")
        .prefetch_related("releases")
        .order_by("-sealed_at")[:20]
    )
