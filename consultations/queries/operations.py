"""Finds the act that a comment is about, and the operation that leads to a proposed wording."""

from dataclasses import replace

from amendments.instructions.completing.typed_lines import with_provisions_below
from amendments.instructions.derive import cite, derive
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Op, Operation
from amendments.models import AmendedAct
from amendments.plugins.registry import scheme_for
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree
from amendments.queries.drafts import working_draft
from amendments.redline.carried_over import carried_change
from amendments.text.cells import typed
from consultations.errors import NotComparable
from consultations.models import Comment
from consultations.queries.provision_texts import ProvisionWording
from consultations.rules.insertion import insertion
from consultations.rules.proposed import read_proposed
from consultations.state_errors import ChangedSince, NotInWorkingText


def commented_act(comment: Comment) -> AmendedAct | None:
    """The act that the comment points at.

    For a comment on the whole document: the only act of the amendment, or None if there are several.
    """
    acts = comment.submission.round.amendment.amended_acts.select_related(
        "amendment", "instrument", "base_version__instrument"
    )
    anchor = comment.anchors.select_related("version").first()
    if anchor is not None:
        return acts.filter(instrument=anchor.version.instrument_id).first()
    found = list(acts[:2])
    return found[0] if len(found) == 1 else None


def operation_for(
    act: AmendedAct, provision: str, wording: str, read: ProvisionWording | None = None
) -> Operation:
    """The operation that a proposed text means on the working text of its act.

    `read` is the text that it changes. What the working text has changed there since then stays; raises `ChangedSince`
    where both have changed the same words. Without it the text is a wording of the working text.
    """
    tree = working_draft(act).tree
    element = tree.by_key.get(provision)
    if element is None:
        raise NotInWorkingText
    field = "text" if element.text or not element.heading else "heading"
    scheme = scheme_for(act.instrument.country, act.instrument.language)
    proposed = read_proposed(wording, element.number, getattr(element, field), scheme)
    if proposed.is_new:
        return insertion(tree, element, proposed.provisions)
    words = typed(element, proposed.text) if field == "text" else proposed.text
    before = (read.body if field == "text" else read.heading) if read else ""
    if before and not element.repealed:
        words = _carried(before, words, getattr(element, field))
    return _rewording(tree, element, field, words, scheme)


def _carried(before: str, words: str, now: str) -> str:
    carried = carried_change(before, words, now)
    if carried is None:
        raise ChangedSince
    return carried


def _rewording(tree: Tree, element: Element, field: str, wording: str, scheme: Scheme) -> Operation:
    """The smallest readable operation that gives the provision this wording, or a restatement."""
    if getattr(element, field) == wording:
        raise NotComparable
    try:
        operations = derive(tree, with_provisions_below(tree, _with(element, field, wording), scheme))
    except Refused:
        operations = []
    if len(operations) == 1:
        return operations[0]
    return Operation(Op.RESTATE if field == "text" else Op.RESTATE_HEADING, cite(tree, element), new=wording)


def _with(element: Element, field: str, words: str) -> Element:
    if field == "heading":
        return replace(element, heading=words, repealed=False)
    return replace(element, text=words, repealed=False)
