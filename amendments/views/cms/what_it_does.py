"""What an instruction would do: its official wording, the instructions into which it goes, and the changed provisions."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from amendments.instructions.drafting_checks import (
    doubts,
    doubts_of_new,
    doubts_of_order,
    doubts_of_typing,
    labelled_anew,
    worded_anew,
)
from amendments.instructions.operations import Op
from amendments.models import Instruction
from amendments.provisions.tree import Tree
from amendments.queries.drafting.drafts import WorkingDraft
from amendments.queries.drafting.folds import Foreseen
from amendments.queries.drafting.left_citing import LeftCiting
from amendments.queries.drafting.repeals import law_again
from amendments.queries.drafting.touching import AlsoTouched
from amendments.queries.showing.official_words import official_words, unsaid
from amendments.queries.showing.readings import changed_rows
from amendments.queries.showing.rows import Row
from amendments.text.saying import say

MOST_ROWS = 30  # of a preview; a replacement throughout an act touches more than anyone reads here
NEW = "?"  # the key of an instruction that is not saved yet


@dataclass(frozen=True, slots=True)
class WordedInstruction:
    """An instruction of the list as it would read, or why it cannot be said; `key` names one that stands in it already."""

    key: str
    words: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """The preview. `offer` is the restatement of the provision where nothing else is possible."""

    problem: str = ""
    offer: str = ""
    words: tuple[WordedInstruction, ...] = ()
    rows: tuple[Row, ...] = ()
    more: int = 0
    also: AlsoTouched | None = None
    left_citing: tuple[LeftCiting, ...] = ()
    doubts: tuple[str, ...] = ()


def shown(
    draft: WorkingDraft, seen: Foreseen, before: Tree, *, own: str = "", also: AlsoTouched | None = None
) -> Shown:
    """What is foreseen, against a text; `own` is the key of the instruction that is changed."""
    instrument = draft.act.instrument
    if seen.tree is None:
        return Shown(seen.problem, official_words(instrument, seen.offer, before) if seen.offer else "")
    standing = {step.instruction.key for step in draft.steps} - {own}
    words = (
        WordedInstruction(
            item.key if item.key in standing else "",
            official_words(instrument, item.operation, seen.tree),
            unsaid(instrument, item.operation),
        )
        for item in seen.said
    )
    rows = changed_rows(draft.act.base_version, before, seen.tree, seen.touched)
    more = len(rows) - MOST_ROWS
    doubted = [doubt for item in seen.said for doubt in doubts(before, item.operation)]
    new = [key for key in seen.tree.by_key if key not in before.by_key]
    other = (each for each in seen.tree if each.key in before.by_key)
    numbered = [*new, *(each.key for each in other if each.number != before.by_key[each.key].number)]
    is_restated = any(item.operation.op is Op.RESTATE for item in seen.said)
    new += (worded_anew if is_restated else labelled_anew)(before, seen.tree, seen.touched)
    doubted += [*doubts_of_new(seen.tree, new), *doubts_of_order(seen.tree, numbered)]
    doubted += [doubt for item in seen.said for doubt in doubts_of_typing(seen.tree, item.operation)]
    doubted += law_again(draft, seen.tree, own)
    return Shown(
        words=tuple(words),
        rows=tuple(rows[:MOST_ROWS]),
        more=more,
        also=also,
        doubts=tuple(map(say, doubted)),
    )


def saved_words(row: Instruction) -> str:
    """What is said after saving: whether the instruction stands in the list or in another one."""
    if row.folded_into is not None:
        return _("%(key)s is taken into %(other)s.") % {"key": row.key, "other": row.folded_into.key}
    if row.status == Instruction.Status.FOLDED:
        return _("%(key)s gives the text in force again; no instruction is needed for it.") % {"key": row.key}
    return _("The instruction is saved.")
