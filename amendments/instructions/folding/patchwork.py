"""A text of the act in force with the places where instructions put other words, and who put them there."""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from amendments.instructions.execution.spacing import Edit


@dataclass(frozen=True, slots=True)
class Made:
    """Words in the place of those between `start` and `end` of the base; the first owner holds them."""

    start: int
    end: int
    words: str
    owners: tuple[str, ...]

    @property
    def holder(self) -> str:
        """The instruction that says these words."""
        return self.owners[0]


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Made words with their place in the working text."""

    made: Made
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Patchwork:
    """The base text of one field and what was made of it, in order."""

    base: str
    mades: tuple[Made, ...] = ()

    @property
    def text(self) -> str:
        """The working text."""
        return self.text_of(None)

    def text_of(self, holders: Collection[str] | None) -> str:
        """The text that some instructions alone would give; None means all."""
        pieces, at = [], 0
        for made in self.mades:
            if holders is None or made.holder in holders:
                pieces += [self.base[at : made.start], made.words]
                at = made.end
        return "".join([*pieces, self.base[at:]])

    def held_by(self, key: str) -> tuple[Made, ...]:
        """The words that an instruction holds."""
        return tuple(made for made in self.mades if made.holder == key)

    def standing(self) -> Iterator[PlacedWords]:
        """The made words with their places in the working text."""
        shift = 0
        for made in self.mades:
            start = made.start + shift
            yield PlacedWords(made, start, start + len(made.words))
            shift += len(made.words) - (made.end - made.start)

    def touched(
        self, edit: Edit, *, joins: bool = False, is_anew: bool = False, anew: Container[str] = frozenset()
    ) -> list[PlacedWords]:
        """The made words that an edit of the working text changes.

        With `joins` an insertion right beside made words belongs to them, and always beside a whole text that one of
        `anew` words anew. An edit that words its part anew (`is_anew`) also changes what was deleted at its ends.
        """
        return [
            each
            for each in self.standing()
            if self._touches(each, edit, joins=joins, is_anew=is_anew, anew=anew)
        ]

    def _touches(
        self, each: PlacedWords, edit: Edit, *, joins: bool, is_anew: bool, anew: Container[str]
    ) -> bool:
        if edit.start == edit.end:
            is_beside = each.start <= edit.start <= each.end
            is_inside = each.start < edit.start < each.end
            return is_inside or (is_beside and (joins or self._is_whole(each.made, anew)))
        if each.start == each.end:
            return edit.start < each.start < edit.end or (is_anew and edit.start <= each.start <= edit.end)
        return edit.start < each.end and each.start < edit.end

    def _is_whole(self, made: Made, anew: Container[str]) -> bool:
        """Whether the words stand for a whole text: worded anew, or where the base has none or none is left."""
        is_all = (made.start, made.end) == (0, len(self.base))
        return is_all and (made.holder in anew or not self.base or not made.words)

    def apart(self, edit: Edit) -> Edit:
        """The same insertion or deletion where it changes the fewest made words, moved over the space beside it.

        "A. B." with "C. " before B is "A. B." with " C." after A.
        """
        return min(_moved(self.text, edit), key=lambda way: len(self.touched(way)))

    def beside(self, edit: Edit, holders: Container[str]) -> tuple[Edit, PlacedWords] | None:
        """An insertion with the new words of one of the holders that it stands right before or behind."""
        if edit.start < edit.end:
            return None
        added = [e for e in self.standing() if e.made.start == e.made.end and e.made.holder in holders]
        met = ((way, each) for way in _moved(self.text, edit) for each in added)
        return next(((way, each) for way, each in met if way.start in (each.start, each.end)), None)

    def is_read_in_order(self, holders: Sequence[str]) -> bool:
        """Whether instructions in this order say what is new at one place in the order in which it is read."""
        return all(
            holders.index(one.holder) <= holders.index(other.holder)
            for one, other in pairwise(self.mades)
            if one.start == one.end
            and other.start == other.end
            and not self.base[one.end : other.start].strip()
        )

    def edited(self, edit: Edit, owners: tuple[str, ...], touched: list[PlacedWords]) -> "Patchwork":
        """The patchwork after an edit of the working text that changes the touched words."""
        new = self._merged(edit, owners, touched) if touched else self._apart(edit, owners)
        kept = [each for each in self.standing() if each not in touched]
        before = [each.made for each in kept if (each.end, each.made.end) <= (edit.start, new.start)]
        after = [each.made for each in kept if each.made not in before]
        says_something = new.words != self.base[new.start : new.end]
        return replace(self, mades=(*before, *([new] if says_something else []), *after))

    def _apart(self, edit: Edit, owners: tuple[str, ...]) -> Made:
        start = self._in_base(edit.start)
        end = start if edit.start == edit.end else self._in_base(edit.end, is_end=True)
        return Made(start, end, edit.words, owners)

    def _in_base(self, at: int, *, is_end: bool = False) -> int:
        """Where a place between kept words stands in the base; the end of a range leaves out what begins there."""
        shift = 0
        for each in self.standing():
            if each.end > at or (is_end and each.start >= at):
                break
            shift = each.made.end - each.end
        return at + shift

    def _merged(self, edit: Edit, owners: tuple[str, ...], touched: list[PlacedWords]) -> Made:
        first, last = touched[0], touched[-1]
        before = first.made.words[: max(0, edit.start - first.start)]
        after = last.made.words[max(0, edit.end - last.start) :]
        start = first.made.start if first.start <= edit.start else self._in_base(edit.start)
        end = last.made.end if last.end >= edit.end else self._in_base(edit.end, is_end=True)
        return Made(start, end, before + edit.words + after, owners)


def _moved(text: str, edit: Edit) -> Iterator[Edit]:
    """An insertion or deletion, first as it is, then moved over the spaces that it begins or ends with."""
    yield edit
    if bool(edit.words) == (edit.start < edit.end):
        return
    size, moved = edit.end - edit.start, edit.words or text[edit.start : edit.end]
    at, words = edit.start, moved
    while at > 0 and words[-1].isspace() and text[at - 1] == words[-1]:
        at, words = at - 1, words[-1] + words[:-1]
        yield Edit(at, at + size, words if edit.words else "")
    at, words = edit.start, moved
    while at + size < len(text) and words[0].isspace() and text[at + size] == words[0]:
        at, words = at + 1, words[1:] + words[0]
        yield Edit(at, at + size, words if edit.words else "")
