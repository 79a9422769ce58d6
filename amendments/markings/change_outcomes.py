"""What each change of a file says for itself."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amendments.importers.markup import TrackedEdit
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.markings.accepted_text import AcceptedText
from amendments.markings.change_sayer import ChangeSayer
from amendments.markings.change_stretches import Stretch, changes_lines, is_white, paragraph_at, stretch_of
from amendments.markings.fitting import fitting
from amendments.markings.new_provisions import WithNewLines, inserted_into, readings
from amendments.markings.placing_result import PlacedChange
from amendments.markings.printed_places import InField, PrintedText
from amendments.markings.typed_numbers import check_numbers
from amendments.markings.unplaced import (
    AlreadyInDraft,
    ComesBack,
    Unplaced,
    in_deleted,
    lines_changed,
    moved,
    other_text,
)
from amendments.provisions.messages import Message
from amendments.provisions.tree import Element, Tree

Outcome = PlacedChange | Message | None  # None: the draft says it already
Refusal = Callable[[PlacedChange], Message | None]  # why the list of instructions cannot take in a change
_TRIALS = 40  # of changes that together give another text than the file


@dataclass
class ChangeOutcomes:
    """The changes under their numbers, and what became of each."""

    file: PrintedText
    sayer: ChangeSayer
    edits: dict[int, TrackedEdit] = field(default_factory=dict)
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    back: dict[int, frozenset[str]] = field(
        default_factory=dict
    )  # what a change brings back: keys of the draft

    def one_by_one(self) -> set[int]:
        """What each change says for itself; the numbers of new lines that would change their order."""
        text = self.file.text
        stretches = {n: stretch_of(edit, text) for n, edit in self.edits.items()}
        self.sayer.take_away(stretches.values())
        brings_lines = {n: each for n, each in stretches.items() if self._brings_lines(each)}
        read = readings(self.file, brings_lines, self.sayer.scheme)
        said = self.sayer.said_whole({n: each for n, each in stretches.items() if n not in brings_lines})
        for number, edit in self.edits.items():
            stretch = stretches[number]
            if is_white(stretch, text):
                if changes_lines(stretch, text):
                    self.outcomes[number] = lines_changed(paragraph_at(stretch, text))
            elif number in said:
                self.outcomes[number] = None
            else:
                self.outcomes[number] = self.outcome_of(number, edit, stretch, read.get(number))
        return self._crossing(brings_lines, read)

    def _crossing(self, stretches: Mapping[int, Stretch], read: Mapping[int, WithNewLines]) -> set[int]:
        """The numbers of changes with new lines behind one provision that, said one after the other, change their order."""
        places: dict[tuple[int, int], list[int]] = {}
        for number, reading in read.items():
            if isinstance(self.outcomes.get(number), PlacedChange):
                place = self.file.at(stretches[number].start)
                places.setdefault((place, id(reading)), []).append(number)
        return {
            number
            for numbers in places.values()
            if len(numbers) > 1 and not self._keep_order(numbers, read[numbers[0]])
            for number in numbers
        }

    def _keep_order(self, numbers: Sequence[int], read: WithNewLines) -> bool:
        said = wanted = self.sayer.working
        try:
            for number in numbers:
                said = execute(said, self.said(number), self.sayer.scheme)
                wanted = inserted_into(wanted, read, number, self.sayer.keys)
        except (AlreadyInDraft, Refused, Unplaced):
            return False
        return [_words(each) for each in said] == [_words(each) for each in wanted]

    def said(self, number: int) -> tuple[Operation, ...]:
        """What a change says; nothing where it has no place or the draft says it already."""
        outcome = self.outcomes[number]
        return outcome.operations if isinstance(outcome, PlacedChange) else ()

    def _brings_lines(self, stretch: Stretch) -> bool:
        """Whether whole lines come behind a provision."""
        if stretch.start != stretch.end or not stretch.new.startswith("\n"):
            return False
        place = self.file.places[self.file.at(stretch.start)]
        return stretch.start >= place.end

    def outcome_of(
        self, number: int, edit: TrackedEdit, stretch: Stretch, read: WithNewLines | InField | None
    ) -> Outcome:
        """The change as instructions, else why it has no place; None where the draft says it already."""
        try:
            key, operations = self.sayer.operations(number, stretch, read)
            check_numbers(self.file.text, stretch, operations)
        except AlreadyInDraft:
            return None
        except ComesBack as refusal:
            self.back[number] = refusal.keys
            return refusal.message
        except (Refused, Unplaced) as refusal:
            return refusal.message
        return self.placed(number, key, edit, stretch, operations)

    def words_below(self, numbers: Sequence[int]) -> list[int]:
        """The changes that add words below a provision that comes, goes or has no place: they may be of it.

        `numbers` are changes with no word between them.
        """
        found, is_below = list[int](), False
        for number in numbers:
            new, outcome = stretch_of(self.edits[number], self.file.text).new, self.outcomes.get(number)
            if isinstance(outcome, Message):
                is_below = "\n" in new.rstrip()
            elif outcome is None:
                continue
            elif is_below and new.startswith("\n") and outcome.operations[0].op is not Op.INSERT_ELEMENT:
                found.append(number)
            else:
                is_below = outcome.operations[-1].op in (Op.INSERT_ELEMENT, Op.REPEAL)
        return found

    def executed(self, tree: Tree, operations: Sequence[Operation]) -> Tree | None:
        """A text after operations; None where they are refused."""
        try:
            return execute(tree, operations, self.sayer.scheme)
        except Refused:
            return None

    def leave_moved(self) -> None:
        """What goes and comes back under its number is no repeal: neither half has an instruction."""
        back = {key for number, keys in self.back.items() for key in keys if self._is_left(number)}
        working = self.sayer.working
        lines = [working.by_key[key] for key in back]
        moving = {cite(working, each) for line in lines for each in (line, *working.above(line))}
        for number, outcome in self.outcomes.items():
            if isinstance(outcome, PlacedChange) and any(
                each.op is Op.REPEAL and each.target in moving for each in outcome.operations
            ):
                self.outcomes[number] = moved()

    def leave_deleted(self) -> None:
        """What one says of a provision that another one repeals is listed: taken in, one would undo the other."""
        working = self.sayer.working
        gone = {
            cite(working, member): number
            for number, each in self._operations()
            for target in (each.all_targets if each.op is Op.REPEAL else ())
            if (element := find(working, target)) is not None
            for member in working.family(element)
        }
        for number, each in list(self._operations()):
            if any(gone.get(target, number) != number for target in each.all_targets):
                self.outcomes[number] = in_deleted()

    def leave_other_text(self, refusal: Refusal) -> None:
        """What would give the draft other words than the accepted file has is listed.

        It is told with the refusal of the list of instructions, if that has one.
        """
        standing = [self.edits[number] for number, outcome in self.outcomes.items() if outcome is None]
        accepted = AcceptedText(self.file, standing, self.sayer.working, self.sayer.scheme)

        def is_said(numbers: Collection[int]) -> bool:
            edits = (self.edits[number] for number in numbers)
            return accepted.is_said(edits, [each for number in numbers for each in self.said(number)])

        placed = {number: each for number, each in self.outcomes.items() if isinstance(each, PlacedChange)}
        for number in {*placed} - {*fitting([*placed], is_said, _TRIALS)}:
            self.outcomes[number] = refusal(placed[number]) or other_text()

    def _operations(self) -> Iterator[tuple[int, Operation]]:
        """What each change says, with its number."""
        for number in self.outcomes:
            yield from ((number, each) for each in self.said(number))

    def _is_left(self, number: int) -> bool:
        return isinstance(self.outcomes.get(number), Message)

    def placed(
        self, number: int, key: str, edit: TrackedEdit, stretch: Stretch, operations: Sequence[Operation]
    ) -> PlacedChange:
        old = self.file.text[stretch.start : stretch.end].strip("\n")
        new = stretch.new.strip("\n")
        return PlacedChange(number, key, old, new, edit.author, edit.at, tuple(operations), edit.move)


def _words(element: Element) -> tuple[str, str, str]:
    return element.number, element.heading, element.text
