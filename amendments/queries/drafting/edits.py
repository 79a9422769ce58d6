"""A provision of the working text edited in place, and the instructions that say the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from amendments.errors import EditConflict, NothingChanged, RefusedInstruction
from amendments.instructions.completing.rows_below import parted_rows, with_rows
from amendments.instructions.completing.typed_labels import with_typed_labels
from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.derive import derive
from amendments.instructions.designations import Designation, is_eid
from amendments.instructions.execution.tree_edits import with_text
from amendments.instructions.instruction_errors import BadOperation, Refused
from amendments.instructions.operations import WHOLE_ACT, Op, Operation
from amendments.instructions.touches import named
from amendments.models import Instrument
from amendments.models.instruction import OP_LABELS
from amendments.plugins.registry import scheme_for
from amendments.provisions.tree import OUTSIDE_THE_LAW, Element, Tree, text_hash
from amendments.queries.drafting.drafts import WorkingDraft, citation_words, scheme_of
from amendments.queries.showing.official_words import unsaid
from amendments.text.cells import typed
from amendments.text.saying import say


@dataclass(frozen=True, slots=True)
class ProvisionEdit:
    """What a drafter wrote over a provision; `seen` is the hash of the wording that stood there before."""

    provision: str
    heading: str
    text: str
    seen: str


@dataclass(frozen=True, slots=True)
class EditedText:
    """The operations that an edit means, with the working text before and after it."""

    operations: tuple[Operation, ...]
    before: Tree
    after: Tree


def editable(tree: Tree, provision: str) -> Element | None:
    """The provision of the working text, None where it does not stand there or is no law."""
    element = tree.by_key.get(provision)
    return element if element is not None and element.kind not in OUTSIDE_THE_LAW else None


def citation(tree: Tree, element: Element) -> str:
    """How an instruction names the provision, "" where it has no name."""
    try:
        return cite(tree, element)
    except Refused:
        return ""


def citation_in_words(act: Instrument, tree: Tree, element: Element) -> str:
    """The same for people who write instructions on this act: "annex 1 row 2" in the words of its language.

    A number alone stays as it is, and so does a name that the form would not read again.
    """
    name = citation(tree, element)
    if " " not in name:
        return name
    worded = scheme_for(act.country, act.language).cite(element)
    return worded if named(tree, named_in(act, worded)) is element else name


def named_in(act: Instrument, typed: str) -> str:
    """What was typed in the words of the act, in the grammar of operations; as it is where it names nothing."""
    try:
        return Designation(typed, citation_words(act))
    except BadOperation:
        return typed


def derived(draft: WorkingDraft, edit: ProvisionEdit) -> EditedText:
    """The instructions that give the edited text; refused where it was written on another wording than stands now."""
    element = editable(draft.tree, edit.provision)
    if element is None or text_hash(element) != edit.seen:
        raise EditConflict
    if element.text and not edit.text:
        raise RefusedInstruction(
            _("A provision without text is no law. Repeal it instead; its number stays.")
        )
    new = with_text(with_text(element, "heading", edit.heading), "text", typed(element, edit.text))
    if new == element:
        raise NothingChanged
    new = replace(new, repealed=False)  # words written over a repeal are law again
    try:
        new, rows = parted_rows(draft.tree, new)
        after = with_provisions_below(draft.tree, new, scheme_of(draft.act))
        after = with_rows(after, element, rows, scheme_of(draft.act))
        operations = with_typed_labels(draft.tree, after, derive(draft.tree, after), scheme_of(draft.act))
    except Refused as refusal:
        raise RefusedInstruction(say(refusal)) from refusal
    if not operations:
        raise NothingChanged
    _refuse_unnamed(draft, element, operations)
    return EditedText(tuple(operations), draft.tree, after)


def _refuse_unnamed(draft: WorkingDraft, element: Element, operations: Iterable[Operation]) -> None:
    """Say at once, and not at the seal, what to do where no official wording can name the provision."""
    act = draft.act.instrument
    if not any(is_eid(each.target) and unsaid(act, each) for each in operations):
        return
    above = (citation_in_words(act, draft.tree, each) for each in draft.tree.above(element))
    owner = next((name for name in above if name and not is_eid(name)), WHOLE_ACT)
    raise RefusedInstruction(
        _(
            "The amending act cannot name this provision: it has no number of its own, or another one beside it has the "
            "same. Add the instruction “%(operation)s” for %(owner)s, with enough words to be found once."
        )
        % {"operation": OP_LABELS[Op.GLOBAL_REPLACE], "owner": owner}
    )
