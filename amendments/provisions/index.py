"""Look-ups over the provisions of one state of an act: by key, number, eId, parent and kind, and from one to the next.

An index never changes. An update gives another one: it writes what it touches and shares the rest, so that one
amendment costs the same in a long code as in a short law.
"""

from bisect import bisect
from collections.abc import Container, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from amendments.provisions.layered import GONE, Layered
from amendments.provisions.numbers import ProvisionNumber, letter_apart, number_style
from amendments.provisions.provision_errors import BadNumber, KeyTaken

Label = tuple[int, ...]
Keys = tuple[str, ...]
_LETTER = 10_000  # a suffix of this value and more is a letter: 12A


class Indexed(Protocol):
    """What an index reads of a provision."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> Any: ...
    @property
    def number(self) -> str: ...
    @property
    def eid(self) -> str: ...
    @property
    def parent(self) -> str: ...


E = TypeVar("E", bound=Indexed)


@dataclass(frozen=True, slots=True)
class PlaceInOrder:
    """A place in reading order. Labels compare in the order of the provisions; "" as a neighbour marks an end."""

    label: Label
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Index(Generic[E]):
    """The provisions, the place of each, and the keys that are found under a name, in reading order."""

    elements: Layered[str, E]
    spots: Layered[str, PlaceInOrder]  # "" stands before the first provision and after the last
    found: Layered[Hashable, Keys]

    @classmethod
    def of(cls, elements: Iterable[E]) -> "Index[E]":
        """The index of provisions in reading order."""
        by_key: dict[str, E] = {}
        for element in elements:
            _refuse_second(element.key, among=by_key)
            by_key[element.key] = element
        found: dict[Hashable, list[str]] = {}
        for element in by_key.values():
            for name in names_of(element):
                found.setdefault(name, []).append(element.key)
        keys = ["", *by_key, ""]
        neighbours = zip(keys, keys[1:], keys[2:], strict=False)
        spots = {
            key: PlaceInOrder((at,), before, after) for at, (before, key, after) in enumerate(neighbours)
        }
        spots[""] = PlaceInOrder((-1,), keys[-2], keys[1])
        lists = {name: tuple(some) for name, some in found.items()}
        return cls(Layered(by_key), Layered(spots), Layered(lists))

    def __iter__(self) -> Iterator[E]:
        key = self.spots[""].after
        while key:
            yield self.elements[key]
            key = self.spots[key].after

    def label(self, key: str) -> Label:
        """A label that compares in the order of the provisions."""
        return self.spots[key].label

    def under(self, name: Hashable) -> Keys:
        """The keys of the provisions of which this is one of the `names_of`."""
        return self.found.get(name, ())

    def changed(self, elements: Iterable[E]) -> "Index[E]":
        """The index with these provisions in the place of those with the same keys."""
        update = _Update(self)
        for element in elements:
            update.change(element)
        return update.done()

    def inserted(self, element: E, after: str) -> "Index[E]":
        """The index with a provision right after another one; "" is the start of the act."""
        _refuse_second(element.key, among=self.elements)
        update = _Update(self)
        update.insert(element, after)
        return update.done()

    def without(self, keys: Iterable[str]) -> "Index[E]":
        """The index without these provisions."""
        update = _Update(self)
        for key in keys:
            update.remove(key)
        return update.done()


class _Update(Generic[E]):
    """What an update writes of each mapping."""

    def __init__(self, index: Index[E]) -> None:
        self.index = index
        self.elements: dict[str, E] = {}
        self.spots: dict[str, PlaceInOrder] = {}
        self.found: dict[Hashable, list[str]] = {}

    def done(self) -> Index[E]:
        index = self.index
        lists = {name: tuple(keys) or GONE for name, keys in self.found.items()}
        return Index(
            index.elements.updated(self.elements),
            index.spots.updated(self.spots) if self.spots else index.spots,
            index.found.updated(lists) if lists else index.found,
        )

    def change(self, element: E) -> None:
        old = self.index.elements[element.key]
        self.elements[element.key] = element
        if _said(old) != _said(element):
            before, after = names_of(old), names_of(element)
            for name in before - after:
                self._keys(name).remove(element.key)
            self._name(element.key, after - before)

    def insert(self, element: E, after: str) -> None:
        before = self._spot(after)
        follows = before.after
        end = self._spot(follows).label if follows else None
        self.elements[element.key] = element
        self.spots[element.key] = PlaceInOrder(between(before.label, end), after, follows)
        self.spots[after] = replace(before, after=element.key)
        self.spots[follows] = replace(self._spot(follows), before=element.key)
        self._name(element.key, names_of(element))

    def remove(self, key: str) -> None:
        for name in names_of(self.index.elements[key]):
            self._keys(name).remove(key)
        spot = self._spot(key)
        self.spots[spot.before] = replace(self._spot(spot.before), after=spot.after)
        self.spots[spot.after] = replace(self._spot(spot.after), before=spot.before)
        self.spots[key] = self.elements[key] = GONE

    def _name(self, key: str, names: Iterable[Hashable]) -> None:
        label = self._spot(key).label
        for name in names:
            keys = self._keys(name)
            keys.insert(bisect(keys, label, key=lambda other: self._spot(other).label), key)

    def _spot(self, key: str) -> PlaceInOrder:
        return self.spots.get(key) or self.index.spots[key]

    def _keys(self, name: Hashable) -> list[str]:
        if name not in self.found:
            self.found[name] = list(self.index.under(name))
        return self.found[name]


def _refuse_second(key: str, among: Container[str]) -> None:
    if key in among:
        raise KeyTaken(key)


def between(start: Label, end: Label | None) -> Label:
    """A label after one and before another; None is the end of the act."""
    label = (*start[:-1], start[-1] + 1)
    if end is None or label < end:
        return label
    if end[: len(start)] == start:
        return (*start, end[len(start)] - 1)
    return (*start, 0)


def names_of(element: Indexed) -> set[Hashable]:
    """The names under which a provision is found: parent, kind, eId, printed number, and the numbers that cite it."""
    names: set[Hashable] = {("under", element.parent), ("kind", element.kind)}
    names.update((element.kind, number) for number in numbers_of(element))
    names.update((what, said) for what, said in (("eid", element.eid), ("number", element.number)) if said)
    return names


def numbers_of(element: Indexed) -> set[str]:
    """The numbers that cite a provision: its own in small letters, its value (II is 2), that of its eId (Birinci is 1)."""
    of_eid = element.eid.rpartition("__")[2].lower().partition("_")[2]
    return {element.number.lower(), value_of(element.number), of_eid} - {""}


def _said(element: Indexed) -> tuple[object, ...]:
    return element.kind, element.number, element.eid, element.parent


@lru_cache(maxsize=1 << 15)
def value_of(number: str) -> str:
    """The value of a number in digits: 12-1 of 12–1, 2 of II; "" of a letter, also behind a dot, and of what is no number."""
    own = number.rpartition(".")[2].partition("-")[0]
    is_lettered = letter_apart(number) and (len(own) == 1 or number_style(own) == "letter")
    if is_lettered or number_style(number) in ("", "letter"):
        return ""
    try:
        components = ProvisionNumber.parse(number).components
    except BadNumber:
        return ""
    return ".".join(
        f"{component.value}" + "".join(f"-{_suffix(value)}" for value in component.inserted)
        for component in components
    )


def _suffix(value: int) -> str:
    return str(value) if value < _LETTER else f"+{value - _LETTER}"
