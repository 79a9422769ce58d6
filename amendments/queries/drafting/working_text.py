"""The working text of an amendment: that of all of its acts, as it is checked and then sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from amendments.errors import (
    ActWithoutInstruction,
    AmendmentsError,
    NothingToSeal,
    RefusedInstruction,
)
from amendments.models import AmendedAct, Amendment, Instruction
from amendments.queries.drafting.drafts import WorkingDraft, working_draft
from amendments.queries.drafting.folds import folds_of, off_the_law
from amendments.queries.proof.hashes import hash_of_all, text_in_work_hash
from amendments.queries.showing.official_words import unsaid


@dataclass(frozen=True)
class Sheet:
    """An amended act with its working text."""

    act: AmendedAct
    draft: WorkingDraft

    @property
    def instructions(self) -> tuple[Instruction, ...]:
        """The instructions that are sealed with the text."""
        return tuple(step.instruction for step in self.draft.steps)

    @cached_property
    def folds(self) -> tuple[tuple[Instruction, Instruction], ...]:
        """The folded instructions that are sealed, each with the one that says its words."""
        return tuple(folds_of(self.act))


@dataclass(frozen=True)
class WorkingText:
    """The sheets of an amendment in the order of its acts."""

    sheets: tuple[Sheet, ...]

    @cached_property
    def hash(self) -> str:
        """What names this text: another word, instruction, order or base gives another hash."""
        return hash_of_all(
            text_in_work_hash(
                sheet.act.base_version,
                sheet.draft.tree,
                [(row.pk, row.operation) for row in sheet.instructions],
                [(row.pk, holder.pk) for row, holder in sheet.folds],
            )
            for sheet in self.sheets
        )

    @property
    def refusal(self) -> AmendmentsError | None:
        """Why it cannot be sealed: an instruction is refused, is not about the text in force or cannot be said, or an act has none."""
        return next((found for sheet in self.sheets if (found := _refused(sheet))), None) or _missing(
            self.sheets
        )


def working_text(amendment: Amendment, *known: WorkingDraft) -> WorkingText:
    """Carry out the lists of all acts; `known` are those that are carried out already."""
    done = {draft.act.pk: draft for draft in known}
    acts = amendment.amended_acts.select_related("amendment", "instrument", "base_version__instrument")
    return WorkingText(tuple(_sheet(act, done.get(act.pk)) for act in acts))


def _sheet(act: AmendedAct, draft: WorkingDraft | None) -> Sheet:
    return Sheet(draft.act, draft) if draft else Sheet(act, working_draft(act))


def _refused(sheet: Sheet) -> AmendmentsError | None:
    if sheet.draft.problems:
        step = sheet.draft.problems[0]
        return RefusedInstruction(f"{step.instruction.key}: {step.problem}")
    for key, problem in off_the_law(sheet.draft).items():
        return RefusedInstruction(f"{key}: {problem}")
    said = {step.instruction.key: unsaid(sheet.act.instrument, step.operation) for step in sheet.draft.steps}
    return next((RefusedInstruction(f"{key}: {problem}") for key, problem in said.items() if problem), None)


def _missing(sheets: Sequence[Sheet]) -> AmendmentsError | None:
    if not any(sheet.instructions for sheet in sheets):
        return NothingToSeal()
    empty = (sheet.act for sheet in sheets if not sheet.act.instructions.exists())
    return next((ActWithoutInstruction(act) for act in empty), None)
