"""What came of the marks of a file: changes on provisions, comments on provisions, and what could not be placed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from amendments.importers.markup import TrackedEdit
from amendments.instructions.operations import Operation
from amendments.markings.unplaced import in_draft, moved
from amendments.provisions.messages import Message


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """A change said as instructions on the working text; `number` is its place in the file, from 1."""

    number: int
    provision: str  # key
    old: str
    new: str
    author: str
    at: str
    operations: tuple[Operation, ...]
    move: str = ""  # the name that joins the two places of words that moved

    @property
    def is_move(self) -> bool:
        """Whether it is one of the two places of words that moved."""
        return bool(self.move)


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A comment on the words of a provision."""

    number: int
    provision: str  # key
    quote: str
    text: str
    author: str
    at: str


@dataclass(frozen=True, slots=True)
class LeftOver:
    """What was marked and becomes no instruction, with its words and why."""

    old: str
    new: str
    author: str
    at: str
    why: Message


@dataclass
class Placing:
    """All that was marked, in the order of the file; `standing` are changes that the draft makes already.

    `outdated` are changes of the draft that the file was, which the draft no longer makes. `noted` are comments that are
    notes already; `unmarked` is where the file differs from the draft without a mark.
    """

    changes: list[PlacedChange] = field(default_factory=list)
    notes: list[PlacedNote] = field(default_factory=list)
    noted: list[PlacedNote] = field(default_factory=list)
    left: list[LeftOver] = field(default_factory=list)
    standing: list[LeftOver] = field(default_factory=list)
    outdated: list[LeftOver] = field(default_factory=list)
    unmarked: list[LeftOver] = field(default_factory=list)

    def leave(self, edit: TrackedEdit, text: str, why: Message) -> None:
        """List a change that has no place."""
        self.left.append(_listed(edit, text, why))

    def leave_placed(self, refused: Mapping[int, Message]) -> None:
        """List placed changes that are refused, by their numbers; words that moved go and come together, or neither."""
        broken = {each.move for each in self.changes if each.move and each.number in refused}
        placed: list[PlacedChange] = []
        for each in self.changes:
            if each.number in refused or each.move in broken:
                why = refused.get(each.number, moved())
                self.left.append(LeftOver(each.old, each.new, each.author, each.at, why))
            else:
                placed.append(each)
        self.changes = placed

    def stand(self, edit: TrackedEdit, text: str) -> None:
        """List a change that the draft makes already."""
        self.standing.append(_listed(edit, text, in_draft()))


def _listed(edit: TrackedEdit, text: str, why: Message) -> LeftOver:
    return LeftOver(text[edit.start : edit.end], edit.new, edit.author, edit.at, why)
