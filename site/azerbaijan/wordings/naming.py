"""What a noun with its numbers names: provisions as they are cited, and parts of them as levels."""

import re
from dataclasses import dataclass, field

from amendments.instructions.errors import Unread
from amendments.instructions.operations import WHOLE_ACT
from azerbaijan.wordings.forms import Form

NOTE = "qeyd"
_STEPS = {
    "ad": "heading",
    "mətn": "text",
    "sanksiya": "sanction",
    "dispozisiya": "disposition",
    "cümlə": "sentence",
    "abzas": "paragraph",
}
_LOCAL = frozenset({"hissə", "bənd", "yarımbənd"})
_STRUCTURE = {"bölmə": "section", "fəsil": "chapter", "paraqraf": "division", "əlavə": "annex"}
_DEPTHS = {"hissə": 1, "bənd": 2, "yarımbənd": 3}
_STEP_OF_LOCAL = re.compile(r"\([^()]+\)| note| point \S+")
_ACTS = frozenset({"Qanun", "Məcəllə"})


@dataclass(frozen=True, slots=True)
class Place:
    """What a phrase names: provisions by number, and a part of them."""

    targets: tuple[str, ...] = ()
    level: str = ""

    def within(self, step: str) -> "Place":
        """The same provisions, one level further in."""
        outer = self.level if self.level.startswith("paragraph") else ""
        return Place(self.targets, f"{outer}/{step}" if outer else step)


@dataclass
class Named:
    """One noun of a phrase with what numbers it."""

    form: Form
    numbers: list[str] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)


def places_of(named: Named, owners: tuple[Place, ...], current: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places that a noun names within its owners, without one within what was named last (`current`)."""
    noun = named.form.noun
    if noun in _ACTS:
        return (Place((WHOLE_ACT,)),)
    if noun == "preambula":
        return (Place(("preamble",)),)
    if noun in _LOCAL and named.numbers and all("." in number for number in named.numbers):
        return (Place(tuple(named.numbers)),)  # "5.1.1-ci bənd": the number says it all
    if noun in _STRUCTURE or (noun == "maddə" and named.numbers):
        return (_structural(owners, named),)
    scope = owners or current
    if not scope:
        raise Unread(f"“{noun}” of which provision?")
    if noun == "maddə":
        return tuple(Place(place.targets) for place in scope)
    return tuple(place for owner in scope for place in _within(owner, named))


def _structural(owners: tuple[Place, ...], named: Named) -> Place:
    """Articles by number; sections, chapters and annexes with the word that keeps them apart from articles."""
    noun = named.form.noun
    numbers = named.numbers or [str(ordinal) for ordinal in named.ordinals]
    if not numbers:
        raise Unread(f"“{noun}” without a number.")
    outer = [owner.targets[0] for owner in owners if owner.targets != (WHOLE_ACT,)]
    if noun == "maddə" and not (outer and outer[0].startswith("annex")):
        return Place(tuple(numbers))
    above = f"{outer[0]} " if outer else ""
    word = _STRUCTURE.get(noun, "article")
    return Place(tuple(f"{above}{word} {number}" for number in numbers))


def _within(owner: Place, named: Named) -> list[Place]:
    noun = named.form.noun
    if noun in _LOCAL:
        return _parts(owner, named)
    if noun not in ("cümlə", "abzas"):
        is_act_text = owner.targets == (WHOLE_ACT,) and noun == "mətn"
        return [Place(owner.targets, "" if is_act_text else _STEPS[noun])]
    if not named.ordinals:
        return [owner]
    return [owner.within(f"{_STEPS[noun]}:{ordinal}") for ordinal in named.ordinals]


def _parts(owner: Place, named: Named) -> list[Place]:
    """Parts and points, which some acts number on their own: "4-cü maddənin 3-cü hissəsi" is 4(3)."""
    if len(owner.targets) == 1 and named.numbers == [NOTE]:
        return [Place((f"{owner.targets[0]} note",))]
    if len(owner.targets) == 1 and named.numbers:
        return [Place(tuple(_local(owner.targets[0], number) for number in named.numbers))]
    if not named.numbers and not named.ordinals:
        return [Place((_owner_at(owner, named.form.noun),))]
    if named.form.noun != "hissə" or not named.ordinals:
        raise Unread(f"It is not certain which “{named.form.noun}” is meant.")
    if all("." in target for target in owner.targets):
        # Below an article that counts in decimals "ikinci hissə" is the second paragraph.
        return [owner.within(f"paragraph:{ordinal}") for ordinal in named.ordinals]
    return [Place(tuple(f"{target}({n})" for target in owner.targets)) for n in named.ordinals]


def _owner_at(place: Place, noun: str) -> str:
    """ "həmin hissə" after "11-ci maddənin 1-ci hissəsinin “g” bəndi": 11(1)."""
    steps = list(_STEP_OF_LOCAL.finditer(place.targets[0])) if len(place.targets) == 1 else []
    if len(steps) < _DEPTHS[noun]:
        raise Unread(f"It is not certain which “{noun}” is meant.")
    return place.targets[0][: steps[_DEPTHS[noun] - 1].end()]


def _local(owner: str, number: str) -> str:
    return f"{owner} point {number}" if owner.endswith(" note") else f"{owner}({number})"
