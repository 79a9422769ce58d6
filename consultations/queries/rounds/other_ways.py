"""What a person can do in a round besides commenting: say that there are no comments, or ask to be accepted late."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from consultations.access.permissions import late_acceptance, may
from consultations.models import Institution, LateAcceptance, Round, Submission
from consultations.queries.comments.writing import late_askers, writers_of
from consultations.queries.rounds.round_states import WAY_OVER
from consultations.rules.phases import Feature
from consultations.values import RECEIVED_STATES, WORKING_STATES

# For so long after the end of a round, people are offered to ask for a late acceptance
ASKABLE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class OtherWays:
    """The institutions for which the person can do these; None stands for an individual view."""

    nil: tuple[Institution, ...] = ()
    late: tuple[Institution | None, ...] = ()
    asked: tuple[LateAcceptance, ...] = ()  # requests that wait for the secretary
    declined: tuple[LateAcceptance, ...] = ()  # that she declined; their senders may ask again


def other_ways(user: Any, round_: Round, at: datetime) -> OtherWays:
    """What the page of a round offers to this reader."""
    bodies = writers_of(user, round_, at)
    if not bodies:
        return OtherWays()
    late = late_askers(user, round_, bodies, at) if round_.ended_at >= at - ASKABLE else []
    requests = {body: late_acceptance(round_, body, user) for body in late}
    known = [row for row in requests.values() if row is not None]
    waiting = [row for row in known if row.is_waiting]
    is_over = round_.amendment.state in WAY_OVER  # what came now could change nothing
    return OtherWays(
        tuple(_silent(user, round_, bodies, at)),
        () if is_over else tuple(body for body, row in requests.items() if row not in waiting),
        tuple(waiting),
        tuple(row for row in known if row.declined_at is not None),
    )


def _silent(user: Any, round_: Round, bodies: list[Institution | None], at: datetime) -> list[Institution]:
    """The institutions that have written nothing, for which the person can send a nil return."""
    wrote = Submission.objects.filter(round=round_, state__in=[*WORKING_STATES, *RECEIVED_STATES])
    known = set(wrote.values_list("institution", flat=True))
    return [
        body for body in bodies
        if body and body.pk not in known and may(user, Feature.NIL_RETURN, round_, body, at)
    ]  # fmt: skip
