"""The steps through the states that a person may take now: what each one asks, and what stands in its way."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.hooks import STEP_SEQUELS, StepSequel, collect
from amendments.models import Amendment, Commencement, Draft, Instrument, LegalCheck, StateChange, Version
from amendments.permissions import holds_on, may_draft
from amendments.queries.way.checking import open_check
from amendments.states import (
    ADOPTED_STATES,
    ASKED,
    NO_DETAILS,
    Asked,
    State,
    StepDetails,
    Transition,
    steps_from,
)
from amendments.text.entry_words import days_in_words
from amendments.text.step_words import STEP_WORDS

WITHOUT_DRAFT = frozenset({State.CONCEPT, State.DRAFTING, State.LEGAL_CHECK, State.WITHDRAWN})
"""States into which an amendment goes without a sealed draft."""

ENDS = frozenset({State.WITHDRAWN, State.REJECTED})


def roles_on(user: object, amendment: Amendment) -> set[str]:
    """The roles of the table of transitions that a person has on an amendment. The reviewer answers a check instead."""
    roles = {
        "drafter": may_draft(user, amendment),
        "secretary": holds_on(user, "amendments.move_amendment", amendment),
    }
    return {role for role, is_held in roles.items() if is_held}


@dataclass(frozen=True, slots=True)
class OfferedStep:
    """A step for a person: its name on a button, whether it asks for a reason, and what stands in its way."""

    state: State
    words: str
    needs_reason: bool
    asks: tuple[Asked, ...]
    left_out: tuple[str, ...]
    obstacle: str

    @property
    def is_the_end(self) -> bool:
        """Whether the way ends there."""
        return self.state in ENDS


@dataclass(frozen=True, slots=True)
class LastStep:
    """The last step, if the person took it today. It is taken back only if nothing `followed` from it."""

    change: StateChange
    back_to: State
    followed: tuple[str, ...] = ()  # sentences


class Way:
    """What is known of the way of an amendment; each fact is read once, when a step asks for it."""

    def __init__(self, amendment: Amendment) -> None:
        self.amendment = amendment

    @cached_property
    def changes(self) -> list[StateChange]:
        """The steps so far that were not taken back."""
        rows = list(self.amendment.state_changes.all())
        gone = {row.takes_back_id for row in rows if row.takes_back_id}
        return [row for row in rows if row.pk not in gone and row.takes_back_id is None]

    @property
    def entered(self) -> set[str]:
        """The states in which the amendment has been."""
        return {row.state for row in self.changes}

    @cached_property
    def check(self) -> LegalCheck | None:
        """The legal check that is under way."""
        return open_check(self.amendment)

    @cached_property
    def last_draft(self) -> Draft | None:
        """The last sealed draft."""
        return self.amendment.drafts.order_by("-number").first()

    @cached_property
    def adopted(self) -> list[Version]:
        """The texts of acts that a draft has become."""
        adopted = Version.objects.filter(text_of__draft__amendment=self.amendment)
        return list(adopted.select_related("instrument").order_by("text_of__order"))

    @cached_property
    def days(self) -> dict[UUID, date | None]:
        """When each of them enters into force, as the last row says."""
        rows = Commencement.objects.filter(version__in=self.adopted).order_by("recorded_at", "pk")
        return dict(rows.values_list("version", "date"))

    @cached_property
    def earliest_day(self) -> date | None:
        """The next step is not before the steps so far, nor before the acts that the law amends."""
        return max([*self._days_of_acts, *filter(None, (row.day for row in self.changes))], default=None)

    @cached_property
    def earliest_force(self) -> date | None:
        """No law is in force before it was signed, nor before the acts that it amends."""
        signed = (row.day for row in self.changes if row.state == State.SIGNED)
        return max([*self._days_of_acts, *filter(None, signed)], default=None)

    @cached_property
    def instruments(self) -> list[Instrument]:
        """The acts that it amends."""
        return [each.instrument for each in self.amendment.amended_acts.select_related("instrument")]

    @property
    def _days_of_acts(self) -> list[date]:
        return [act.date for act in self.instruments if act.date is not None]

    @property
    def known_days(self) -> list[tuple[str, date]]:
        """The acts of which the day of entry into force is known."""
        days = self.days
        return [(text.instrument.shown_title, day) for text in self.adopted if (day := days.get(text.pk))]

    @property
    def correctable(self) -> list[Version]:
        """The adopted texts whose day may still be corrected: it has not come, and nobody said that the law is in force."""
        if self.amendment.state not in ADOPTED_STATES - {State.IN_FORCE}:
            return []
        return [text for text in self.adopted if (day := self.days.get(text.pk)) and day > localdate()]

    @property
    def last_recorded(self) -> int | None:
        """The newest row of the days, by which a page tells what the person saw; None before the adoption."""
        rows = Commencement.objects.filter(version__in=self.adopted).order_by("-pk")
        return rows.values_list("pk", flat=True).first()

    @property
    def undetermined(self) -> list[Version]:
        """The adopted texts of which the day of entry into force is not known."""
        return [version for version in self.adopted if self.days.get(version.pk) is None]

    def obstacle(self, state: State, details: StepDetails = NO_DETAILS) -> str:
        """What stands in the way of a step to this state, as a sentence; "" for nothing.

        The `details` may have the days of entry into force that were not known.
        """
        if self.check is not None and self.amendment.state == State.LEGAL_CHECK and state not in ENDS:
            return _("The legal check is not finished: %(reviewer)s has the text until %(due)s.") % {
                "reviewer": self.check.reviewer_label,
                "due": date_format(self.check.due, "DATE_FORMAT"),
            }
        if state not in WITHOUT_DRAFT and self.last_draft is None:
            return _("No draft is sealed yet. The drafters seal the text that passed the legal check.")
        if state == State.REVISED and not self._is_revised():
            return _("No draft was sealed since the consultation began. Seal the revised draft first.")
        return self._before_force(details) if state == State.IN_FORCE else ""

    def _is_revised(self) -> bool:
        began = [row.at for row in self.changes if row.state == State.CONSULTATION]
        return not began or (self.last_draft is not None and self.last_draft.sealed_at > began[-1])

    def _before_force(self, given: StepDetails) -> str:
        if not self.adopted:
            return _("The adoption is not recorded yet. Record it in the workspace first.")
        days = self._days_with(given)
        if None in days or not self.is_ahead(given):  # a day that is not known is asked first
            return ""
        last = max(filter(None, days))
        if len(set(days)) == 1:
            return _("The law enters into force on %(day)s.") % {"day": date_format(last, "DATE_FORMAT")}
        titles = [text.instrument.shown_title for text in self.adopted]
        said = [(title, day) for title, day in zip(titles, days, strict=True) if day]
        words = _("The acts enter into force on different days. %(days)s. The last of them has not come.")
        return words % {"days": days_in_words(said)}

    def is_ahead(self, given: StepDetails) -> bool:
        """Whether one of the adopted texts enters into force on a day to come, by what is known and given."""
        return any(day > localdate() for day in self._days_with(given) if day is not None)

    def _days_with(self, given: StepDetails) -> list[date | None]:
        return [self.days.get(each.pk) or given.day_of(each.instrument_id) for each in self.adopted]


def offered_steps(user: Any, amendment: Amendment) -> list[OfferedStep]:
    """The steps of the person's roles; the legal check has pages of its own."""
    return _offered_to(roles_on(user, amendment), Way(amendment))


def _offered_to(roles: Collection[str], way: Way) -> list[OfferedStep]:
    steps = steps_from(way.amendment.state)
    return [
        _offered(step, way)
        for step in steps
        if step.end != State.LEGAL_CHECK and not step.roles.isdisjoint(roles)
    ]


def _offered(step: Transition, way: Way) -> OfferedStep:
    entered = way.entered
    return OfferedStep(
        step.end,
        str(STEP_WORDS[step.end]),
        step.asks_reason(entered),
        _asks(step.end, way),
        tuple(_left_out(step, entered)),
        way.obstacle(step.end),
    )


def _asks(state: State, way: Way) -> tuple[Asked, ...]:
    """The day of entry into force is asked until it is known."""
    is_known = bool(way.adopted) and not way.undetermined
    return tuple(name for name in ASKED.get(state, ()) if name != Asked.IN_FORCE or not is_known)


def _left_out(step: Transition, entered: Collection[str]) -> list[str]:
    return [str(State(state).label) for state in step.skips if state not in entered]


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What a person can do with the state of an amendment now."""

    amendment: Amendment
    offered: tuple[OfferedStep, ...]
    last: LastStep | None
    corrects_days: bool = False  # of entry into force

    def __bool__(self) -> bool:
        return bool(self.offered or self.last or self.corrects_days)


def next_steps(user: Any, amendment: Amendment) -> NextSteps:
    """The steps of the person's roles, and the own one that can be taken back."""
    roles = roles_on(user, amendment)
    if not roles:
        return NextSteps(amendment, (), None)
    way = Way(amendment)
    corrects = "drafter" in roles and bool(way.correctable)
    return NextSteps(amendment, tuple(_offered_to(roles, way)), _last_own(user, way), corrects)


def last_own_step(user: Any, amendment: Amendment) -> LastStep | None:
    """The last step, if the person may take it back or could if nothing had followed from it."""
    return _last_own(user, Way(amendment)) if roles_on(user, amendment) else None


def taken_before(user: Any, amendment: Amendment, state: str) -> StateChange | None:
    """The last step, if the person took this very one: the button was clicked twice."""
    last = amendment.state_changes.last()
    is_same = last is not None and (last.state, last.by_id, last.takes_back_id) == (state, user.pk, None)
    return last if is_same else None


def _last_own(user: Any, way: Way) -> LastStep | None:
    """Asking for a legal check and its answer are not taken back."""
    if len(way.changes) < 2:
        return None
    last, before = way.changes[-1], way.changes[-2]
    if last.by_id != user.pk or localdate(last.at) != localdate() or last.state != way.amendment.state:
        return None
    if State.LEGAL_CHECK in (last.state, before.state):
        return None
    sequels: list[StepSequel] = collect(STEP_SEQUELS)
    followed = tuple(words for sequel in sequels for words in sequel.after(way.amendment, last.at))
    return LastStep(last, State(before.state), followed)
