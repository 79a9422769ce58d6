"""One table that says who may do what in which phase of a round.

The phase follows from the times of the round. A part is the capacity in which a person acts in a round. This module
says what a part may do and when; `consultations/access/permissions.py` says who has which part.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    """The phase of a round at a moment, for one institution or person."""

    PLANNED = "planned"
    OPEN = "open"
    LATE = "late"  # closed, but this institution or person was accepted late by the secretary
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Part(StrEnum):
    """The capacity in which a person acts in a round."""

    PERSON = "person"  # is signed in and comments in their own name in a public round
    AUTHOR = "author"  # writes for an institution that may take part
    FOCAL_POINT = "focal_point"  # signs off and submits for the institution; heads may do so too
    DRAFTER = "drafter"  # belongs to the body that drafts the amendment
    HOLDER = "holder"  # holds an office of the site with the power that the feature needs


class Feature(StrEnum):
    """Something that can be done in a round."""

    WRITE = "write"
    SIGN_OFF = "sign_off"
    SUBMIT = "submit"
    NIL_RETURN = "nil_return"
    CO_SIGN = "co_sign"
    WITHDRAW = "withdraw"
    ASK_LATE = "ask_late"
    INVITE = "invite"
    CORRECT_AUDIENCE = "correct_audience"
    ASK_QUESTIONS = "ask_questions"
    EXTEND = "extend"
    CLOSE = "close"
    CANCEL = "cancel"
    REOPEN = "reopen"
    ACCEPT_LATE = "accept_late"
    ENTER_ON_BEHALF = "enter_on_behalf"
    GROUP = "group"
    PROPOSE_ANSWER = "propose_answer"
    CONFIRM_PLACEMENT = "confirm_placement"
    DECIDE_ANSWER = "decide_answer"


_WRITERS = frozenset({Part.PERSON, Part.AUTHOR, Part.FOCAL_POINT})
_SENDERS = frozenset({Part.PERSON, Part.FOCAL_POINT})
_FOCAL = frozenset({Part.FOCAL_POINT})
_HOLDER = frozenset({Part.HOLDER})
_ANSWERERS = frozenset({Part.HOLDER, Part.DRAFTER})

_TAKING_PART = {
    Feature.WRITE: _WRITERS,
    Feature.SIGN_OFF: _FOCAL,
    Feature.SUBMIT: _SENDERS,
    Feature.NIL_RETURN: _FOCAL,
}
_ANSWERING = {
    Feature.GROUP: _HOLDER,
    Feature.PROPOSE_ANSWER: _ANSWERERS,
    Feature.CONFIRM_PLACEMENT: _ANSWERERS,
    Feature.DECIDE_ANSWER: _HOLDER,
}

TABLE: Mapping[Phase, Mapping[Feature, frozenset[Part]]] = {
    Phase.PLANNED: {
        Feature.ASK_QUESTIONS: _HOLDER,
        Feature.CORRECT_AUDIENCE: _HOLDER,
        Feature.INVITE: _HOLDER,
        Feature.EXTEND: _HOLDER,
        Feature.CANCEL: _HOLDER,
    },
    Phase.OPEN: {
        **_TAKING_PART,
        **_ANSWERING,
        Feature.CO_SIGN: _FOCAL,
        Feature.WITHDRAW: _SENDERS,
        Feature.INVITE: _HOLDER,
        Feature.EXTEND: _HOLDER,
        Feature.CLOSE: _HOLDER,
        Feature.CANCEL: _HOLDER,
        Feature.ENTER_ON_BEHALF: _HOLDER,
    },
    Phase.LATE: {
        **_TAKING_PART,
        **_ANSWERING,
        Feature.WITHDRAW: _SENDERS,
        Feature.CLOSE: _HOLDER,
        Feature.REOPEN: _HOLDER,
        Feature.ACCEPT_LATE: _HOLDER,
        Feature.ENTER_ON_BEHALF: _HOLDER,
    },
    Phase.CLOSED: {
        **_ANSWERING,
        Feature.WITHDRAW: _SENDERS,
        Feature.ASK_LATE: _SENDERS,
        Feature.CLOSE: _HOLDER,
        Feature.REOPEN: _HOLDER,
        Feature.ACCEPT_LATE: _HOLDER,
        Feature.ENTER_ON_BEHALF: _HOLDER,
    },
    Phase.CANCELLED: {Feature.WITHDRAW: _SENDERS},
}


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a round that decide its phase."""

    opens: datetime
    closes: datetime
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None


def phase_of(times: Times, at: datetime, *, accepted_until: datetime | None = None) -> Phase:
    """The phase at a moment. The round is still open during the whole closing second.

    `accepted_until`: until when the secretary accepts a late submission of the institution or person.
    """
    if times.cancelled_at is not None and times.cancelled_at <= at:
        return Phase.CANCELLED
    if at < times.opens:
        return Phase.PLANNED
    if at.replace(microsecond=0) <= times.closes and (times.closed_at is None or at < times.closed_at):
        return Phase.OPEN
    if accepted_until is not None and at.replace(microsecond=0) <= accepted_until:
        return Phase.LATE
    return Phase.CLOSED


def allows(phase: Phase, feature: Feature, parts: Collection[Part]) -> bool:
    """Whether a person with one of these parts may do it in this phase."""
    return not TABLE[phase].get(feature, frozenset()).isdisjoint(parts)
