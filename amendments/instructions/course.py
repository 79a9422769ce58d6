"""A list of operations carried out on a base one after the other: what each came to, and the text after it."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from amendments.instructions.execute import execute
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.kinds_in_text import in_text
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import LEANING, Touch, Touched, named, touches
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree


@dataclass(frozen=True, slots=True)
class Listed:
    """An operation of a list, which is in the order of `place`.

    `stale` are the numbers of the provisions that are no longer as they were when it was written.
    """

    key: Hashable
    place: tuple[int, str]
    operation: Operation
    stale: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """The result of an operation: the text before and after it. A refused operation leaves the text unchanged."""

    listed: Listed
    before: Tree
    tree: Tree
    refusal: Refused | None = None

    @cached_property
    def touches(self) -> tuple[Touched, ...]:
        """All that it changed, named or leaned on."""
        return () if self.refusal else touches(self.before, self.tree, self.listed.operation)

    @cached_property
    def said(self) -> Operation:
        """The operation with the kinds of what it names: of what it changes in the text before it."""
        return in_text(self.listed.operation, self.tree, self.before)

    @property
    def touched(self) -> tuple[str, ...]:
        """The keys of all that it changed or brought, as far as it stands in the text."""
        keys = (each.key for each in self.touches if each.touch not in LEANING)
        return tuple(key for key in keys if key in self.tree.by_key)

    @property
    def created(self) -> tuple[str, ...]:
        """The names of the provisions that it brought."""
        new = [self.tree.by_key[each.key] for each in self.touches if each.touch is Touch.INSERTS]
        return _names(self.tree, self.listed.operation, new)


@dataclass(frozen=True, slots=True)
class Course:
    """The base and what came of each operation, in order."""

    base: Tree
    outcomes: tuple[Outcome, ...] = ()

    @property
    def tree(self) -> Tree:
        """The text after the last operation."""
        return self.outcomes[-1].tree if self.outcomes else self.base

    def of(self, key: Hashable) -> Outcome:
        """What came of the operation with this key."""
        return next(outcome for outcome in self.outcomes if outcome.listed.key == key)

    def continued(self, listed: Sequence[Listed], scheme: Scheme | None) -> "Course":
        """The course of another list on the same base; what both lists begin with is not carried out again."""
        outcomes = list(self._shared(listed))
        tree = outcomes[-1].tree if outcomes else self.base
        for each in listed[len(outcomes) :]:
            outcomes.append(_carried_out(tree, each, scheme))
            tree = outcomes[-1].tree
        return Course(self.base, tuple(outcomes))

    def with_listed(self, new: Sequence[Listed], scheme: Scheme | None) -> "Course":
        """The course of the same list with these operations in it, each for the one with its key if there is one."""
        keys = {each.key for each in new}
        kept = [outcome.listed for outcome in self.outcomes if outcome.listed.key not in keys]
        return self.continued(sorted([*kept, *new], key=lambda each: each.place), scheme)

    def _shared(self, listed: Sequence[Listed]) -> Iterator[Outcome]:
        for outcome, each in zip(self.outcomes, listed, strict=False):
            if outcome.listed is not each and outcome.listed != each:
                return
            yield outcome


def _carried_out(tree: Tree, listed: Listed, scheme: Scheme | None) -> Outcome:
    if listed.stale:
        said = _(
            "The text of %(target)s has changed since this instruction was written. Read it and save again.",
            target=", ".join(listed.stale),
        )
        return Outcome(listed, tree, tree, Refused("stale_base", said))
    try:
        return Outcome(listed, tree, execute(tree, [listed.operation], scheme))
    except Refused as refusal:
        return Outcome(listed, tree, tree, refusal)


def _names(tree: Tree, operation: Operation, created: Sequence[Element]) -> tuple[str, ...]:
    """The names of new provisions under which an operation is given their keys: those that it uses itself.

    A name that finds nothing is kept if there are as many such names as new provisions that none finds: only under it
    does the provision get its key. Otherwise these are named by their printed number, or by their eId where that is
    not theirs alone.
    """
    if not created:
        return ()
    names = [operation.target, *(child.number for child in operation.children)]
    if operation.op is Op.RENUMBER_AND_ADD:
        number, added = redesignation(operation)
        names = [number, *(element.number for element in added)]
    keys = {element.key for element in created}
    found = {name: element.key for name in names if (element := named(tree, name)) and element.key in keys}
    rest = [element for element in created if element.key not in found.values()]
    lost = [name for name in names if named(tree, name) is None]
    own = lost if len(lost) == len(rest) else _own_names(rest, found)
    return tuple(dict.fromkeys((*own, *found)))


def _own_names(elements: Iterable[Element], taken: Iterable[str]) -> Iterator[str]:
    known = {"", *taken}
    for element in elements:
        yield element.eid if element.number in known else element.number
        known.add(element.number)
