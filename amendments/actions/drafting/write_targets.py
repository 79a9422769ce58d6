"""The one place that writes what the instructions of an amended act touch."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import cast
from uuid import UUID

from amendments.instructions.course import Outcome
from amendments.instructions.following import number_of
from amendments.instructions.touches import Touch, Touched, WrittenOn
from amendments.models import AmendedAct, Instruction, InstructionTarget
from amendments.provisions.tree import Tree, text_hash
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.targets import provision_id, written_on


def write_targets(act: AmendedAct, resolved: Iterable[Instruction] = ()) -> None:
    """Let the rows say what every instruction touches now; call it in the transaction that changed the list or its base.

    `resolved` are the instructions that were saved with the text before their drafter: what they touch is taken as
    it stands now. Of the others only what they touch besides is new. An instruction that cannot be carried out, or
    that is not in the draft, keeps its rows.
    """
    anew = list(resolved)
    if anew:
        InstructionTarget.objects.filter(instruction__in=anew).delete()
    outside = [row for row in anew if row.status != Instruction.Status.TAKEN]
    drafts = [(working_draft(act), None), *((working_draft(act, also=[row]), row.pk) for row in outside)]
    stored = written_on(act)
    rows: list[InstructionTarget] = []
    for draft, only in drafts:
        for outcome in draft.course.outcomes:
            pk = _owner(outcome)
            if outcome.refusal or only not in (None, pk):
                continue
            known = stored.get(pk, {})
            wanted = {row.key: row for row in _written(draft.base, outcome, known)}
            rows += [_row(pk, row) for key, row in wanted.items() if known.get(key) != row]
            _forget(pk, known.keys() - wanted.keys())
    InstructionTarget.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["instruction", "provision"],
        update_fields=["touch", "number", "text_hash"],
    )


def _forget(owner: UUID, provisions: Collection[str]) -> None:
    """Delete the rows of what an instruction touches no more."""
    if provisions:
        keys = [UUID(key) for key in provisions]
        InstructionTarget.objects.filter(instruction=owner, provision__in=keys).delete()


def _owner(outcome: Outcome) -> UUID:
    """The instruction: its primary key is its key in the list."""
    return cast("UUID", outcome.listed.key)


def _written(base: Tree, outcome: Outcome, known: Mapping[str, WrittenOn]) -> Iterator[WrittenOn]:
    for each in outcome.touches:
        key = str(provision_id(_owner(outcome), each.key))
        old = known.get(key)
        if old is not None and (old.touch is Touch.INSERTS) == (each.touch is Touch.INSERTS):
            yield WrittenOn(key, each.touch, old.number, old.text_hash)
        else:
            yield WrittenOn(key, each.touch, *_as_it_stood(base, outcome, each))


def _as_it_stood(base: Tree, outcome: Outcome, touched: Touched) -> tuple[str, str]:
    """The number and the hash of a provision: of the base, else of the text before; of a new one only its number."""
    texts = (base, outcome.before, outcome.tree)
    tree = next(text for text in texts if touched.key in text.by_key)
    element = tree.by_key[touched.key]
    return number_of(tree, element), "" if tree is outcome.tree else text_hash(element)


def _row(owner: UUID, row: WrittenOn) -> InstructionTarget:
    return InstructionTarget(
        instruction_id=owner,
        provision_id=row.key,
        touch=row.touch,
        number=row.number,
        text_hash=row.text_hash,
    )
