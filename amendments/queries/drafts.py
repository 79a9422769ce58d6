"""The working text of an amended act: its instructions carried out one by one on the base."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from amendments.instructions.errors import Refused
from amendments.instructions.execute import execute, words_of
from amendments.instructions.execution.tree_edits import find
from amendments.instructions.operations import Operation, from_json
from amendments.models import AmendedAct, Instruction, Instrument
from amendments.plugins.registry import scheme_for
from amendments.provisions.citing.citation_words import CitationWords
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Tree, text_hash
from amendments.queries.trees import tree_of
from amendments.text.refusals import explain


@dataclass(frozen=True, slots=True)
class Step:
    """An instruction and what came of it: `problem` is "" when it was carried out.

    `created` holds the numbers of the provisions that it brought, `touched` the UUIDs of all that it changed.
    """

    instruction: Instruction
    operation: Operation
    problem: str = ""
    is_stale: bool = False
    created: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkingDraft:
    """The base, the steps and the text that they give."""

    base: Tree
    steps: tuple[Step, ...]
    tree: Tree

    @property
    def problems(self) -> list[Step]:
        """Steps that were refused; the draft cannot be sealed while there are any."""
        return [step for step in self.steps if step.problem]


def working_draft(act: AmendedAct, *, also: Iterable[Instruction] = ()) -> WorkingDraft:
    """Carry out every taken instruction in order; a refused one leaves the text as it is and says why.

    `also` are instructions not (or not so) stored: a preview of what a form would save.
    """
    base = tree_of(act.base_version)
    instrument = act.base_version.instrument
    scheme = scheme_for(instrument.country, instrument.language)
    changed = {instruction.pk: instruction for instruction in also}
    stored = act.instructions.filter(status=Instruction.Status.TAKEN)
    instructions = [changed.pop(row.pk, row) for row in stored] + list(changed.values())
    return run(base, sorted(instructions, key=lambda row: (row.order, row.key)), scheme)


def run(base: Tree, instructions: Iterable[Instruction], scheme: Scheme) -> WorkingDraft:
    """Carry out instructions on a base, one by one."""
    tree, steps = base, []
    for instruction in instructions:
        step, tree = _carry_out(base, tree, instruction, scheme)
        steps.append(step)
    return WorkingDraft(base, tuple(steps), tree)


def _carry_out(base: Tree, tree: Tree, instruction: Instruction, scheme: Scheme) -> tuple[Step, Tree]:
    operation = executable(instruction)
    if is_stale_on(base, instruction):
        reason = _("The text of %(target)s has changed since this instruction was written.")
        return Step(instruction, operation, reason % {"target": operation.target}, is_stale=True), tree
    try:
        after = execute(tree, [operation], scheme=scheme)
    except Refused as refusal:
        return Step(instruction, operation, explain(refusal, operation)), tree
    touched = after.in_order(after.by_key[key] for key in after.differing(tree) if key in after.by_key)
    created = tuple(element.number for element in touched if element.key not in tree.by_key)
    return Step(instruction, operation, created=created, touched=tuple(e.key for e in touched)), after


def executable(instruction: Instruction) -> Operation:
    """The operation with the UUIDs of the provisions that it creates."""
    operation = from_json(instruction.operation)
    creates = {number: str(uuid.uuid5(instruction.pk, key)) for number, key in operation.creates.items()}
    return replace(operation, creates=creates)


def citation_words(instrument: Instrument) -> CitationWords | None:
    """The words in which the provisions of an act are cited, None where its scheme has none."""
    return words_of(scheme_for(instrument.country, instrument.language))


def target_hash(base: Tree, target: str) -> str:
    """The hash of the text that an instruction is written on, "" where the target names no one provision of the base."""
    try:
        element = find(base, target)
    except Refused:  # several provisions bear the number; carrying the instruction out says so
        return ""
    return text_hash(element) if element else ""


def is_stale_on(base: Tree, instruction: Instruction) -> bool:
    """Whether the base text of the target is another one than when the instruction was written."""
    written_on = instruction.target_text_hash
    return bool(written_on) and written_on != target_hash(base, instruction.operation.get("target", ""))
