"""An instruction as the list of an act would take it: what it says in full, and what the list becomes, or why it is refused."""

from dataclasses import replace

from amendments.errors import CannotBeFolded, RefusedInstruction, StaleInstruction
from amendments.instructions import operations
from amendments.instructions.completing.completed import completed
from amendments.instructions.folding.items import CannotFold, Folded
from amendments.instructions.instruction_errors import BadOperation, Refused
from amendments.instructions.operations import Operation, to_json, with_labels
from amendments.instructions.touches import words_in
from amendments.models import AmendedAct, Instruction
from amendments.queries.drafting.drafts import WorkingDraft, citation_words, executable, scheme_of, wording_of
from amendments.queries.drafting.folds import plan
from amendments.queries.drafting.repeals import explained
from amendments.text.saying import say


def designated(act: AmendedAct, operation: Operation) -> Operation:
    """The operation with every provision named in one form, whatever was typed."""
    try:
        return operations.designated(operation, citation_words(act.base_version.instrument))
    except BadOperation as bad:
        raise RefusedInstruction(say(bad)) from bad


def write_operation(draft: WorkingDraft, row: Instruction, operation: Operation) -> None:
    """Give the row an operation that is written on the draft; raises what an action refuses."""
    operation = with_labels(designated(draft.act, operation), row.operation or {})
    try:
        operation = completed(draft.before(row), operation, scheme_of(draft.act), wording_of(draft.act))
    except Refused as refusal:
        raise RefusedInstruction(say(refusal)) from refusal
    kept = (row.operation or {}).get("creates", {})
    said = replace(operation, creates={**kept, **operation.creates}, target_text_hash="")
    row.op, row.operation = operation.op.value, to_json(said)
    if operation.target_text_hash not in ("", words_in(draft.base, operation.target)):
        raise StaleInstruction


def planned(
    draft: WorkingDraft, row: Instruction, *, restate: bool = False, in_place: bool = False
) -> Folded:
    """What the list becomes with a row; raises what an action refuses.

    With `restate`, a change that cannot be folded is made by restating its provision.
    """
    try:
        try:
            return plan(draft, row, in_place=in_place)
        except CannotFold as refusal:
            if not (restate and refusal.offer):
                raise
            row.op, row.operation = refusal.offer.op.value, to_json(refusal.offer)
            return plan(draft, row)
    except CannotFold as refusal:
        raise CannotBeFolded(say(refusal), refusal.offer) from refusal
    except Refused as refusal:
        raise RefusedInstruction(explained(draft, refusal, executable(row))) from refusal
