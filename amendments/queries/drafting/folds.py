"""The list of an act as folding knows it, and who says the words of a folded instruction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from amendments.instructions.execute import execute
from amendments.instructions.folding.fold import fold
from amendments.instructions.folding.items import CannotFold, Folded, Item
from amendments.instructions.folding.lawful import not_in_force, stands
from amendments.instructions.folding.ledger import Ledger, ledger_of
from amendments.instructions.folding.settling import in_order
from amendments.instructions.folding.undoing import Said, Undo, undone
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.kinds_in_text import in_text, names_items
from amendments.instructions.operations import Operation
from amendments.instructions.touches import Touched, touches
from amendments.models import AmendedAct, Fold, Instruction
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import Step, WorkingDraft, executable, scheme_of
from amendments.queries.drafting.repeals import explained
from amendments.queries.showing.kept import keep_ledger, kept_ledger
from amendments.text.saying import say


def items_of(draft: WorkingDraft, *, without: Instruction | None = None) -> tuple[Item, ...]:
    """The instructions that are carried out; a refused one changes nothing, so nothing is folded into it."""
    carried_out = _carried_out(draft)
    return tuple(item for item, step in carried_out if without is None or step.instruction.pk != without.pk)


def _carried_out(draft: WorkingDraft) -> Iterator[tuple[Item, Step]]:
    for step in draft.steps:
        if not step.outcome.refusal:
            yield Item(step.instruction.key, step.operation), step


def plan(draft: WorkingDraft, row: Instruction, *, in_place: bool = False) -> Folded:
    """The list with an instruction: one of its own, or folded into those that made its words.

    With `in_place` it stays where it stood, as long as it speaks of the text in force.
    """
    if in_place and (placed := in_its_place(draft, row)):
        return placed
    try:
        return _folded(draft, items_of(draft, without=row), Item(row.key, executable(row)))
    except Refused:
        placed = in_its_place(draft, row, alone=False) if in_place else None
        if placed is None:
            raise
        return placed


def _folded(draft: WorkingDraft, items: Sequence[Item], new: Item) -> Folded:
    return fold(draft.base, items, new, scheme_of(draft.act), ledger=_ledger(draft, items))


def _ledger(draft: WorkingDraft, items: Sequence[Item]) -> Ledger:
    """The ledger of a list; that of the working draft is kept, and of others what they begin with is known."""
    known = [(item, step.outcome.tree) for item, step in _carried_out(draft)]
    is_all = [item for item, __ in known] == list(items)
    ledger = kept_ledger(draft.act, draft.course) if is_all else None
    if ledger is None:
        ledger = ledger_of(draft.base, items, scheme_of(draft.act), known)
        if is_all:
            keep_ledger(draft.act, draft.course, ledger)
    return ledger


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What the list would say with an instruction: the operations that change, with their keys, and the text.

    Where it is refused, `problem` says why, and `offer` restates the provision instead if that works.
    """

    said: tuple[Item, ...] = ()
    tree: Tree | None = None
    touched: frozenset[str] = frozenset()  # the keys of the provisions that read otherwise than without it
    touches: tuple[Touched, ...] = ()  # how, where it is one instruction
    problem: str = ""
    offer: Operation | None = None


def foreseen(draft: WorkingDraft, row: Instruction, *, in_place: bool = False) -> Foreseen:
    """A preview of taking an instruction in; nothing is written."""
    try:
        result = plan(draft, row, in_place=in_place)
    except Refused as refusal:
        return _refused(draft, refusal, executable(row))
    standing = next((step.touched for step in draft.steps if step.instruction.pk == row.pk), None)
    seen = _foreseen(draft, items_of(draft, without=row), result, standing or ())
    if standing is None or result.operation(row.key) is None:
        return replace(seen, touches=touches(draft.tree, seen.tree or draft.tree, executable(row)))
    return replace(seen, touches=_touches_in_place(draft, result, row.key))


def _touches_in_place(draft: WorkingDraft, result: Folded, key: str) -> tuple[Touched, ...]:
    """What an instruction of the list touches at its place."""
    place = next(place for place, item in enumerate(result.items) if item.key == key)
    operation, earlier = result.items[place].operation, result.items[:place]
    if earlier != items_of(draft)[:place]:  # it has another place: on the text in force it touches the same
        with suppress(Refused):
            return touches(draft.base, execute(draft.base, [operation], scheme_of(draft.act)), operation)
    before = _ledger(draft, items_of(draft)).text_of(earlier)
    return touches(before, execute(before, [operation], scheme_of(draft.act)), operation)


def foreseen_edit(draft: WorkingDraft, operations: Sequence[Operation]) -> Foreseen:
    """Foresee the text when several operations are taken in one after the other."""
    result = Folded(items_of(draft))
    for number, operation in enumerate(operations, start=1):
        try:
            result = _folded(draft, result.items, Item(f"?{number}", operation))
        except Refused as refusal:
            return _refused(draft, refusal, operation)
    return _foreseen(draft, items_of(draft), result, ())


def _refused(draft: WorkingDraft, refusal: Refused, operation: Operation) -> Foreseen:
    if isinstance(refusal, CannotFold):
        return Foreseen(problem=say(refusal), offer=refusal.offer)
    return Foreseen(problem=explained(draft, refusal, operation))


def _foreseen(
    draft: WorkingDraft, others: Sequence[Item], result: Folded, touched: Iterable[str]
) -> Foreseen:
    """`touched` are the provisions that an instruction of the list changes as it stands."""
    now, after = draft.tree, result.tree or draft.tree
    differing = {key for key in after.differing(now) if after.by_key.get(key) != now.by_key.get(key)}
    said = tuple(_said(draft, {item.key: item.operation for item in others}, result))
    return Foreseen(said, after, frozenset({*differing, *touched}))


def _said(draft: WorkingDraft, standing: Mapping[str, Operation], result: Folded) -> Iterator[Item]:
    """The operations that change, each with the kinds of what it names in the text on which it stands."""
    for place, item in enumerate(result.items):
        if standing.get(item.key) == item.operation:
            continue
        if names_items(item.operation):
            text = _ledger(draft, items_of(draft)).text_of(result.items[:place])
            item = replace(item, operation=in_text(item.operation, result.tree or draft.tree, text))
        yield item


def in_its_place(draft: WorkingDraft, row: Instruction, *, alone: bool = True) -> Folded | None:
    """The list with an instruction at the place that it has, as long as it speaks of the text in force.

    One that names other provisions than before goes where these stand in the law. With `alone` no other instruction
    may change its words.
    """
    standing = [(step.instruction, item) for item, step in _carried_out(draft)]
    own = Item(row.key, executable(row))
    rows = [*((each, item) for each, item in standing if each.pk != row.pk), (row, own)]
    rows.sort(key=lambda each: (each[0].order, each[0].key))
    items = tuple(item for __, item in rows)
    ledger = _ledger(draft, items_of(draft))
    said = next((step.operation for step in draft.steps if step.instruction.pk == row.pk), own.operation)
    orders = [items]
    if said.all_targets != own.operation.all_targets:
        orders.insert(0, in_order(items, own, ledger))
    for order in orders:
        tree = stands(draft.base, order, row.key, scheme_of(draft.act), alone=alone, ledger=ledger)
        if tree is not None:
            return Folded(order, tree=tree)
    return None


def with_names(result: Folded, names: Mapping[str, str]) -> Folded:
    """A folded list in which the further instructions have keys of their own."""
    return replace(
        result,
        items=tuple(replace(item, key=names.get(item.key, item.key)) for item in result.items),
        replaced={key: names.get(holder, holder) for key, holder in result.replaced.items()},
        parted={names[part]: origin for part, origin in result.parted.items()},
    )


def undo_of_fold(row: Fold, items: Iterable[Item]) -> Undo:
    """How a fold is undone on a list; the folded instruction itself leaves it, whatever was made of it since."""
    own = row.instruction.key
    said: dict[str, Said] = {}
    for change in row.changes.all():
        key = change.instruction.key
        before, after = (_operation(change.instruction, said) for said in (change.before, change.after))
        said[key] = Said(before, after)
    standing = next((item.operation for item in items if item.key == own), None)
    if standing is None:
        said.pop(own, None)
    else:
        said[own] = Said(None, standing)
    return Undo(tuple(row.order), said)


def without_folds(draft: WorkingDraft, row: Instruction, folds: Iterable[Fold]) -> tuple[Item, ...]:
    """The list without an instruction and what its folds did, the last one first."""
    items = items_of(draft)
    for each in folds:
        items = undone(draft.base, items, undo_of_fold(each, items), scheme_of(draft.act))
    return tuple(item for item in items if item.key != row.key)


def _operation(instruction: Instruction, stored: Any) -> Operation | None:  # Any: a value of JSON
    return None if stored is None else executable(Instruction(pk=instruction.pk, operation=stored))


def off_the_law(draft: WorkingDraft) -> dict[str, str]:
    """By key, why an instruction is about something that the text in force does not have, and what to do.

    Folding writes no such instruction; a list that came to be otherwise is not sealed until it is mended.
    """
    found: dict[str, str] = {}
    for item, __ in _carried_out(draft):
        refusal = not_in_force(draft.base, item.operation, scheme_of(draft.act))
        if refusal is not None:
            found[item.key] = _(
                "The instruction is about something that the text in force does not have. %(why)s %(advice)s"
            ) % {
                "why": say(refusal),
                "advice": _(
                    "Open the instruction and save it again. Its change then goes into the instruction that "
                    "made these words."
                ),
            }
    return found


@dataclass(frozen=True, slots=True)
class Holders:
    """For each folded instruction the one that stands in the list and says its words."""

    rows: Mapping[UUID, Instruction]

    @classmethod
    def of(cls, rows: Iterable[Instruction]) -> "Holders":
        """Among the instructions of an amendment."""
        return cls({row.pk: row for row in rows})

    def holder(self, pk: UUID | None) -> Instruction | None:
        """The instruction that says the words, itself where it is not folded; None where the text in force stands."""
        row = self.rows.get(pk) if pk else None
        for __ in self.rows:
            if row is None or row.status != Instruction.Status.FOLDED:
                return row
            row = self.rows.get(row.folded_into_id) if row.folded_into_id else None
        return None


def folds_of(act: AmendedAct) -> Iterator[tuple[Instruction, Instruction]]:
    """The folded instructions of an act, each with the one that says its words."""
    rows = list(act.instructions.all())
    holders = Holders.of(rows)
    for row in rows:
        holder = holders.holder(row.pk) if row.status == Instruction.Status.FOLDED else None
        if holder is not None and holder.status == Instruction.Status.TAKEN:
            yield row, holder
