"""What a step of an amendment would cut short in its consultation (hook `register_step_warnings`)."""

from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.links import StepNotice
from amendments.models import Amendment
from amendments.states import State
from consultations.models import Round
from consultations.queries.rounds.round_states import NOT_YET_CONSULTED
from consultations.rules.phases import Phase
from consultations.times.zoned_times import moment

WHILE_CONSULTED = frozenset({State.CONCEPT, *NOT_YET_CONSULTED, State.INTERAGENCY, State.CONSULTATION})
"""States in which comments on a draft may still come."""


class RoundWarning:
    """Rounds in which comments can still be sent when the amendment goes on."""

    slug = "rounds"

    def before(self, amendment: Amendment, state: str) -> Sequence[StepNotice]:
        """One sentence for each round that is open or announced."""
        if state in WHILE_CONSULTED:
            return ()
        now = timezone.now()
        rounds = Round.objects.filter(draft__amendment=amendment, closes__gte=now, closed_at=None)
        rows = rounds.filter(cancelled_at=None).select_related("draft").order_by("opens", "pk")
        return [StepNotice(_said(row, row.phase(now)), row.url) for row in rows]


def _said(round_: Round, phase: Phase) -> str:
    if phase is Phase.PLANNED:
        words = _("A round on %(draft)s is announced. It opens at %(opens)s.")
    else:
        words = _(
            "A round on %(draft)s is still open: comments can be sent until %(closes)s. The step does not close it. "
            "Close or extend the round on its own page."
        )
    names = {"draft": round_.draft.label, "opens": moment(round_.opens), "closes": moment(round_.closes)}
    return words % names
