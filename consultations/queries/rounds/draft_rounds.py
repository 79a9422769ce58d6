"""The rounds on one draft, as they stand above its redline."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count

from amendments.models import Draft
from consultations.models import Comment, Round
from consultations.models.visibility import identity_known_to
from consultations.queries.comments.writing import acting_for
from consultations.queries.rounds.round_pages import RoundLine, lines_of
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


class DraftDiscussion:
    """The rounds on a draft and what was said in them, for a reader of it; each part is asked once.

    Several parts of the page of a draft need them. Whoever makes one has read the draft with `visible_to`.
    """

    def __init__(self, user: Any, draft: Draft, at: datetime) -> None:
        self._user, self._draft, self._at = user, draft, at

    @cached_property
    def _lines(self) -> list[RoundLine]:
        rounds = self._draft.rounds.visible_on(self._draft, self._user).select_related("consultation")
        return lines_of(self._user, rounds.order_by("opens"), self._at)

    @cached_property
    def _said(self) -> dict[UUID, tuple[int, int]]:
        """By round, the comments that the reader may read, and the bodies of which the reader may know."""
        sent = Comment.objects.visible_on(self._draft, self._user).sent().on_the_draft()
        known = Count("submission__institution", distinct=True, filter=identity_known_to(self._user))
        rows = sent.order_by().values("submission__round")
        counted = rows.annotate(found=Count("pk", distinct=True), known=known)
        return {row["submission__round"]: (row["found"], row["known"]) for row in counted}

    @property
    def has_comments(self) -> bool:
        """Whether the reader may read a comment on the draft."""
        return bool(self._said)

    def rounds(self) -> list[DraftRound]:
        """The rounds that the reader may see, the first one first."""
        return [
            DraftRound(
                line.round,
                line.phase,
                *self._said.get(line.round.pk, (0, 0)),
                invites(self._user, line.round, self._at),
                line.ends,
            )
            for line in self._lines
        ]

    def open_round(self) -> Round | None:
        """The round in which the reader may write now, or might after signing in."""
        rounds = (line.round for line in self._lines if line.phase in (Phase.OPEN, Phase.LATE))
        return next((row for row in rounds if self._may_write_in(row)), None)

    def _may_write_in(self, round_: Round) -> bool:
        user, at = self._user, self._at
        return invites(user, round_, at) or bool(acting_for(user, round_, at))


def invites(user: Any, round_: Round, at: datetime) -> bool:
    """Whether a visitor might take part after signing in."""
    is_open = round_.audience == RoundAudience.PUBLIC and round_.phase(at) is Phase.OPEN
    return is_open and not user.is_authenticated
