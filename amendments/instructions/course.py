"""A list of operations carried out on a base one after the other: what each came to, and the text after it."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from amendments.instructions.errors import Refused
from amendments.instructions.execute import execute
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree, text_hash


@dataclass(frozen=True, slots=True)
class WrittenOn:
    """The name of a provision in an operation, and the hash of its words in the base when that was written."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An operation of a list, which is in the order of `place`."""

    key: Hashable
    place: tuple[int, str]
    operation: Operation
    written_on: tuple[WrittenOn, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an operation; one that is refused leaves the text as it is.

    `created` are the names of the provisions that it brought, `touched` the keys of all that it changed or brought,
    `stale` the names of those whose words in the base are no longer those on which it was written.
    """

    listed: Listed
    tree: Tree
    refusal: Refused | None = None
    created: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


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
            outcomes.append(_carried_out(self.base, tree, each, scheme))
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


def _carried_out(base: Tree, tree: Tree, listed: Listed, scheme: Scheme | None) -> Outcome:
    stale = tuple(each.name for each in listed.written_on if words_in(base, each.name) != each.words)
    if stale:
        said = _(
            "The text of %(target)s has changed since this instruction was written. Read it and save again.",
            target=", ".join(stale),
        )
        return Outcome(listed, tree, Refused("stale_base", said), stale=stale)
    try:
        after = execute(tree, [listed.operation], scheme)
    except Refused as refusal:
        return Outcome(listed, tree, refusal)
    touched = after.in_order(after.by_key[key] for key in after.differing(tree) if key in after.by_key)
    created = [element for element in touched if element.key not in tree.by_key]
    return Outcome(
        listed,
        after,
        created=tuple(_named(after, listed.operation, created)),
        touched=tuple(element.key for element in touched),
    )


def _named(tree: Tree, operation: Operation, created: Sequence[Element]) -> dict[str, Element]:
    """New provisions by the names that the operation gave them; one that it did not name by its printed number."""
    if not created:
        return {}
    names = [operation.target, *(child.number for child in operation.children)]
    if operation.op is Op.RENUMBER_AND_ADD:
        number, added = redesignation(operation)
        names = [number, *(element.number for element in added)]
    keys = {element.key for element in created}
    found = {name: element for name in names if (element := named(tree, name)) and element.key in keys}
    unnamed = keys - {element.key for element in found.values()}
    return {**{element.number: element for element in created if element.key in unnamed}, **found}


def words_in(base: Tree, name: str) -> str:
    """The hash of the words that an operation is written on, "" where the name is of no one provision of the base."""
    element = named(base, name)
    return text_hash(element) if element else ""


def named(tree: Tree, name: str) -> Element | None:
    """The provision with a name; None where there is none, or several."""
    try:
        return find(tree, name) if name else None
    except Refused:  # carrying the operation out says so
        return None
