"""What a step of an amendment would cut short in its consultation, or leave unsaid (hook `register_step_warnings`)."""

from collections.abc import Iterator, Sequence

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from amendments.links import StepNotice
from amendments.models import Amendment
from amendments.states import State
from consultations.models import Comment, Round
from consultations.queries.rounds.round_states import NOT_YET_CONSULTED
from consultations.rules.phases import Phase
from consultations.times.zoned_times import moment
from consultations.values import Visibility

WHILE_CONSULTED = frozenset({State.CONCEPT, *NOT_YET_CONSULTED, State.INTERAGENCY, State.CONSULTATION})
"""States in which comments on a draft may still come."""

AFTER_ANSWERS = frozenset(
    {State.SUBMITTED, State.FIRST_READING, State.SECOND_READING, State.THIRD_READING, State.SIGNED}
)
"""States that an amendment reaches when the committee has answered."""


class RoundWarning:
    """Rounds in which comments can still be sent when the amendment goes on, and those with comments that nobody answered."""

    slug = "rounds"

    def before(self, amendment: Amendment, state: str) -> Sequence[StepNotice]:
        """One sentence for each round that is open or announced, and for each whose public comments have no answer."""
        if state in WHILE_CONSULTED:
            return ()
        now = timezone.now()
        rounds = Round.objects.filter(draft__amendment=amendment, closes__gte=now, closed_at=None)
        rows = rounds.filter(cancelled_at=None).select_related("draft").order_by("opens", "pk")
        unanswered = _unanswered(amendment) if state in AFTER_ANSWERS else ()
        return [*(StepNotice(_said(row, row.phase(now)), row.url) for row in rows), *unanswered]


def _unanswered(amendment: Amendment) -> Iterator[StepNotice]:
    """Of public comments alone: who takes a step need not know whether there are others."""
    waiting = Comment.objects.sent().filter(
        submission__round=OuterRef("pk"),
        visibility=Visibility.PUBLIC,
        duplicate_of=None,
        question=None,
        disposition__decided_at=None,
    )
    rounds = Round.objects.filter(Exists(waiting), draft__amendment=amendment, cancelled_at=None)
    for row in rounds.select_related("draft").order_by("opens", "pk"):
        words = _(
            "Comments of the round on %(draft)s have no decided answer yet. Those who sent them will not learn what "
            "became of them before the draft goes on."
        )
        yield StepNotice(words % {"draft": row.draft.label}, row.url)


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
