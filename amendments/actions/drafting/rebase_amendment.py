"""Moves an amended act to a newer consolidated text."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from amendments.actions.drafting.instruction_base import InstructionAction
from amendments.audit.actor import Actor
from amendments.errors import NothingToSeal
from amendments.instructions.execute import execute
from amendments.instructions.following import followed, is_certain, number_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation, from_json, to_json
from amendments.instructions.touches import WrittenOn, named
from amendments.models import AmendedAct, Amendment, Fold, FoldChange, Instruction, InstructionTarget, Version
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import executable, working_draft
from amendments.queries.showing.kept import sealed_tree
from amendments.queries.targets import written_on


class RebaseAmendment(InstructionAction[AmendedAct]):
    """Instructions follow their provisions to new numbers.

    Those on provisions with other words become stale, and so do insertions at whose place the numbers are others.
    They are listed until they are saved again.
    """

    action_name = "amendments.rebase_amendment"

    def __init__(self, act: AmendedAct, base: Version, *, actor: Actor) -> None:
        super().__init__(act, actor=actor)
        self.base = base
        self.followed: list[str] = []

    def perform(self) -> AmendedAct:
        """Change the base of this act."""
        self.act.refresh_from_db(fields=["base_version"])
        old = self.act.base_version
        if (
            self.base.is_draft
            or self.base.instrument_id != old.instrument_id
            or self.base.number <= old.number
        ):
            raise NothingToSeal
        new_base, written = sealed_tree(self.base), written_on(self.act)
        texts = list(self._texts(new_base))
        self.act.base_version = self.base
        self.act.save(update_fields=["base_version"])
        for row, operation, now in texts:
            if to_json(operation) != row.operation:
                row.operation = to_json(operation)
                row.revision += 1
                self.save(row)
                self.followed.append(row.key)
            for each in written.get(row.pk, {}).values():
                self._follow(row, each, new_base, is_sure=is_certain(each, operation, now))
        if self.followed:
            self._follow_in_folds(sealed_tree(old), new_base)
        self.touched("amendments.amendment", [self.instance.pk])
        return self.act

    def _texts(self, now: Tree) -> Iterator[tuple[Instruction, Operation, Tree]]:
        """Every instruction, how it is worded on the new base, and the new working text before it.

        One that is stale is carried out here too, because those after it were written on what it does.
        """
        course = working_draft(self.act).course
        outcomes = {outcome.listed.key: outcome for outcome in course.outcomes}
        before = course.base
        for row in self.act.instructions.order_by("order", "key"):
            operation = followed(from_json(row.operation), before, now)
            yield row, operation, now
            outcome = outcomes.get(row.pk)
            if outcome is not None:
                before, now = outcome.tree, self._after(now, row, operation)

    def _after(self, tree: Tree, row: Instruction, operation: Operation) -> Tree:
        worded = Instruction(pk=row.pk, operation=to_json(operation))
        try:
            return execute(tree, [executable(worded)])
        except Refused:
            return tree

    def _follow(self, row: Instruction, written: WrittenOn, base: Tree, *, is_sure: bool) -> None:
        """Note the new number of a provision, unless somebody must decide because of it."""
        element, same = base.by_key.get(written.key), named(base, written.number)
        if element is None or not is_sure or (same is not None and same.key == element.key):
            return
        targets = InstructionTarget.objects.filter(instruction=row, provision=UUID(element.key))
        targets.update(number=number_of(base, element))

    def _follow_in_folds(self, old: Tree, new: Tree) -> None:
        """Let what folds remember name its provisions by the new numbers too, so that they can still be undone."""

        def worded(stored: Any) -> Any:  # Any: a value of JSON
            return to_json(followed(from_json(stored), old, new)) if stored else stored

        folds = list(Fold.objects.filter(instruction__amended_act=self.act))
        for fold in folds:
            fold.operation = worded(fold.operation)
        Fold.objects.bulk_update(folds, ["operation"])
        changes = list(FoldChange.objects.filter(fold__in=folds))
        for change in changes:
            change.before, change.after = worded(change.before), worded(change.after)
        FoldChange.objects.bulk_update(changes, ["before", "after"])

    def subject(self, result: AmendedAct) -> Amendment:
        """The log names the amendment."""
        return self.instance

    def log_data(self) -> dict[str, Any]:
        """Which instructions are worded with new numbers."""
        return {"followed": self.followed}
