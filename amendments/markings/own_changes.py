"""What a redline says that it changes itself: text, where the draft that it was has the change."""

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.importers.markup import NOWHERE, OwnChange
from amendments.markings.joined_changes import words_and_signs
from amendments.markings.placing_result import LeftOver, Placing
from amendments.markings.printed_places import PrintedText
from amendments.markings.unmarked import Difference, Known
from amendments.markings.unplaced import in_draft, not_of_draft


@dataclass(frozen=True)
class CheckedFile:
    """A file with what differs in it from the draft without a mark."""

    file: PrintedText
    draft: Known
    differences: Sequence[Difference]

    def is_of_draft(self, change: OwnChange) -> bool:
        """Whether the draft has the words that come, or lacks those that go, where the file differs at their place.

        Of a change for which the file keeps no place, all that differs is its place.
        """
        is_of_file = self._comes if change.new.strip() else self._goes
        return not any(is_of_file(change, each) for each in self.differences)

    def _comes(self, change: OwnChange, difference: Difference) -> bool:
        """Whether the draft lacks the words that come."""
        if difference.place is None:
            return False
        printed = self.file.places[difference.place]
        start = max(change.start, printed.start)
        end = min(change.start + len(change.new), printed.end)
        words = change.new if change.start == NOWHERE else self.file.text[start:end]
        return _count(words, difference.new) > 0 and self._gained(words, difference.place) > 0

    def _goes(self, change: OwnChange, difference: Difference) -> bool:
        """Whether the draft has the words that go."""
        if difference.place is None:
            return difference.old in " ".join(change.old.split())
        printed = self.file.places[difference.place]
        return (change.start == NOWHERE or printed.start <= change.start <= printed.end) and any(
            _count(words, difference.old) > 0 and self._gained(words, difference.place) < 0
            for words in change.old.split("\n")
        )

    def _gained(self, words: str, place: int) -> int:
        """How much oftener the words stand in a provision of the file than in that of the draft."""
        printed = self.file.places[place]
        return _count(words, self.file.text[printed.start : printed.end]) - _count(
            words, self.draft.of(place)
        )


def _count(words: str, text: str) -> int:
    """How often words stand in a text."""
    return _signs(text).count(_signs(words)) if words.strip() else 0


def _signs(text: str) -> str:
    return "".join(f" {each} " for each in words_and_signs(" ".join(text.split())))


def sort_own(placing: Placing, own: Sequence[OwnChange], checked: CheckedFile) -> None:
    """List the changes that the draft makes, and those of which only the file says that it does.

    Author and minute of a change are claims of the file.
    """
    for change in own:
        if checked.is_of_draft(change):
            placing.standing.append(LeftOver(change.old, change.new, change.author, change.at, in_draft()))
        else:
            placing.left.append(LeftOver(change.old, change.new, change.author, change.at, not_of_draft()))
