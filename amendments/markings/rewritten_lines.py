"""A change of whole lines as instructions: provisions of it that keep their number are worded anew, others go or come."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from amendments.importers.markup import TrackedEdit
from amendments.instructions.execution.tree_edits import with_text
from amendments.instructions.operations import Operation
from amendments.markings.change_sayer import ChangeSayer
from amendments.markings.change_stretches import Stretch, trimmed, whole_lines
from amendments.markings.joined_changes import spliced
from amendments.markings.new_provisions import WithNewLines, with_provisions_of
from amendments.markings.printed_places import InField, PrintedText
from amendments.markings.unplaced import AlreadyInDraft, Unplaced, moved, number_changed
from amendments.provisions.tree import Tree


def lines_of(edit: TrackedEdit, file: PrintedText) -> Stretch:
    """The lines that a change touches, with those of the same provisions."""
    lines = whole_lines(edit, file.text)
    touched = [file.places[place] for place in file.touched(lines.start, lines.end)]
    if not touched or lines.start == lines.end:
        return lines
    start = min(lines.start, touched[0].start)
    end = max(lines.end, touched[-1].end)
    return Stretch(start, end, file.text[start : lines.start] + lines.new + file.text[lines.end : end])


def rewritten(
    sayer: ChangeSayer, number: int, edit: TrackedEdit, read: WithNewLines
) -> tuple[str, list[Operation]]:
    """The provision at which the change of these lines begins, and what it says; raises `Unplaced` or `Refused`."""
    return _Rewriting(sayer, edit, read, number).said()


def comes_back(sayer: ChangeSayer, number: int, edit: TrackedEdit, read: WithNewLines) -> bool:
    """Whether a provision loses all its words and comes with others: that is no repeal, even where it cannot be said."""
    return _Rewriting(sayer, edit, read, number).comes_back()


@dataclass
class _Rewriting:
    sayer: ChangeSayer
    edit: TrackedEdit
    read: WithNewLines
    number: int

    def said(self) -> tuple[str, list[Operation]]:
        file, taken = self.sayer.file, self.read.taken[self.number]
        reworded = self._reworded(taken)
        gone = [place for place in taken if place not in reworded.values()]
        come = [place for place in self.read.brought[self.number] if place not in reworded]
        if any(not self._goes(place) for place in gone):
            raise Unplaced(number_changed())
        if [*reworded.values()] != sorted(reworded.values()):
            raise Unplaced(moved())
        printed = self.read.printed
        for place in come:
            self.sayer.check_new(printed.text[printed.places[place].start : printed.places[place].end])
        tree = self._worded_anew(reworded)
        known = {**self.read.kept, **reworded}
        operations: list[Operation] = []
        if come:
            with suppress(AlreadyInDraft):
                tree = with_provisions_of(tree, self.read, come, known, self.sayer.keys)
        if gone:
            with suppress(AlreadyInDraft):
                operations += self.sayer.repeals(gone)
        with suppress(AlreadyInDraft):
            operations += self.sayer.derived(tree)
        if not operations:
            raise AlreadyInDraft
        return self.sayer.key(taken[0] if taken else file.at(self.edit.start)), operations

    def comes_back(self) -> bool:
        return any(self._goes(old) for old in self._reworded(self.read.taken[self.number]).values())

    def _reworded(self, taken: Sequence[int]) -> dict[int, int]:
        """By the number of a provision with new words the one that it has in the file."""
        file, printed = self.sayer.file, self.read.printed
        old = {file.path(place): place for place in reversed(taken)}
        found: dict[int, int] = {}
        for place in self.read.brought[self.number]:
            element = printed.places[place].element
            before = old.get(printed.path(place))
            if before is not None and (element.heading or element.text) and before not in found.values():
                found[place] = before
        return found

    def _goes(self, place: int) -> bool:
        """Whether the change takes away all words of a provision, and none of it stays elsewhere."""
        printed = self.sayer.file.places[place]
        words = [(each.start, each.end) for each in printed.words] or [(printed.start, printed.end)]
        return self.edit.start <= words[0][0] and words[-1][1] <= self.edit.end

    def _worded_anew(self, reworded: Mapping[int, int]) -> Tree:
        tree = self.sayer.working
        for place, old in reworded.items():
            for field in ("heading", "text"):
                with suppress(AlreadyInDraft):
                    tree = self._with_field(tree, field, place, old)
        return tree

    def _with_field(self, tree: Tree, field: str, place: int, old: int) -> Tree:
        before = self.sayer.file.places[old].element
        words = str(getattr(before, field)), str(getattr(self.read.printed.places[place].element, field))
        if words[0] == words[1]:
            return tree
        stored = tree.by_key[self.sayer.key(old)]
        if words[1].split() == str(getattr(stored, field)).split():
            return tree
        change = trimmed(Stretch(0, len(words[0]), words[1]), words[0])
        found = InField(old, field, change.start, change.end, change.new)
        splice = self.sayer.carried_to(before, stored, found)
        return tree.changed([with_text(stored, field, spliced(str(getattr(stored, field)), [splice]))])
