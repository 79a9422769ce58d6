"""A mapping that never changes. An update makes another mapping, which shares everything unchanged with the first."""

from collections.abc import Iterator, Mapping
from math import isqrt
from typing import Any, Final, Generic, TypeVar, cast

K = TypeVar("K")
V = TypeVar("V")

GONE: Final[Any] = object()  # in an update: this key goes
_FEWEST = 64  # changes that are kept beside the rest before all is written anew, at least
_SHARE = (
    2  # … and so many times the root of the size: copying the changes then costs as much as copying the rest
)


class Layered(Mapping[K, V], Generic[K, V]):
    """A large mapping, and the few changes since it was written."""

    __slots__ = ("_base", "_changes", "_size")

    def __init__(self, base: dict[K, V], changes: dict[K, V] | None = None) -> None:
        self._base = base
        self._changes = changes or {}
        gone = sum(value is GONE for value in self._changes.values())
        new = sum(key not in base for key in self._changes)
        self._size = len(base) + new - gone

    def updated(self, changes: Mapping[K, V]) -> "Layered[K, V]":
        """The mapping with these values; a value of `GONE` takes its key out."""
        kept = {**self._changes, **changes}
        if len(kept) <= max(_FEWEST, _SHARE * isqrt(len(self._base))):
            kept = {key: value for key, value in kept.items() if value is not GONE or key in self._base}
            return Layered(self._base, kept)
        written = {**self._base, **kept}
        return Layered({key: value for key, value in written.items() if value is not GONE})

    def differing(self, other: "Layered[K, V]") -> set[K]:
        """The keys whose value here is another object than there, or is missing on one side."""
        is_near = self._base is other._base
        keys = {*self._changes, *other._changes} if is_near else {*self, *other}
        return {key for key in keys if self.get(key) is not other.get(key)}

    def __getitem__(self, key: K) -> V:
        value = self._changes.get(key, _UNCHANGED)
        if value is _UNCHANGED:
            return self._base[key]
        if value is GONE:
            raise KeyError(key)
        return cast("V", value)

    def __iter__(self) -> Iterator[K]:
        yield from (key for key in self._base if self._changes.get(key) is not GONE)
        yield from (
            key for key, value in self._changes.items() if key not in self._base and value is not GONE
        )

    def __len__(self) -> int:
        return self._size


_UNCHANGED: Final[Any] = object()
