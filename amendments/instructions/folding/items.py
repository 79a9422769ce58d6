"""A list of instructions before and after a new one is folded into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.provisions.messages import Message
from amendments.provisions.tree import Tree


@dataclass(frozen=True, slots=True)
class Item:
    """One instruction of a list: its stable key and its operation."""

    key: str
    operation: Operation


@dataclass(frozen=True, slots=True)
class Manner:
    """A way to fold that is tried.

    `as_read`: several additions at one place are listed as they are read. `as_chosen`: nothing gets words of its own
    instead of the form that was chosen for it. `together`: a sentence that is added belongs to the new one beside it.
    `apart`: each change of the new operation's words is an instruction of its own.
    """

    as_read: bool = False
    as_chosen: bool = False
    together: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """The list after folding.

    `into` names the items that now hold words of the new one. `replaced` leads from each item that left the list to
    the one that stands for it, "" where nothing does. `parted` leads from each further item to the one that it
    was a part of: its key is made up, the caller gives it one of its own. `tree` is the text that the list gives.
    """

    items: tuple[Item, ...]
    into: tuple[str, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)
    parted: Mapping[str, str] = field(default_factory=dict)
    tree: Tree | None = None

    def operation(self, key: str) -> Operation | None:
        """What an item says now, None where it left the list."""
        return next((item.operation for item in self.items if item.key == key), None)


class CannotFold(Refused):
    """A change of words that stand only in the draft cannot be said against the text in force.

    `holders` are the items that made the words. `offer` is a restatement of the provision that works instead.
    """

    def __init__(
        self, code: str, message: Message | str, holders: tuple[str, ...] = (), offer: Operation | None = None
    ) -> None:
        super().__init__(code, message)
        self.holders = holders
        self.offer = offer
