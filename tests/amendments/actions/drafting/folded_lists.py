"""What the list of an act says, and the steps that fold a change into it."""

from amendments.actions.drafting.propose_instruction import ProposeInstruction
from amendments.actions.drafting.take_instruction import TakeInstruction
from amendments.actions.drafting.withdraw_instruction import WithdrawInstruction
from amendments.audit.actor import Actor
from amendments.instructions.folding.lawful import absent_words
from amendments.models import Instruction
from amendments.queries.drafting.drafts import run, scheme_of, working_draft
from tests.factories import law

FARE = {"old": "10", "new": "4 working"}
Status = Instruction.Status


def says(world):
    """What the list says, by key, in its order; every quoted word stands in the base, and the kept draft is right."""
    act = law.act_of(world.amendment)
    draft = working_draft(act)
    assert not draft.problems
    assert not [step for step in draft.steps if absent_words(draft.base, step.operation)]
    afresh = run(draft.base, act.instructions.filter(status=Status.TAKEN), scheme_of(act))
    assert list(afresh.tree) == list(draft.tree)
    rows = act.instructions.filter(status=Status.TAKEN)
    assert [row.order for row in rows] == list(range(1, len(rows) + 1))
    return {row.key: _short(row.operation) for row in rows}


def _short(operation):
    words = [operation.get(name, "") for name in ("op", "target", "old", "anchor", "new")]
    return " | ".join(filter(None, [*words, *(child["text"] for child in operation.get("children", []))]))


def text_of(world, number):
    tree = working_draft(law.act_of(world.amendment)).tree
    return next(element.text for element in tree if element.number == number)


def proposed(world, op, target, **given):
    act = law.act_of(world.amendment)
    return ProposeInstruction(
        act, law.operation(op, target, **given), actor=Actor.now(world.secretary)
    ).execute()


def taken(world, row, **given):
    return TakeInstruction(row, actor=Actor.now(world.drafter), **given).execute()


def left_out(world, row, **given):
    actor = Actor.now(world.drafter, reason="Not now.")
    return WithdrawInstruction(row, actor=actor, **given).execute()


def key_of(world, number):
    tree = working_draft(law.act_of(world.amendment)).tree
    return next(element.key for element in tree if element.number == number)
