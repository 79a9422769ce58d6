"""Places what others marked in a file on the provisions of an act, each change for itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from amendments.importers.markup import NOWHERE, Markup, Overwritten, TrackedEdit
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op
from amendments.markings.change_outcomes import Outcome, Refusal
from amendments.markings.change_sayer import ChangeSayer
from amendments.markings.change_stretches import Stretch, is_white, paragraph_at, stretch_of
from amendments.markings.footnote_marks import without_footnotes
from amendments.markings.joined_changes import (
    MarkedRun,
    parts_of,
    rows_of,
    runs_of,
    together,
)
from amendments.markings.meeting_changes import MeetingChanges
from amendments.markings.new_provisions import WithNewLines, readings
from amendments.markings.outdated_changes import part_outdated
from amendments.markings.own_changes import CheckedFile, sort_own
from amendments.markings.placed_notes import PlacedNotes
from amendments.markings.placing_result import LeftOver, PlacedChange, Placing
from amendments.markings.printed_places import PrintedText, printed_text
from amendments.markings.rewritten_lines import comes_back, lines_of, rewritten
from amendments.markings.same_provisions import matched, paired
from amendments.markings.typed_numbers import check_numbers
from amendments.markings.unmarked import Known, differences, listed
from amendments.markings.unplaced import (
    AlreadyInDraft,
    Unplaced,
    across_acts,
    beside_text,
    in_deleted,
    lines_changed,
    moved,
    number_changed,
    overwritten,
    unreadable,
)
from amendments.provisions.messages import Message
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree


def _refuses_nothing(_change: PlacedChange) -> None:
    """There is no list of instructions."""


def place(
    markup: Markup,
    base: Tree,
    working: Tree,
    scheme: Scheme,
    *,
    left_from: Tree | None = None,
    refusal: Refusal = _refuses_nothing,
) -> Placing:
    """What came of each mark. The file may hold the text in force or that of the draft; the more alike one counts.

    `left_from` is the draft that the file was: what the draft gained since is no difference. Words of the text in force
    that this draft changes are one, as where somebody rejected its change. `refusal` says why the list of instructions
    cannot take in a change, None if it can.
    """
    file, placing = printed_text(markup.text, scheme), Placing()
    if file is None:
        _leave_all(markup, placing)
    else:
        known = _known(file, (base, working), scheme)
        draft = Known(matched(file.tree, left_from).keys, left_from, scheme) if left_from else None
        edits, footnotes = without_footnotes(markup)
        texts = [draft, *known] if draft else known
        sayer = ChangeSayer(file, paired([each.keys for each in texts], working), working, scheme)
        placer = _Placer(file, sayer, placing=placing, refusal=refusal)
        placer.place(replace(markup, edits=_of_one_act(edits, markup.text, placing)))
        placing.left += footnotes
        PlacedNotes(sayer, markup, placing).place()
        if draft is None:
            _compare(file, markup, known, placing)
        else:
            now = next(each for each in known if each.tree is working)
            _compare(file, markup, [draft, now], placing)
            part_outdated(placing, markup.own, draft, now)
    placing.left += map(_listed, markup.overwritten)
    placing.left += [
        LeftOver(each.old, each.new, each.author, each.at, beside_text()) for each in markup.beside
    ]
    return placing


def _of_one_act(edits: Sequence[TrackedEdit], text: str, placing: Placing) -> tuple[TrackedEdit, ...]:
    """The changes without those that may be of another act of the file, which are listed."""
    for edit in edits:
        if edit.is_across:
            placing.leave(edit, text, across_acts())
    return tuple(edit for edit in edits if not edit.is_across)


def _listed(words: Overwritten) -> LeftOver:
    return LeftOver(words.words, "", words.deleted_by, words.at, overwritten(words.inserted_by))


def _known(file: PrintedText, trees: Sequence[Tree], scheme: Scheme) -> list[Known]:
    """The texts from which a file may have left, the more alike one first."""
    found = sorted(((matched(file.tree, tree), tree) for tree in trees), key=lambda pair: -pair[0].alike)
    return [Known(pairs.keys, tree, scheme) for pairs, tree in found]


def _compare(file: PrintedText, markup: Markup, known: Sequence[Known], placing: Placing) -> None:
    """List what differs from a draft without a mark, and check what the file names a change of it."""
    found = differences(file, markup.edits, known)
    placing.unmarked = listed(found)
    sort_own(placing, markup.own, CheckedFile(file, known[0], found))


def _leave_all(markup: Markup, placing: Placing) -> None:
    """List the marks of a file that is no act."""
    for edit in markup.edits:
        placing.leave(edit, markup.text, unreadable())
    placing.left += [LeftOver(own.old, own.new, own.author, own.at, unreadable()) for own in markup.own]
    for note in markup.notes:
        quote = "" if note.start == NOWHERE else markup.text[note.start : note.end]
        placing.left.append(LeftOver(quote, note.text, note.author, note.at, unreadable()))


@dataclass
class _Placer(MeetingChanges):
    placing: Placing = field(default_factory=Placing)
    refusal: Refusal = _refuses_nothing

    def place(self, markup: Markup) -> None:
        runs: list[MarkedRun] = []
        for marked in runs_of(markup.edits):
            parts = dict(enumerate(parts_of(marked, self.file), start=len(self.edits) + 1))
            self.edits |= parts
            runs.append(MarkedRun(marked, list(parts)))
        crossing = self.one_by_one()
        said: set[int] = set()
        unsettled: list[MarkedRun] = []
        for some in (rows_of(runs, self.file.text), runs):
            wanting = [run for run in some if not said & {*run.numbers} and self._wants(run, crossing)]
            said |= self._as_lines(wanting)
            unsettled += [run for run in some if not said & {*run.numbers}]
        for run in unsettled:
            self.outcomes |= dict.fromkeys(self.words_below(run.numbers), number_changed())
        for run in wanting:
            if not said & {*run.numbers}:
                self._alone(run)
        self.leave_moved()
        self.join_meeting()
        self.leave_deleted()
        self.leave_other_text(self.refusal)
        self._keep([(self.edits[number], outcome) for number, outcome in self.outcomes.items()])

    def _wants(self, run: MarkedRun, crossing: set[int]) -> bool:
        return (
            bool(crossing & {*run.numbers})
            or self._fails(run)
            or self._goes_and_stands(run)
            or bool(self.words_below(run.numbers))
        )

    def _fails(self, run: MarkedRun) -> bool:
        """Whether a change of a run has no place; a paragraph that is only divided has none by itself."""
        text = self.file.text
        return any(
            isinstance(self.outcomes.get(number), Message)
            and not is_white(stretch_of(self.edits[number], text), text)
            for number in run.numbers
        )

    def _goes_and_stands(self, run: MarkedRun) -> bool:
        """Whether lines of a run go and others are in the draft: these may be the same provisions, worded anew."""
        outcomes = [self.outcomes[number] for number in run.numbers if number in self.outcomes]
        return None in outcomes and any(isinstance(outcome, PlacedChange) for outcome in outcomes)

    def _is_said(self, run: MarkedRun, outcome: Outcome) -> bool:
        """Whether the changes of a run say one by one what they say together."""
        alone = [self.outcomes.get(number) for number in run.numbers]
        said = [each for one in alone if isinstance(one, PlacedChange) for each in one.operations]
        is_whole = not any(isinstance(each, Message) for each in alone)
        return is_whole and isinstance(outcome, PlacedChange) and said == [*outcome.operations]

    def _as_lines(self, runs: Sequence[MarkedRun]) -> set[int]:
        """What has no place as it was marked may have one with the rest of its lines and the changes beside it.

        Returns the numbers of the changes that are settled by this.
        """
        settled: set[int] = set()
        wholes = {
            run.numbers[0]: (run, together(run.marked, self.file.text))
            for run in runs
            if not any(edit.move for edit in run.marked)
        }
        lines = {number: lines_of(edit, self.file) for number, (_, edit) in wholes.items()}
        read = readings(self.file, lines, self.sayer.scheme)
        for number, (run, edit) in wholes.items():
            found = read.get(number)
            outcome = self._rewritten(number, edit, lines[number], found) if found else None
            refused = isinstance(outcome, Message)
            if self._is_said(run, outcome):
                settled.update(run.numbers)
            elif found and (not refused or comes_back(self.sayer, number, edit, found)):
                self._replace(run, edit, outcome)
                settled.update(run.numbers)
        return settled

    def _alone(self, run: MarkedRun) -> None:
        """What is not said with the changes beside it is said, or listed, for who made it."""
        if self._goes_and_stands(run) or any(edit.move for edit in run.marked):
            return
        if len(run.marked) > 1 and not self._without_inserted(run):
            self._deleted_alone(run)

    def _rewritten(self, number: int, edit: TrackedEdit, lines: Stretch, read: WithNewLines) -> Outcome:
        try:
            key, operations = rewritten(self.sayer, number, edit, read)
            check_numbers(self.file.text, lines, operations)
        except AlreadyInDraft:
            return None
        except (Refused, Unplaced) as refusal:
            return refusal.message
        return self.placed(number, key, edit, lines, operations)

    def _replace(self, run: MarkedRun, edit: TrackedEdit, outcome: Outcome) -> None:
        """One outcome for all changes of a run."""
        first, *others = run.numbers
        self.edits[first], self.outcomes[first] = edit, outcome
        self.sayer.splices.pop(first, None)
        for number in others:
            self.outcomes.pop(number, None)

    def _without_inserted(self, run: MarkedRun) -> bool:
        """A provision that goes although somebody inserts words in it: these are listed."""
        deleted = [edit for edit in run.marked if not edit.new]
        inserted = [edit for edit in run.marked if edit.start == edit.end]
        if not deleted or len(deleted) + len(inserted) < len(run.marked):
            return False
        edit = together(deleted, self.file.text)
        outcome = self.outcome_of(run.numbers[0], edit, stretch_of(edit, self.file.text), None)
        if not isinstance(outcome, PlacedChange) or any(
            each.op is not Op.REPEAL for each in outcome.operations
        ):
            return False
        self._replace(run, edit, outcome)
        for each in inserted:
            self.placing.leave(each, self.file.text, in_deleted())
        return True

    def _deleted_alone(self, run: MarkedRun) -> None:
        """Words that go beside a change that has no place go for themselves."""
        if len(run.numbers) > 1 or all(edit.new for edit in run.marked):
            return
        (number,) = run.numbers
        why = self.outcomes[number]
        for number, edit in enumerate(run.marked, start=len(self.edits) + 1):
            stretch = stretch_of(edit, self.file.text)
            self.edits[number] = edit
            if is_white(stretch, self.file.text):
                self.outcomes[number] = lines_changed(paragraph_at(stretch, self.file.text))
            else:
                self.outcomes[number] = why if edit.new else self.outcome_of(number, edit, stretch, None)
        del self.outcomes[run.numbers[0]]

    def _keep(self, outcomes: Sequence[tuple[TrackedEdit, Outcome]]) -> None:
        """Sort the changes; words that moved go and come together, or neither."""
        placed = {edit.move for edit, outcome in outcomes if isinstance(outcome, PlacedChange)}
        broken = {edit.move for edit, outcome in outcomes if isinstance(outcome, Message)} | placed & {
            edit.move for edit, outcome in outcomes if outcome is None
        }
        for edit, outcome in outcomes:
            if edit.move and edit.move in broken:
                self.placing.leave(edit, self.file.text, outcome if isinstance(outcome, Message) else moved())
            elif isinstance(outcome, PlacedChange):
                self.placing.changes.append(outcome)
            elif outcome is None:
                self.placing.stand(edit, self.file.text)
            else:
                self.placing.leave(edit, self.file.text, outcome)
