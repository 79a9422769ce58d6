"""The states of an amendment and the steps between them: a table, from the project's taxonomy of states."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an amendment stands."""

    CONCEPT = "concept", _("Concept")
    DRAFTING = "drafting", _("Drafting (working version)")
    LEGAL_CHECK = "legal_check", _("Legal service check")
    INTERAGENCY = "interagency", _("Interagency agreement")
    CONSULTATION = "consultation", _("Open for consultation")
    CONSOLIDATION = "consolidation", _("Consolidating comments")
    COMMITTEE_REVIEW = "committee_review", _("Committee review")
    REVISED = "revised", _("Revised draft published")
    LEGAL_EXPERTISE = "legal_expertise", _("Mandatory legal expertise")
    LINGUISTIC_EXPERTISE = "linguistic_expertise", _("Mandatory linguistic expertise")
    SUBMITTED = "submitted", _("Submitted to the rule-making body")
    FIRST_READING = "first_reading", _("First reading")
    SECOND_READING = "second_reading", _("Second reading")
    THIRD_READING = "third_reading", _("Third reading")
    SIGNED = "signed", _("Signed")
    REGISTERED = "registered", _("Entered in the State Register")
    PUBLISHED = "published", _("Officially published")
    IN_FORCE = "in_force", _("In force (consolidated)")
    RETURNED = "returned", _("Returned for rework")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REJECTED = "rejected", _("Rejected")


PUBLIC_STATES = frozenset(
    {
        State.CONSULTATION,
        State.CONSOLIDATION,
        State.REVISED,
        State.SUBMITTED,
        State.FIRST_READING,
        State.SECOND_READING,
        State.THIRD_READING,
        State.SIGNED,
        State.REGISTERED,
        State.PUBLISHED,
        State.IN_FORCE,
        State.RETURNED,
        State.WITHDRAWN,
        State.REJECTED,
    }
)
"""States whose name may be shown to everybody; who may read a version is said by its releases alone."""


ADOPTED_STATES = frozenset({State.SIGNED, State.REGISTERED, State.PUBLISHED, State.IN_FORCE})
"""States in which the draft is law, so that its text can be sealed as the text of the act."""


NOT_DRAFTED_STATES = frozenset({State.CONCEPT, State.IN_FORCE, State.WITHDRAWN, State.REJECTED})
"""States in which there is no working text to check: it is not begun, or the way is over."""


class Asked(StrEnum):
    """What is recorded with a step that happens outside this site."""

    DAY = "day"
    NUMBER = "number"
    SOURCE = "source"
    IN_FORCE = "in_force"


ASKED: Mapping[State, tuple[Asked, ...]] = {
    State.LEGAL_EXPERTISE: (Asked.DAY,),
    State.LINGUISTIC_EXPERTISE: (Asked.DAY,),
    State.SUBMITTED: (Asked.DAY, Asked.NUMBER),
    State.FIRST_READING: (Asked.DAY,),
    State.SECOND_READING: (Asked.DAY,),
    State.THIRD_READING: (Asked.DAY,),
    State.SIGNED: (Asked.DAY, Asked.NUMBER),
    State.REGISTERED: (Asked.DAY, Asked.NUMBER),
    State.PUBLISHED: (Asked.DAY, Asked.SOURCE, Asked.IN_FORCE),
    State.IN_FORCE: (Asked.IN_FORCE,),
    State.RETURNED: (Asked.DAY,),
    State.REJECTED: (Asked.DAY,),
}
"""What a form asks with a step to this state."""

NEEDED: Mapping[State, frozenset[Asked]] = {
    State.SIGNED: frozenset({Asked.DAY, Asked.NUMBER}),
    State.REGISTERED: frozenset({Asked.DAY, Asked.NUMBER}),
    State.PUBLISHED: frozenset({Asked.DAY, Asked.SOURCE}),
}
"""What the step is not recorded without."""


def day_field(instrument: int) -> str:
    """The field of a form with the day of entry into force of one of several acts."""
    return f"{Asked.IN_FORCE}_{instrument}"


@dataclass(frozen=True, slots=True)
class StepDetails:
    """The day on which it happened, the number of the act or entry, where it was published, and when it enters into
    force.

    `of_act` has, by the key of the instrument, the days of acts that do not follow `in_force`.
    """

    day: date | None = None
    number: str = ""
    source: str = ""
    in_force: date | None = None
    of_act: Mapping[int, date | None] = field(default_factory=dict)

    def typed_of(self, instrument: int) -> date | None:
        """The day that was entered for an act: alone, or for all of them."""
        return self.of_act.get(instrument) if self.of_act else self.in_force

    def day_of(self, instrument: int) -> date | None:
        """When the text of an act enters into force."""
        return self.of_act.get(instrument, self.in_force)

    @property
    def given(self) -> frozenset[Asked]:
        """Which of them are known."""
        return frozenset(name for name in Asked if getattr(self, name.value))


NO_DETAILS = StepDetails()


@dataclass(frozen=True, slots=True)
class Transition:
    """A step: from where (None = the first state), to where, by which roles."""

    start: State | None
    end: State
    roles: frozenset[str]
    skips: tuple[State, ...] = ()
    needs_reason: bool = False
    needs_reason_if_skipped: bool = False

    def asks_reason(self, entered: Collection[str]) -> bool:
        """Whether a reason is due, given the states that the amendment has been in."""
        return self.needs_reason or (
            self.needs_reason_if_skipped and any(s not in entered for s in self.skips)
        )


_D = frozenset({"drafter"})
_S = frozenset({"secretary"})
_DS = _D | _S
# Who returns the text; the drafters call the check back (actions/checking)
_R = frozenset({"legal_reviewer"})

TRANSITIONS = (
    Transition(None, State.CONCEPT, _D),
    Transition(None, State.DRAFTING, _D, (State.CONCEPT,)),
    Transition(State.CONCEPT, State.DRAFTING, _D),
    Transition(State.DRAFTING, State.LEGAL_CHECK, _D),
    Transition(State.DRAFTING, State.INTERAGENCY, _S, (State.LEGAL_CHECK,), needs_reason_if_skipped=True),
    Transition(
        State.DRAFTING,
        State.CONSULTATION,
        _S,
        (
            State.LEGAL_CHECK,
            State.INTERAGENCY,
        ),
        needs_reason_if_skipped=True,
    ),
    Transition(State.LEGAL_CHECK, State.DRAFTING, _R, needs_reason=True),
    Transition(State.LEGAL_CHECK, State.INTERAGENCY, _S),
    Transition(State.LEGAL_CHECK, State.CONSULTATION, _S, (State.INTERAGENCY,), needs_reason_if_skipped=True),
    Transition(State.INTERAGENCY, State.DRAFTING, _D, needs_reason=True),
    Transition(State.INTERAGENCY, State.CONSULTATION, _S),
    Transition(
        State.INTERAGENCY,
        State.LEGAL_EXPERTISE,
        _D,
        (
            State.CONSULTATION,
            State.CONSOLIDATION,
            State.COMMITTEE_REVIEW,
        ),
        needs_reason_if_skipped=True,
    ),
    Transition(State.CONSULTATION, State.CONSOLIDATION, _S),
    Transition(State.CONSOLIDATION, State.CONSULTATION, _S, needs_reason=True),
    Transition(State.CONSOLIDATION, State.COMMITTEE_REVIEW, _S),
    Transition(State.CONSOLIDATION, State.REVISED, _D),
    Transition(State.COMMITTEE_REVIEW, State.CONSOLIDATION, _S, needs_reason=True),
    Transition(State.COMMITTEE_REVIEW, State.REVISED, _D),
    Transition(State.COMMITTEE_REVIEW, State.LEGAL_EXPERTISE, _D),
    Transition(State.REVISED, State.CONSULTATION, _S),
    Transition(State.REVISED, State.COMMITTEE_REVIEW, _S),
    Transition(
        State.REVISED, State.LEGAL_EXPERTISE, _D, (State.COMMITTEE_REVIEW,), needs_reason_if_skipped=True
    ),
    Transition(State.LEGAL_EXPERTISE, State.LINGUISTIC_EXPERTISE, _D),
    Transition(
        State.LEGAL_EXPERTISE,
        State.SUBMITTED,
        _D,
        (State.LINGUISTIC_EXPERTISE,),
        needs_reason_if_skipped=True,
    ),
    Transition(State.LINGUISTIC_EXPERTISE, State.SUBMITTED, _D),
    Transition(State.SUBMITTED, State.FIRST_READING, _DS),
    Transition(
        State.SUBMITTED, State.SECOND_READING, _DS, (State.FIRST_READING,), needs_reason_if_skipped=True
    ),
    Transition(
        State.SUBMITTED,
        State.THIRD_READING,
        _DS,
        (
            State.FIRST_READING,
            State.SECOND_READING,
        ),
        needs_reason_if_skipped=True,
    ),
    Transition(
        State.SUBMITTED,
        State.SIGNED,
        _DS,
        (
            State.FIRST_READING,
            State.SECOND_READING,
            State.THIRD_READING,
        ),
        needs_reason_if_skipped=True,
    ),
    Transition(State.FIRST_READING, State.SECOND_READING, _DS),
    Transition(
        State.FIRST_READING, State.THIRD_READING, _DS, (State.SECOND_READING,), needs_reason_if_skipped=True
    ),
    Transition(State.SECOND_READING, State.THIRD_READING, _DS),
    Transition(State.THIRD_READING, State.SIGNED, _DS),
    Transition(State.SIGNED, State.REGISTERED, _DS),
    Transition(State.SIGNED, State.PUBLISHED, _DS, (State.REGISTERED,), needs_reason_if_skipped=True),
    Transition(State.REGISTERED, State.PUBLISHED, _DS),
    Transition(State.PUBLISHED, State.IN_FORCE, _D),
    Transition(State.INTERAGENCY, State.RETURNED, _DS, needs_reason=True),
    Transition(State.LEGAL_EXPERTISE, State.RETURNED, _DS, needs_reason=True),
    Transition(State.LINGUISTIC_EXPERTISE, State.RETURNED, _DS, needs_reason=True),
    Transition(State.SUBMITTED, State.RETURNED, _DS, needs_reason=True),
    Transition(State.FIRST_READING, State.RETURNED, _DS, needs_reason=True),
    Transition(State.SECOND_READING, State.RETURNED, _DS, needs_reason=True),
    Transition(State.THIRD_READING, State.RETURNED, _DS, needs_reason=True),
    Transition(State.RETURNED, State.DRAFTING, _D),
    Transition(State.RETURNED, State.REVISED, _D),
    Transition(State.SUBMITTED, State.REJECTED, _DS, needs_reason=True),
    Transition(State.FIRST_READING, State.REJECTED, _DS, needs_reason=True),
    Transition(State.SECOND_READING, State.REJECTED, _DS, needs_reason=True),
    Transition(State.THIRD_READING, State.REJECTED, _DS, needs_reason=True),
    Transition(State.CONCEPT, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.DRAFTING, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.LEGAL_CHECK, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.INTERAGENCY, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.CONSULTATION, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.CONSOLIDATION, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.COMMITTEE_REVIEW, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.REVISED, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.LEGAL_EXPERTISE, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.LINGUISTIC_EXPERTISE, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.SUBMITTED, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.FIRST_READING, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.SECOND_READING, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.THIRD_READING, State.WITHDRAWN, _D, needs_reason=True),
    Transition(State.RETURNED, State.WITHDRAWN, _D, needs_reason=True),
)


def steps_from(state: str | None) -> list[Transition]:
    """The possible next steps."""
    return [step for step in TRANSITIONS if step.start == state]
