"""A change of one place of a file as instructions on the working text."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from amendments.instructions.completing.typed_labels import with_typed_labels
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.derive import derive
from amendments.instructions.execution.tree_edits import with_text
from amendments.instructions.operations import Op, Operation
from amendments.markings.change_stretches import Stretch, as_lines
from amendments.markings.joined_changes import Splice, spliced, words_and_signs
from amendments.markings.new_provisions import WithNewLines, inserted_into
from amendments.markings.printed_places import InField, PrintedPlace, PrintedText
from amendments.markings.unplaced import (
    AlreadyInDraft,
    ComesBack,
    Unplaced,
    elsewhere,
    no_law,
    number_changed,
    other_words,
    repealed,
)
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Tree
from amendments.redline.carried_over import carried, says_already

_INSERTING = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT})


@dataclass
class ChangeSayer:
    """Says changes of a file; `keys` lead from its provisions to those of the working text."""

    file: PrintedText
    keys: Mapping[int, str]
    working: Tree
    scheme: Scheme
    splices: dict[int, tuple[InField, Splice]] = field(default_factory=dict)  # by the number of the change
    going: dict[str, str] = field(default_factory=dict)  # the lines of what the file takes away, by key
    coming: list[str] = field(default_factory=list)  # the lines that each change brings

    def operations(
        self, number: int, stretch: Stretch, read: WithNewLines | InField | None
    ) -> tuple[str, list[Operation]]:
        """The provision of a change, and what it says; raises `Unplaced` or `Refused`."""
        self.check_new(stretch.new)
        if isinstance(read, WithNewLines):
            behind = self.key(self.file.at(stretch.start))
            after = inserted_into(self.working, read, number, self.keys)
            if behind in self.going and any(
                self._parent(read, n) in self.going for n in read.brought[number]
            ):
                raise Unplaced(number_changed())  # read without what goes, they may stand below another one
            return behind, self.derived(after)
        touched = self.file.touched(stretch.start, stretch.end)
        whole = [n for n in touched if self._is_whole(self.file.places[n], stretch)]
        if whole and whole == touched and not stretch.new.strip():
            return self.key(whole[0]), self.repeals(whole)
        if len(touched) > 1:
            raise Unplaced(number_changed())
        place = touched[0] if touched else self.file.at(stretch.start)
        if self._leaves_a_number(place, stretch):
            return self.key(place), self.repeals([place])
        if not stretch.new.startswith("\n"):
            self._check_in_force(self.working.by_key.get(self.keys.get(place, "")))
        found = read or self.file.in_field(stretch)
        if found is None or (found.new.startswith("\n") and not found.start):
            raise Unplaced(number_changed())  # also where a line comes between a number and its words
        operations = self.reworded(number, found)
        if stretch.new.startswith("\n") and any(each.op in _INSERTING for each in operations):
            raise Unplaced(
                number_changed()
            )  # read as provisions of their own, they would take others from theirs
        return self.key(place), operations

    def key(self, place: int) -> str:
        """The provision of the working text that one of the file is; raises."""
        key = self.keys.get(place, "")
        element = self.working.by_key.get(key)
        if element is None:
            raise Unplaced(elsewhere())
        if element.kind in OUTSIDE_THE_LAW:
            raise Unplaced(no_law())
        return key

    def take_away(self, stretches: Iterable[Stretch]) -> None:
        """Note which provisions go as a whole, so that new lines can be told from those that come back."""
        for each in stretches:
            self.coming.append(as_lines(each.new))
            for place in self.file.touched(each.start, each.end):
                with suppress(Unplaced):
                    key = self.key(place)
                    if self._goes(place, each):
                        self.going[key] = self._lines(place)

    def _parent(self, read: WithNewLines, place: int) -> str:
        """The provision of the working text below which a new one comes; none below another new one."""
        places = read.printed.places
        above = places[place].element.parent
        parent = next((old for n, old in read.kept.items() if places[n].element.key == above), None)
        return self.keys.get(parent, "") if parent is not None else ""

    def _goes(self, place: int, stretch: Stretch) -> bool:
        is_whole = self._is_whole(self.file.places[place], stretch) and not stretch.new.strip()
        return is_whole or self._leaves_a_number(place, stretch)

    def _came(self, place: int) -> bool:
        """Whether the draft has a provision under the number under which the file brings it."""
        number, stored = self.file.places[place].element.number, self.working.by_key[self.key(place)].number
        lines = self._lines(place).replace(number, stored, 1) if number else ""
        return stored != number and bool(lines) and lines in "".join(self.coming)

    def _lines(self, place: int) -> str:
        printed = self.file.places[place]
        return as_lines(self.file.text[printed.start : printed.end])

    def check_new(self, words: str) -> None:
        """Refuse new lines that are those of a provision that goes at another place; raises `ComesBack`."""
        if not words.strip():
            return
        lines = as_lines(words)
        if back := frozenset(key for key, gone in self.going.items() if gone in lines):
            raise ComesBack(back)

    def _is_whole(self, place: PrintedPlace, stretch: Stretch) -> bool:
        return stretch.start <= place.start and place.end <= stretch.end

    def repeals(self, places: list[int]) -> list[Operation]:
        """The provisions that go, each with all that is under it; raises where some of that stays."""
        gone = {self.file.places[place].element.key for place in places}
        families = (self.file.tree.family(self.file.places[place].element) for place in places)
        if any(member.key not in gone for family in families for member in family):
            raise Unplaced(number_changed())
        keys = {self.key(place) for place in places if not self._came(place)}
        elements = [self.working.by_key[key] for key in keys]
        standing = [each for each in self.working.in_order(elements) if not each.repealed]
        if not standing:
            raise AlreadyInDraft
        if not self._were_read(places, standing):
            raise Unplaced(other_words())
        covered = {member.key for each in standing for member in self.working.family(each)[1:]}
        return [
            Operation(Op.REPEAL, target=cite(self.working, each))
            for each in standing
            if each.key not in covered
        ]

    def _were_read(self, places: Iterable[int], going: Iterable[Element]) -> bool:
        """Whether the file has all that goes from the draft, in the same words."""
        read = {self.keys.get(place, ""): self.file.places[place].element for place in places}
        return all(
            member.repealed
            or member.kind in OUTSIDE_THE_LAW
            or (member.key in read and _words(member) == _words(read[member.key]))
            for each in going
            for member in self.working.family(each)
        )

    def reworded(self, number: int, found: InField) -> list[Operation]:
        """A change within the heading or the text of a provision; raises."""
        element = self.working.by_key[self.key(found.place)]
        splice = self.carried_to(self.file.places[found.place].element, element, found)
        self.splices[number] = found, splice
        new = with_text(element, found.field, spliced(getattr(element, found.field), [splice]))
        return self.derived(with_provisions_below(self.working, new, self.scheme))

    def said_whole(self, stretches: Mapping[int, Stretch]) -> set[int]:
        """The changes of the fields that read in the draft as in the file with all their changes.

        One by one they may not be found: where words changed places, a comparison may take those that stayed for the moved ones.
        """
        fields: dict[tuple[int, str], dict[int, Splice]] = {}
        for number, stretch in stretches.items():
            found = self.file.in_field(stretch)
            if found is not None:
                splice = found.start, found.end, found.new
                fields.setdefault((found.place, found.field), {})[number] = splice
        return {
            number
            for key, some in fields.items()
            if self._reads_in_draft(*key, some.values())
            for number in some
        }

    def _reads_in_draft(self, place: int, field: str, changes: Iterable[Splice]) -> bool:
        """Whether the draft has a field of a provision as it is after these changes."""
        stored = self.working.by_key.get(self.keys.get(place, ""))
        if stored is None:
            return False
        before = str(getattr(self.file.places[place].element, field))
        words = spliced(before, sorted(changes))
        return before.split() != words.split() == getattr(stored, field).split()

    def _leaves_a_number(self, place: int, stretch: Stretch) -> bool:
        """Whether all words of a provision go and its number stays: so a repealed one is printed."""
        printed = self.file.places[place]
        is_last = not self.working.children(self.key(place))
        if stretch.new.strip() or not printed.words or not printed.element.number or not is_last:
            return False
        return stretch.start <= printed.words[0].start and printed.words[-1].end <= stretch.end

    def carried_to(self, file: Element, stored: Element, found: InField) -> Splice:
        """The change in the words of the draft, with a blank that would stand beside no word; raises."""
        before, after = getattr(file, found.field), getattr(stored, found.field)
        if says_already(before, after, found.start, found.end, found.new):
            raise AlreadyInDraft
        place = carried(before, after, found.start, found.end)
        self._check_in_force(stored)
        if place is None:
            raise Unplaced(other_words())
        start, end = place
        left, right, new = after[:start], after[end:], found.new
        if not new and left.endswith(" ") and (not right or right.startswith((" ", ",", ".", ";", ":"))):
            start -= 1
        if start == 0 and not new:
            end += len(right) - len(right.lstrip(" "))
        return start, end, new

    def _check_in_force(self, stored: Element | None) -> None:
        if stored is not None and stored.repealed:
            raise Unplaced(repealed(cite(self.working, stored), stored.key))

    def derived(self, after: Tree) -> list[Operation]:
        """What leads from the working text to another one; raises where nothing differs."""
        operations = derive(self.working, after)
        if not operations:
            raise AlreadyInDraft
        labelled = with_typed_labels(self.working, after, operations, self.scheme)
        return [replace(operation, creates={}) for operation in labelled]


def _words(element: Element) -> list[str]:
    """The words of a provision, however lines, cells and blanks part them."""
    return words_and_signs(" ".join(f"{element.heading} {element.text}".split()))
