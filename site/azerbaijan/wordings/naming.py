"""Finds what a noun with its numbers names: a provision by its citation, a part of one by its level."""

import re
from dataclasses import dataclass, field

from amendments.instructions.citations import steps
from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import WHOLE_ACT
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Kind
from azerbaijan.wordings.forms import Form
from azerbaijan.wordings.places import ACTS, OTHER_ACT

NOTE = "qeyd"
_STEPS = {
    "ad": "heading",
    "mətn": "text",
    "sanksiya": "sanction",
    "dispozisiya": "disposition",
    "cümlə": "sentence",
    "abzas": "paragraph",
    "cədvəl": "table",
}
_LOCAL = frozenset({"hissə", "bənd", "yarımbənd"})
_STRUCTURE = {"bölmə": "section", "fəsil": "chapter", "paraqraf": "division", "əlavə": "annex"}
_UNDER_THE_ONLY = frozenset({"article", "point", "table", "row", "note"})  # what may stand behind "annex"
_DEPTHS = {"hissə": 1, "bənd": 2, "yarımbənd": 3}
_DEPTHS_OF_KINDS = {Kind.PART: 1, Kind.NOTE: 1, Kind.POINT: 2, Kind.SUBPOINT: 3}
_STEP_OF_LOCAL = re.compile(r"\([^()]+\)| note| point [^\s()]+")
_ANNEX = re.compile(r"annex(?: \S+)?")
_ACTS = frozenset({*ACTS.values(), OTHER_ACT})


@dataclass(frozen=True, slots=True)
class Place:
    """What a phrase names: provisions by number, and a part of them."""

    targets: tuple[str, ...] = ()
    level: str = ""

    def within(self, step: str) -> "Place":
        """The same provisions, one level deeper."""
        outer = self.level if self.level.startswith("paragraph") else ""
        return Place(self.targets, f"{outer}/{step}" if outer else step)


ACT = Place((WHOLE_ACT,))
TITLE = Place(("title",))
_PLACES_OF_ACT = {"ad": TITLE, "mətn": ACT}
_COUNTED = frozenset({"cümlə", "abzas", "cədvəl"})


@dataclass
class Named:
    """One noun of a phrase with its numbers."""

    form: Form
    numbers: list[str] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)


def places_of(named: Named, owners: tuple[Place, ...], current: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places that a noun names within its owners; without owners, within what was named last (`current`)."""
    noun = named.form.noun
    if noun in _ACTS:
        return (ACT,)
    if noun == "preambula":
        return (Place(("preamble",)),)
    is_whole = noun in _LOCAL and named.numbers and all("." in number for number in named.numbers)
    if is_whole and not any(_is_annexed(owner) for owner in owners or current):
        return (Place(tuple(named.numbers)),)  # "5.1.1-ci bənd": the number says it all
    if noun in _STRUCTURE or (noun == "maddə" and named.numbers):
        return (_structural(owners, named),)
    scope = owners or current
    if not scope:
        raise Unread(_("“%(noun)s” of which provision?", noun=noun))
    if noun == "maddə":
        return tuple(Place(place.targets) for place in scope)
    return tuple(place for owner in scope for place in _within(owner, named))


def annex_of(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The annex that contains the places. An annex has articles with numbers of its own."""
    words = places[0].targets[0].split() if places else []
    is_only = words[1:2] and words[1] in _UNDER_THE_ONLY
    return (Place((" ".join(words[: 1 if is_only else 2]),)),) if words[:1] == ["annex"] else ()


def _is_annexed(place: Place) -> bool:
    """Whether a place is an annex, or lies in one: its decimal numbers are not those of the law."""
    return any(target.startswith("annex") for target in place.targets)


def _structural(owners: tuple[Place, ...], named: Named) -> Place:
    """An article by its number; a section, chapter or annex by its number and its noun."""
    noun = named.form.noun
    numbers = named.numbers or [str(ordinal) for ordinal in named.ordinals]
    if not numbers and noun == "əlavə":
        return Place((_STRUCTURE[noun],))  # the only one
    if not numbers:
        raise Unread(_("“%(noun)s” without a number.", noun=noun))
    outer = [owner.targets[0] for owner in owners if owner.targets != (WHOLE_ACT,)]
    if noun == "maddə" and not (outer and outer[0].startswith("annex")):
        return Place(tuple(numbers))
    above = f"{outer[0]} " if outer and noun != "əlavə" else ""
    word = _STRUCTURE.get(noun, "article")
    return Place(tuple(f"{above}{word} {number}" for number in numbers))


def _within(owner: Place, named: Named) -> list[Place]:
    noun = named.form.noun
    if noun in _LOCAL:
        return _parts(owner, named)
    if noun == "sətir":
        return [_rows(owner, named)]
    if owner in (ACT, TITLE) and noun in _PLACES_OF_ACT:
        return [_PLACES_OF_ACT[noun]]
    ordinals = named.ordinals or [int(number) for number in named.numbers if number.isdigit()]
    if noun in _COUNTED and ordinals:
        return [owner.within(f"{_STEPS[noun]}:{ordinal}") for ordinal in ordinals]
    return [owner if noun in ("cümlə", "abzas") else Place(owner.targets, _STEPS[noun])]


def _rows(owner: Place, named: Named) -> Place:
    """Rows of a table: "1 nömrəli əlavənin 2-ci cədvəlinin 3-cü sətri" is row 3 of table 2 of annex 1."""
    numbers = named.numbers or [str(ordinal) for ordinal in named.ordinals]
    table = owner.level.replace(":", " ")
    if len(owner.targets) != 1 or not numbers or (table and not table.startswith("table")):
        raise Unread(_("It is not certain which row is meant."))
    if len(named.numbers) == len(named.ordinals) == 1:
        numbers = [f"{named.numbers[0]}:{named.ordinals[0]}"]  # "ikinci 3-cü sətir": the second that prints 3
    above = f"{owner.targets[0]} {table} " if table != "table" else f"{owner.targets[0]} "
    return Place(tuple(f"{' '.join(above.split())} row {number}" for number in numbers))


def _parts(owner: Place, named: Named) -> list[Place]:
    """Parts and points, which some acts number within their article: "4-cü maddənin 3-cü hissəsi" is 4(3)."""
    if len(owner.targets) == 1 and named.numbers == [NOTE]:
        return [Place((f"{owner.targets[0]} note",))]
    if len(owner.targets) == 1 and named.numbers:
        above = _above(owner.targets[0], named.form.noun)
        return [Place(tuple(_local(above, number) for number in named.numbers))]
    if not named.numbers and not named.ordinals:
        return [Place((_owner_at(owner, named.form.noun),))]
    if named.form.noun != "hissə" or not named.ordinals:
        raise Unread(_("It is not certain which “%(noun)s” is meant.", noun=named.form.noun))
    if all("." in target for target in owner.targets):
        # In an article with decimal numbers "ikinci hissə" means the second paragraph.
        return [owner.within(f"paragraph:{ordinal}") for ordinal in named.ordinals]
    return [Place(tuple(f"{target}({n})" for target in owner.targets)) for n in named.ordinals]


def _above(target: str, noun: str) -> str:
    """The provision that contains a part or point: after 4(2) "3-cü hissə" is in 4, after 11(1)(g) “ğ” bəndi in 11(1)."""
    items = [step for step in steps(target) if step.kind in _DEPTHS_OF_KINDS]
    for match, step in zip(_STEP_OF_LOCAL.finditer(target), items, strict=True):
        if _DEPTHS_OF_KINDS[step.kind] >= _DEPTHS[noun]:
            return target[: match.start()]
    return target


def _owner_at(place: Place, noun: str) -> str:
    """The owner that "həmin hissə" means: after "11-ci maddənin 1-ci hissəsinin “g” bəndi" it is 11(1)."""
    steps = list(_STEP_OF_LOCAL.finditer(place.targets[0])) if len(place.targets) == 1 else []
    if len(steps) < _DEPTHS[noun]:
        raise Unread(_("It is not certain which “%(noun)s” is meant.", noun=noun))
    return place.targets[0][: steps[_DEPTHS[noun] - 1].end()]


def _local(owner: str, number: str) -> str:
    is_counted = _ANNEX.fullmatch(owner) or owner.endswith(" note")
    return f"{owner} point {number}" if is_counted else f"{owner}({number})"
