"""Places what others marked in a file on the provisions of an act, each change for itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from amendments.importers.markup import NOWHERE, Markup, Note, TrackedEdit
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.derive import cite, derive
from amendments.instructions.execute import execute
from amendments.instructions.execution.tree_edits import with_text
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.markings.change_stretches import Stretch, changes_lines, is_white, paragraph_at, stretch_of
from amendments.markings.joined_changes import Splice, are_same_words, joined, spliced, without_neighbours
from amendments.markings.new_provisions import WithNewLines, inserted_into, with_new_lines
from amendments.markings.placing_result import LeftOver, PlacedChange, PlacedNote, Placing
from amendments.markings.printed_places import InField, PrintedPlace, PrintedText, printed_text
from amendments.markings.same_provisions import matched
from amendments.markings.unplaced import (
    AlreadyInDraft,
    Unplaced,
    elsewhere,
    lines_changed,
    moved,
    number_changed,
    on_no_words,
    other_words,
    overwritten,
    unreadable,
)
from amendments.provisions.messages import Message
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Tree
from amendments.redline.carried_over import carried, says_already

Outcome = PlacedChange | Message | None  # None: the draft says it already
_ALONE = 20  # insertions of lines that are read one by one where they cannot be read together


def place(markup: Markup, base: Tree, working: Tree, scheme: Scheme) -> Placing:
    """What came of each mark. The file may hold the text in force or that of the draft; the more alike one counts."""
    file = printed_text(markup.text, scheme)
    placing = Placing()
    if file is None:
        for edit in markup.edits:
            placing.leave(edit, markup.text, unreadable())
        for note in markup.notes:
            quote = "" if note.start == NOWHERE else markup.text[note.start : note.end]
            placing.left.append(LeftOver(quote, note.text, note.author, note.at, unreadable()))
    else:
        in_base, in_working = matched(file.tree, base), matched(file.tree, working)
        keys = in_base.keys if in_base.alike >= in_working.alike else in_working.keys
        _Placer(file, keys, working, scheme, placing).place(markup)
    for words in markup.overwritten:
        why = overwritten(words.inserted_by)
        placing.left.append(LeftOver(words.words, "", words.deleted_by, words.at, why))
    return placing


@dataclass
class _Placer:
    file: PrintedText
    keys: Mapping[int, str]
    working: Tree
    scheme: Scheme
    placing: Placing
    splices: dict[int, tuple[InField, Splice]] = field(default_factory=dict)  # by the number of the change

    def place(self, markup: Markup) -> None:
        edits = dict(enumerate(without_neighbours(markup.edits, self.file), start=1))
        stretches = {n: stretch_of(edit, markup.text) for n, edit in edits.items()}
        brings_lines = {n: each for n, each in stretches.items() if self._brings_lines(each)}
        read = with_new_lines(self.file, brings_lines, self.scheme) if brings_lines else None
        said = self._said_whole({n: each for n, each in stretches.items() if n not in brings_lines})
        outcomes: dict[int, Outcome] = {}
        for number, edit in edits.items():
            stretch = stretches[number]
            if is_white(stretch, markup.text):
                if changes_lines(stretch, markup.text):
                    outcomes[number] = lines_changed(paragraph_at(stretch, markup.text))
            elif number in said:
                outcomes[number] = None
            else:
                alone = {number: stretch}
                if number in brings_lines and read is None and len(brings_lines) <= _ALONE:
                    lines = with_new_lines(self.file, alone, self.scheme)
                else:
                    lines = read if number in brings_lines else None
                outcomes[number] = self._outcome(number, edit, stretch, lines)
        self._join_meeting(edits, outcomes)
        self._keep([(edits[number], outcome) for number, outcome in outcomes.items()])
        for number, note in enumerate(markup.notes, start=1):
            self._note(number, note)

    def _brings_lines(self, stretch: Stretch) -> bool:
        """Whether whole lines come behind a provision."""
        if stretch.start != stretch.end or not stretch.new.startswith("\n"):
            return False
        place = self.file.places[self.file.at(stretch.start)]
        return stretch.start >= place.end

    def _join_meeting(self, edits: dict[int, TrackedEdit], outcomes: dict[int, Outcome]) -> None:
        """A change that cannot be said once the one before it in the same words is in the draft becomes one with it."""
        for numbers in self._in_same_words(outcomes):
            while (meeting := self._meeting(numbers, outcomes)) is not None:
                first, second = numbers[meeting - 1], numbers.pop(meeting)
                edits[first] = edit = joined(edits[first], edits[second], self.file.text)
                words = self._words_of(self.splices[first][0], self.splices[second][0])
                outcomes[first] = self._outcome(first, edit, stretch_of(edit, self.file.text), words)
                del outcomes[second]

    def _words_of(self, first: InField, second: InField) -> InField:
        """Two changes of a field as one, with the words between them."""
        between = getattr(self.file.places[first.place].element, first.field)[first.end : second.start]
        return replace(first, end=second.end, new=first.new + between + second.new)

    def _in_same_words(self, outcomes: Mapping[int, Outcome]) -> Iterator[list[int]]:
        """The numbers of the changes of each field that has several."""
        found: dict[tuple[int, str], list[int]] = {}
        for number, outcome in outcomes.items():
            if isinstance(outcome, PlacedChange) and number in self.splices:
                where = self.splices[number][0]
                found.setdefault((where.place, where.field), []).append(number)
        yield from found.values()

    def _meeting(self, numbers: Sequence[int], outcomes: Mapping[int, Outcome]) -> int | None:
        """Which of the changes of a field does not give its words after those before it; None for none."""
        tree, splices = self.working, list[Splice]()
        for place, number in enumerate(numbers):
            outcome, (where, splice) = outcomes[number], self.splices[number]
            if not isinstance(outcome, PlacedChange):
                return None
            splices.append(splice)
            before = str(getattr(self.working.by_key[outcome.provision], where.field))
            try:
                tree = execute(tree, outcome.operations, self.scheme)
            except Refused:
                return place or None
            after, wanted = (
                str(getattr(tree.by_key[outcome.provision], where.field)),
                spliced(before, splices),
            )
            if place and not (wanted and are_same_words(after, wanted)):
                return place
        return None

    def _outcome(
        self, number: int, edit: TrackedEdit, stretch: Stretch, read: WithNewLines | InField | None
    ) -> Outcome:
        """The change as instructions, else why it has no place; None where the draft says it already."""
        try:
            key, operations = self._operations(number, stretch, read)
        except AlreadyInDraft:
            return None
        except (Refused, Unplaced) as refusal:
            return refusal.message
        old = self.file.text[stretch.start : stretch.end].strip("\n")
        new = stretch.new.strip("\n")
        is_move = bool(edit.move)
        return PlacedChange(number, key, old, new, edit.author, edit.at, tuple(operations), is_move)

    def _keep(self, outcomes: Sequence[tuple[TrackedEdit, Outcome]]) -> None:
        """Sort the changes; words that moved go and come together, or neither."""
        placed = {edit.move for edit, outcome in outcomes if isinstance(outcome, PlacedChange)}
        broken = {edit.move for edit, outcome in outcomes if isinstance(outcome, Message)} | placed & {
            edit.move for edit, outcome in outcomes if outcome is None
        }
        for edit, outcome in outcomes:
            if edit.move and edit.move in broken:
                self.placing.leave(edit, self.file.text, moved())
            elif isinstance(outcome, PlacedChange):
                self.placing.changes.append(outcome)
            elif outcome is None:
                self.placing.stand(edit, self.file.text)
            else:
                self.placing.leave(edit, self.file.text, outcome)

    def _operations(
        self, number: int, stretch: Stretch, read: WithNewLines | InField | None
    ) -> tuple[str, list[Operation]]:
        """The provision of a change, and what it says; raises `Unplaced` or `Refused`."""
        if isinstance(read, WithNewLines):
            behind = self._key(self.file.at(stretch.start))
            after = inserted_into(self.working, read, number, self.keys)
            return behind, self._derived(after)
        touched = self.file.touched(stretch.start, stretch.end)
        whole = [n for n in touched if self._is_whole(self.file.places[n], stretch)]
        if whole and whole == touched and not stretch.new.strip():
            return self._key(whole[0]), self._repeals(whole)
        if len(touched) > 1:
            raise Unplaced(number_changed())
        place = touched[0] if touched else self.file.at(stretch.start)
        if self._leaves_a_number(place, stretch):
            return self._key(place), self._repeals([place])
        found = read or self.file.in_field(stretch)
        if found is None:
            raise Unplaced(number_changed())
        return self._key(place), self._reworded(number, found)

    def _key(self, place: int) -> str:
        key = self.keys.get(place, "")
        element = self.working.by_key.get(key)
        if element is None or element.kind in OUTSIDE_THE_LAW:
            raise Unplaced(elsewhere())
        return key

    def _is_whole(self, place: PrintedPlace, stretch: Stretch) -> bool:
        return stretch.start <= place.start and place.end <= stretch.end

    def _repeals(self, places: list[int]) -> list[Operation]:
        """The provisions that go, each with all that is under it."""
        keys = {self._key(place) for place in places}
        elements = [self.working.by_key[key] for key in keys]
        standing = [each for each in self.working.in_order(elements) if not each.repealed]
        if not standing:
            raise AlreadyInDraft
        covered = {member.key for each in standing for member in self.working.family(each)[1:]}
        return [
            Operation(Op.REPEAL, target=cite(self.working, each))
            for each in standing
            if each.key not in covered
        ]

    def _reworded(self, number: int, found: InField) -> list[Operation]:
        element = self.working.by_key[self._key(found.place)]
        splice = self._carried(self.file.places[found.place].element, element, found)
        self.splices[number] = found, splice
        new = with_text(element, found.field, spliced(getattr(element, found.field), [splice]))
        return self._derived(with_provisions_below(self.working, new, self.scheme))

    def _said_whole(self, stretches: Mapping[int, Stretch]) -> set[int]:
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
        is_last = not self.working.children(self._key(place))
        if stretch.new.strip() or not printed.words or not printed.element.number or not is_last:
            return False
        return stretch.start <= printed.words[0].start and printed.words[-1].end <= stretch.end

    def _carried(self, file: Element, stored: Element, found: InField) -> Splice:
        """The change in the words of the draft, with a blank that would stand beside no word; raises."""
        before, after = getattr(file, found.field), getattr(stored, found.field)
        if says_already(before, after, found.start, found.end, found.new):
            raise AlreadyInDraft
        carried_to = carried(before, after, found.start, found.end)
        if carried_to is None or stored.repealed:
            raise Unplaced(other_words())
        start, end = carried_to
        left, right, new = after[:start], after[end:], found.new
        if not new and left.endswith(" ") and (not right or right.startswith((" ", ",", ".", ";", ":"))):
            start -= 1
        if start == 0 and not new:
            end += len(right) - len(right.lstrip(" "))
        return start, end, new

    def _derived(self, after: Tree) -> list[Operation]:
        operations = derive(self.working, after)
        if not operations:
            raise AlreadyInDraft
        return [replace(operation, creates={}) for operation in operations]

    def _note(self, number: int, note: Note) -> None:
        if note.start == NOWHERE:
            self.placing.left.append(LeftOver("", note.text, note.author, note.at, on_no_words()))
            return
        place = self.file.at(note.start)
        quote = self.file.text[note.start : note.end]
        key = self.keys.get(place, "")
        if key in self.working.by_key:
            placed = PlacedNote(number, key, quote, note.text, note.author, note.at)
            self.placing.notes.append(placed)
        else:
            self.placing.left.append(LeftOver(quote, note.text, note.author, note.at, elsewhere()))
