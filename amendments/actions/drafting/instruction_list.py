"""Brings the rows of a list to what folding made of it: who says what, in which order, and who left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from amendments.errors import RefusedInstruction
from amendments.instructions.course import Outcome
from amendments.instructions.folding.items import Item
from amendments.instructions.operations import Operation, to_json
from amendments.models import Instruction
from amendments.queries.drafting.drafts import WorkingDraft, executable, identity, listed, scheme_of
from amendments.text.refusals import explain

TAKEN, FOLDED = Instruction.Status.TAKEN, Instruction.Status.FOLDED


@dataclass
class InstructionList:
    """The instructions of an act before and after a change.

    `rows` are all of the act by key, the new ones too; `before` is what those in the list said; `changed` have to be
    saved, `moved` only have another place. A refused instruction keeps its place behind its neighbour.
    """

    draft: WorkingDraft
    rows: dict[str, Instruction]
    before: dict[str, Any]  # Any: a value of JSON
    changed: dict[str, Instruction] = field(default_factory=dict)
    moved: list[Instruction] = field(default_factory=list)

    @classmethod
    def of(cls, draft: WorkingDraft, *more: Instruction) -> "InstructionList":
        """The list as it is stored; `more` are further rows, or newer states of its own: they are saved in any case."""
        standing = list(draft.act.instructions.all())
        said = {row.key: row.operation for row in standing if row.status == TAKEN}
        found = cls(draft, {row.key: row for row in (*standing, *more)}, said)
        for row in more:
            found._change(row)
        return found

    def bring_to(self, items: Sequence[Item], leave: Mapping[str, str], *, strict: bool = True) -> None:
        """Let the rows say what the items say; `leave` leads from each row that leaves to the one that stands for it.

        With `strict` an instruction that could be carried out before and cannot be any more is refused.
        """
        for key, holder in leave.items():
            self._leave(self.rows[key], self.rows.get(holder))
        for item in items:
            self._say(self.rows[item.key], item.operation)
        order = [self.rows[key] for key in self._arranged([item.key for item in items])]
        self._place(order)
        self._know(order, strict=strict)

    def said_by(self, key: str) -> Any:  # Any: a value of JSON
        """What a row of the list says now, None where it does not stand in it."""
        row = self.rows[key]
        return row.operation if row.status == TAKEN else None

    @property
    def order(self) -> list[str]:
        """The keys of the list, in its order."""
        rows = [row for row in self.rows.values() if row.status == TAKEN]
        return [row.key for row in sorted(rows, key=lambda row: (row.order, row.key))]

    def _leave(self, row: Instruction, holder: Instruction | None) -> None:
        row.status, row.folded_into = FOLDED, holder
        self._change(row)

    def _say(self, row: Instruction, operation: Operation) -> None:
        if row.status == TAKEN and not row._state.adding and executable(row) == operation:
            return
        row.status, row.folded_into = TAKEN, None
        row.op, row.operation = operation.op.value, to_json(_kept(row, operation))
        self._change(row)

    def _change(self, row: Instruction) -> None:
        if row.key not in self.changed:
            self.changed[row.key] = row
            row.revision += not row._state.adding

    def _arranged(self, keys: list[str]) -> list[str]:
        found = list(keys)
        before = ""
        for step in self.draft.steps:
            key = step.instruction.key
            if step.outcome.refusal and key not in found and self.rows[key].status == TAKEN:
                found.insert(found.index(before) + 1 if before in found else 0, key)
            before = key
        return found

    def _place(self, order: Iterable[Instruction]) -> None:
        for place, row in enumerate(order, start=1):
            if row.order != place:
                row.order = place
                if row.key not in self.changed:
                    self.moved.append(row)

    def _know(self, order: Sequence[Instruction], *, strict: bool) -> None:
        """Carry the list out, and keep the names of the provisions that a changed instruction brings."""
        known = {step.instruction.key: step.outcome.listed for step in self.draft.steps}
        rows = [
            listed(row) if row.key in self.changed else replace(known[row.key], place=(row.order, row.key))
            for row in order
        ]
        course = self.draft.course.continued(rows, scheme_of(self.draft.act))
        refused = {step.instruction.pk for step in self.draft.steps if step.outcome.refusal}
        for row in order:
            outcome = course.of(row.pk)
            if strict and outcome.refusal and row.pk not in refused:
                said = explain(outcome.refusal, outcome.listed.operation)
                raise RefusedInstruction(said) from outcome.refusal
            if row.key in self.changed:
                _learn(row, outcome)


def _learn(row: Instruction, outcome: Outcome) -> None:
    creates = with_keys(row.operation.get("creates", {}), outcome.created, row.key)
    row.operation = {name: value for name, value in row.operation.items() if name != "creates"}
    if creates:
        row.operation["creates"] = creates


def _kept(row: Instruction, operation: Operation) -> Operation:
    """The operation with the keys of the row in the place of the UUIDs behind them."""
    stored = (row.operation or {}).get("creates", {}).values()
    own = {identity(row.pk, key): key for key in stored}
    creates = {number: own.get(key, key) for number, key in operation.creates.items()}
    return replace(operation, creates=creates, target_text_hash="")


def with_keys(keys: Mapping[str, str], created: Iterable[str], stem: str) -> dict[str, str]:
    """A stable key for every created provision; a number keeps the key that it once had."""
    found = dict(keys)
    for number in created:
        if number not in found:
            count = len(found) + 1
            while f"{stem}-{count}" in found.values():
                count += 1
            found[number] = f"{stem}-{count}"
    return found
