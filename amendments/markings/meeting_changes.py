"""Changes of the same words: each says its own after those before it, or becomes one with the last of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amendments.instructions.execution.word_operations import quoted
from amendments.instructions.operations import Op, Operation
from amendments.markings.change_outcomes import ChangeOutcomes
from amendments.markings.change_stretches import stretch_of
from amendments.markings.joined_changes import Splice, are_same_words, joined, spliced
from amendments.markings.placing_result import PlacedChange
from amendments.markings.printed_places import InField
from amendments.provisions.tree import Tree

_AROUND = 200  # signs beside a change: longer words that another one quotes may reach it from anywhere
_QUOTING = frozenset(
    {Op.REPLACE_WORDS, Op.REPLACE_NUMBER, Op.INSERT_AFTER, Op.INSERT_BEFORE, Op.DELETE_WORDS}
)


class MeetingChanges(ChangeOutcomes):
    """Joins changes that contradict each other."""

    def join_meeting(self) -> None:
        """A change that cannot be said once those before it in the same words are in the draft becomes one with the last."""
        for numbers in self._in_same_words():
            trees, place = [self.sayer.working], 0
            while place < len(numbers) and self.said(numbers[place]):
                after = self._after(trees[-1], numbers[: place + 1])
                if after is not None:
                    trees.append(after)
                    place += 1
                elif place == 0:
                    break
                else:
                    self._join(numbers[place - 1], numbers.pop(place))
                    trees.pop()
                    place -= 1

    def _in_same_words(self) -> Iterator[list[int]]:
        """The numbers of the changes of each field that has several."""
        found: dict[tuple[int, str], list[int]] = {}
        for number, outcome in self.outcomes.items():
            if isinstance(outcome, PlacedChange) and number in self.sayer.splices:
                where = self.sayer.splices[number][0]
                found.setdefault((where.place, where.field), []).append(number)
        yield from (numbers for numbers in found.values() if len(numbers) > 1)

    def _join(self, first: int, second: int) -> None:
        self.edits[first] = edit = joined(self.edits[first], self.edits[second], self.file.text)
        words = self._words_of(self.sayer.splices[first][0], self.sayer.splices[second][0])
        self.outcomes[first] = self.outcome_of(first, edit, stretch_of(edit, self.file.text), words)
        del self.outcomes[second]

    def _words_of(self, first: InField, second: InField) -> InField:
        """Two changes of a field as one, with the words between them."""
        between = getattr(self.file.places[first.place].element, first.field)[first.end : second.start]
        return replace(first, end=second.end, new=first.new + between + second.new)

    def _after(self, tree: Tree, numbers: Sequence[int]) -> Tree | None:
        """A text with the last of the changes of a field; None where it does not give its words after those before it.

        Taken in before them it may be refused, which tells the drafter, but it may not give other words.
        """
        *before, number = numbers
        after = self.executed(tree, self.said(number))
        if (
            after is None
            or not before
            or (self._reads(after, numbers) and self._may_come_first(number, before))
        ):
            return after
        return None

    def _may_come_first(self, number: int, before: Sequence[int]) -> bool:
        """Whether a change gives its words before the others too, as far as they quote words beside it."""
        start, end, new = self.sayer.splices[number][1]
        words = self._field(self.sayer.working, number)
        left, right = words[max(start - _AROUND, 0) : start], words[end : end + _AROUND]
        around = left + words[start:end] + right, left + new + right
        near = [other for other in before if any(_may_reach(each, around) for each in self.said(other))]
        own, others = self.said(number), (each for other in near for each in self.said(other))
        turned = self.executed(self.sayer.working, [*own, *others])
        return turned is None or self._reads(turned, [*near, number])

    def _reads(self, tree: Tree, numbers: Sequence[int]) -> bool:
        """Whether a field of a text reads as some of its changes leave it."""
        splices: list[Splice] = [self.sayer.splices[number][1] for number in numbers]
        wanted = spliced(self._field(self.sayer.working, numbers[-1]), splices)
        return bool(wanted) and are_same_words(self._field(tree, numbers[-1]), wanted)

    def _field(self, tree: Tree, number: int) -> str:
        where, _ = self.sayer.splices[number]
        return str(getattr(tree.by_key[self.sayer.key(where.place)], where.field))


def _may_reach(operation: Operation, around: Sequence[str]) -> bool:
    """Whether an operation may find the words that it quotes beside a change, in the words before or after that."""
    words = quoted(operation)
    is_near = len(words) > _AROUND or any(words in each for each in around)
    return operation.op not in _QUOTING or is_near
