"""What the actions on instructions share: the amendment that they change and the check of the result."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, TypeVar

from django.db.models import F, Max
from django.utils.translation import gettext as _

from amendments.actions.base import BaseAction
from amendments.actions.checking.closed_text import refuse_under_check
from amendments.actions.drafting.instruction_list import InstructionList
from amendments.actions.drafting.write_targets import write_targets
from amendments.audit.actor import Actor
from amendments.audit.history import attribute
from amendments.errors import (
    AlreadyAdopted,
    EditConflict,
)
from amendments.instructions.folding.items import Folded
from amendments.instructions.operations import Operation
from amendments.models import AmendedAct, Amendment, Fold, FoldChange, Instruction, Version
from amendments.permissions import may_draft
from amendments.queries.drafting.drafts import (
    WorkingDraft,
    working_draft,
)
from amendments.queries.drafting.folds import items_of, with_names
from amendments.queries.drafting.plans import planned, write_operation

R = TypeVar("R")


class InstructionAction(BaseAction[R]):
    """A change to the list of one amended act, by the drafters of the body.

    It holds the amendment: keys are unique within it, and its lists change one after the other. A change of the text
    is refused while the legal service checks it.
    """

    instance: Amendment
    changes_text: ClassVar[bool] = True

    def __init__(self, act: AmendedAct, *, actor: Actor, restate: bool = False) -> None:
        """`restate`: a change that cannot be folded is made by restating its provision."""
        super().__init__(act.amendment, actor=actor)
        self.act = act
        self.restate = restate
        self._resolved: dict[object, Instruction] = {}

    def user_has_permission(self) -> bool:
        """Drafters of the section."""
        return may_draft(self.user, self.instance)

    def lock(self) -> None:
        """Hold the amendment, and refuse to change what has become law or is being checked."""
        super().lock()
        if Version.objects.filter(text_of__draft__amendment=self.instance).exists():
            raise AlreadyAdopted
        if self.changes_text:
            refuse_under_check(self.instance)

    def save(self, instruction: Instruction) -> Instruction:
        """Write the row with its actor in the audit."""
        attribute(instruction, self.actor)
        instruction.save()
        self.count_change()
        self.touched("amendments.instruction", [instruction.pk])
        return instruction

    def settle(self) -> None:
        """Write what the instructions of the act touch now."""
        write_targets(self.act, self._resolved.values())

    def resolve(self, row: Instruction) -> None:
        """Note that a row was written on the text as it stands now."""
        self._resolved[row.pk] = row

    def save_list(self, change: InstructionList) -> None:
        """Write every row that says something else or stands elsewhere."""
        rows = sorted(change.changed.values(), key=lambda row: row.folded_into is not None)
        for row in rows:
            self.save(row)
            if row.status == Instruction.Status.TAKEN:
                self.resolve(row)
        Instruction.objects.bulk_update(change.moved, ["order"])
        self.count_change()

    def count_change(self) -> None:
        """Raise the revision of the list, under which the results computed from it are cached."""
        AmendedAct.objects.filter(pk=self.act.pk).update(revision=F("revision") + 1)

    def written(self, row: Instruction, operation: Operation) -> WorkingDraft:
        """Give the row an operation; the answer is the draft on which it is written."""
        draft = working_draft(self.act)
        write_operation(draft, row, operation)
        return draft

    def take_in(self, row: Instruction, operation: Operation, *, in_place: bool = False) -> Instruction:
        """Take an operation into the list: an instruction of its own, or folded into those that made its words.

        With `in_place` it stays where it stood, as long as it speaks of the text in force.
        """
        draft = self.written(row, operation)
        given, order = row.operation, [item.key for item in items_of(draft, without=row)]
        result = self.planned(draft, row, in_place=in_place)
        parts = self._parts(draft, result, row)
        result = with_names(result, {part: new.key for part, new in parts.items()})
        change = InstructionList.of(draft, row, *parts.values())
        leave = dict(result.replaced)
        if result.operation(row.key) is None:
            leave[row.key] = next(iter(result.into), "")
        change.bring_to(result.items, leave)
        self.save_list(change)
        self._remember(change, row, given, order, result)
        return row

    def planned(self, draft: WorkingDraft, row: Instruction, *, in_place: bool = False) -> Folded:
        """What the list becomes with a row; a change that cannot be folded is restated where the drafter wants that."""
        return planned(draft, row, restate=self.restate, in_place=in_place)

    def _parts(self, draft: WorkingDraft, result: Folded, row: Instruction) -> dict[str, Instruction]:
        """Rows for the further instructions into which others are divided."""
        keys = new_keys(self.act, beside=[row.key])
        reasons = {each.key: each.reason for each in (*draft.act.instructions.all(), row)}
        return {
            part: Instruction(amended_act=self.act, key=next(keys), order=0, reason=reasons[origin])
            for part, origin in result.parted.items()
        }

    def _remember(
        self, change: InstructionList, row: Instruction, given: Any, order: list[str], result: Folded
    ) -> None:
        """Keep what the fold changed, so that leaving the instruction out restores what stood there."""
        before = {**change.before, row.key: None}
        after = {key: change.said_by(key) for key in change.rows}
        keys = [key for key in change.rows if before.get(key) != after[key]]
        is_order_kept = [key for key in change.order if key in order] == order
        if keys == [row.key] and is_order_kept and _says(given) == _says(row.operation):
            return
        fold = Fold.objects.create(instruction=row, operation=given, order=order, at=self.actor.at)
        FoldChange.objects.bulk_create(
            FoldChange(
                fold=fold,
                instruction=change.rows[key],
                before=before.get(key),
                after=after[key],
                part_of=change.rows.get(result.parted.get(key, "")),
            )
            for key in keys
        )


def next_place(act: AmendedAct) -> tuple[str, int]:
    """Key, unique in the amendment, and order of a new instruction at the end of the list of the act."""
    return next(new_keys(act)), last_place(act) + 1


def last_place(act: AmendedAct) -> int:
    """The order of the last instruction of the act, in the list or beside it."""
    return act.instructions.aggregate(last=Max("order"))["last"] or 0


def new_keys(act: AmendedAct, *, beside: Sequence[str] = ()) -> Iterator[str]:
    """Keys that no instruction of the amendment bears."""
    taken = {*act.amendment.instructions.values_list("key", flat=True), *beside}
    count = len(taken) + 1
    while True:
        if f"a{count:02}" not in taken:
            yield f"a{count:02}"
        count += 1


def _says(stored: dict[str, Any]) -> dict[str, Any]:
    """An operation without the identities of what it creates."""
    return {name: value for name, value in stored.items() if name != "creates"}


def check_revision(instruction: Instruction, seen: int | None) -> None:
    """Refuse a change that was written on an older state of the row than the stored one."""
    if seen is not None and seen != instruction.revision:
        raise EditConflict(
            _("Somebody else changed instruction %(key)s in the meantime. Read it again before you go on.")
            % {"key": instruction.key}
        )
