"""What the list of an act repeals: who does so, and what would be law again."""

from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.markings.unplaced import repealed_by
from amendments.models import Instruction
from amendments.provisions.messages import Message, message as _
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import WorkingDraft
from amendments.queries.drafting.edits import citation_in_words
from amendments.text.refusals import explain
from amendments.text.saying import say


def repealing(draft: WorkingDraft, key: str) -> Instruction | None:
    """The instruction of the list that repeals a provision."""
    found = (each for each in draft.steps if each.operation.op is Op.REPEAL and key in each.touched)
    return next((each.instruction for each in found), None)


def explained(draft: WorkingDraft, refusal: Refused, operation: Operation) -> str:
    """The refusal as a sentence for the drafter, with the instruction that repeals what is named."""
    if refusal.code in ("target_exists", "target_repealed"):
        for target in operation.all_targets:
            element = named(draft.tree, target)
            row = repealing(draft, element.key) if element is not None and element.repealed else None
            if element is not None and row is not None:
                name = citation_in_words(draft.act.instrument, draft.tree, element)
                return say(repealed_by(row.key, name))
    return explain(refusal, operation)


def law_again(draft: WorkingDraft, after: Tree, own: str = "") -> list[Message]:
    """Which repeals of other instructions than `own` would leave the list."""
    found: dict[str, str] = {}
    for element in draft.tree:
        now = after.by_key.get(element.key)
        row = repealing(draft, element.key) if element.repealed and now and not now.repealed else None
        if row is not None and row.key != own:
            found.setdefault(row.key, citation_in_words(draft.act.instrument, draft.tree, element))
    return [
        _(
            "Instruction %(instruction)s repeals %(provision)s. It would be law again: the repeal leaves the list.",
            instruction=instruction,
            provision=provision,
        )
        for instruction, provision in found.items()
    ]
