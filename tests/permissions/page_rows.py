"""How a row of the table of addresses says who gets what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.permissions.reading import READERS
from tests.permissions.roles import (
    EVERYBODY,
    IN_ADMIN,
    SIGNED_IN,
    SIGNED_OUT,
    Roles,
)

OPENS, ELSEWHERE, NOT_YOURS, NOT_THERE = 200, 302, 403, 404


@dataclass(frozen=True)
class Page:
    """One address; `of` is the kind of object it shows, in the states that `opens` names.

    People who may read the object but not open the page get the status `others`. All others get 404.
    """

    name: str
    of: str = ""
    opens: Mapping[str, Roles] | None = None  # None: whoever reads the object, in each of its states
    door: Roles = EVERYBODY  # who gets so far that the object is looked for; whoever does not gets `others`
    opening: int = OPENS
    others: int = NOT_YOURS
    # Who is led to what they may read of it, in which states
    led: Mapping[str, Roles] = field(default_factory=dict)
    signs_in: bool = False  # sends whoever is not signed in to the sign-in
    posted: bool = False  # takes a step and shows nothing: who may take it, `steps.py` says

    @property
    def states(self) -> Mapping[str, Roles]:
        """Who opens it, by the state of the object."""
        return READERS[self.of] if self.opens is None else self.opens

    @property
    def narrowest(self) -> str:
        """The state in which the fewest people may open it, but at least one. A leak shows here first."""
        return min(self.states, key=lambda state: len(self.states[state]) or len(EVERYBODY) + 1)

    def expected(self, state: str, role: str) -> int:
        """What a role gets."""
        reads = not self.of or role in READERS[self.of][state]
        if self.signs_in and role in SIGNED_OUT:
            return ELSEWHERE
        if role not in self.door:
            return self.others
        if role in self.states[state]:
            return self.opening
        if role in self.led.get(state, ()):
            return ELSEWHERE
        return self.others if reads else NOT_THERE


def everybody(name: str) -> Page:
    """A page of no single object, for all."""
    return Page(name, opens={"": EVERYBODY})


def signed_in(name: str, opens: Roles = SIGNED_IN) -> Page:
    """A page of no single object, for those who sign in."""
    return Page(name, opens={"": opens}, signs_in=True)


def desk(
    name: str, opens: Roles | Mapping[str, Roles], of: str = "", door: Roles = IN_ADMIN, **more: Any
) -> Page:
    """A page of the editing desk. All others are redirected to its start or to the sign-in."""
    states = opens if isinstance(opens, Mapping) else {"": opens}
    return Page(name, of, states, door, others=ELSEWHERE, signs_in=True, **more)


def step(name: str, of: str, **more: Any) -> Page:
    """The address to which a step is posted."""
    return Page(name, of, signs_in=True, posted=True, **more)


def readers(kind: str, *states: str, among: Roles = EVERYBODY) -> dict[str, Roles]:
    """Some of the people who may read the object."""
    return {state: READERS[kind][state] & among for state in states}
