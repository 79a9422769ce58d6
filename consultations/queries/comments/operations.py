"""Finds the act that a comment is about, and the operation that leads to a proposed wording."""

from dataclasses import dataclass, replace

from amendments.errors import AmendmentsError
from amendments.instructions.completing.typed_labels import with_typed_labels, without_usual_labels
from amendments.instructions.completing.typed_lines import with_provisions, with_provisions_below
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.derive import derive
from amendments.instructions.execute import execute
from amendments.instructions.following import number_of
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.models import AmendedAct, Instrument, Version
from amendments.plugins.registry import scheme_for
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree
from amendments.queries.drafting.drafts import working_draft
from amendments.queries.showing.kept import sealed_tree
from amendments.redline.carried_over import carried_change
from amendments.text.cells import typed
from consultations.errors import NotComparable
from consultations.errors.of_states import ChangedSince, NotInWorkingText
from consultations.errors.of_wordings import AfterPoints
from consultations.models import Comment
from consultations.queries.comments.provision_texts import ProvisionWording
from consultations.rules.closing_line import closing_line
from consultations.rules.insertion import insertion
from consultations.rules.proposed import read_proposed


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
    act: AmendedAct,
    provision: str,
    wording: str,
    read: ProvisionWording | None = None,
    *,
    has_parts: bool = False,
) -> Operation:
    """The operation that a proposed text means on the working text of its act.

    `read` is the text that it changes. What the working text has changed there since then stays; raises `ChangedSince`
    where both have changed the same words. Without it the text is a wording of the working text.

    `has_parts`: the author read the provision with its parts. If the text names a part, those that it leaves out go.
    Otherwise the author read the own words alone, and parts that the text leaves out stay.
    """
    tree = working_draft(act).tree
    element = tree.by_key.get(provision)
    if element is None:
        raise NotInWorkingText
    return _operation(tree, element, wording, _Reader(act.instrument, read, has_parts=has_parts))


def refuse_after_points(version: Version, provision: object, wording: str) -> None:
    """Raise `AfterPoints` if a wording of a provision with its parts has a line that would become part of its last point.

    What else speaks against the wording is said where it is taken.
    """
    tree = sealed_tree(version)
    element = tree.by_key.get(str(provision))
    if element is None or "\n" not in wording:
        return
    try:
        _operation(tree, element, wording, _Reader(version.instrument, None, has_parts=True))
    except AfterPoints:
        raise
    except (AmendmentsError, Refused):
        return


@dataclass(frozen=True, slots=True)
class _Reader:
    """The act in which a wording is read, and what its author read: the text, with the parts or without."""

    instrument: Instrument
    read: ProvisionWording | None
    has_parts: bool

    @property
    def scheme(self) -> Scheme:
        return scheme_for(self.instrument.country, self.instrument.language)


def _operation(tree: Tree, element: Element, wording: str, reader: _Reader) -> Operation:
    """The operation, if no line of the wording would become part of a point to which it does not belong."""
    found = _meant(tree, element, wording, reader)
    try:
        after = execute(tree, [with_provisions(tree, found, reader.scheme)], reader.scheme)
    except Refused:
        return found  # proposing it tells why it cannot be carried out
    if line := closing_line(tree, after, element.key):
        raise AfterPoints(line)
    return found


def _meant(tree: Tree, element: Element, wording: str, reader: _Reader) -> Operation:
    read, scheme = reader.read, reader.scheme
    field = "text" if element.text or not element.heading else "heading"
    proposed = read_proposed(wording, element.number, getattr(element, field), scheme)
    if proposed.is_new:
        return _labelled(tree, insertion(tree, element, proposed.provisions, scheme), scheme)
    words = typed(element, proposed.text) if field == "text" else proposed.text
    before = (read.body if field == "text" else read.heading) if read else ""
    if before and not element.repealed:
        words = _carried(before, words, getattr(element, field))
    if getattr(element, field) == words:
        raise NotComparable
    return _rewording(tree, element, _with(element, field, words), scheme, has_parts=reader.has_parts)


def _labelled(tree: Tree, new: Operation, scheme: Scheme) -> Operation:
    """An insertion with the labels that the act would not print of its own accord."""
    try:
        return without_usual_labels(tree, new, scheme)
    except Refused:
        return new  # proposing it tells why it cannot be carried out


def _rewording(
    tree: Tree, element: Element, worded: Element, scheme: Scheme, *, has_parts: bool
) -> Operation:
    """The smallest readable operation that words the provision anew, or a restatement."""
    restated = _restated(tree, element, worded)
    try:
        if has_parts:
            after = execute(tree, [with_provisions(tree, restated, scheme)], scheme)
        else:
            after = with_provisions_below(tree, worded, scheme)
            restated = _keeping_parts(tree, after, element, restated)
        operations = with_typed_labels(tree, after, derive(tree, after), scheme)
    except Refused:
        return restated
    return operations[0] if len(operations) == 1 else restated


def _carried(before: str, words: str, now: str) -> str:
    carried = carried_change(before, words, now)
    if carried is None:
        raise ChangedSince
    return carried


def _restated(tree: Tree, element: Element, worded: Element) -> Operation:
    cited = cite(tree, element)
    if not worded.text:
        return Operation(Op.RESTATE_HEADING, cited, new=worded.heading)
    heading = worded.heading if worded.heading != element.heading else ""
    return Operation(Op.RESTATE, cited, heading=heading, new=worded.text)


def _keeping_parts(tree: Tree, after: Tree, element: Element, restated: Operation) -> Operation:
    """The restatement with the parts that stand as children, because what a restatement does not say goes."""
    own, *parts = after.family(after.by_key[element.key])
    if own.text == restated.new or not tree.children(element.key):
        return restated
    said = [
        NewElement(number_of(after, each), each.heading, each.text) for each in parts if not each.repealed
    ]
    return replace(restated, heading=own.heading, new=own.text, children=tuple(said))


def _with(element: Element, field: str, words: str) -> Element:
    """The element worded anew; lines below a heading are its text and its parts."""
    if field == "text":
        return replace(element, text=words, repealed=False)
    heading, _line, text = words.partition("\n")
    return replace(element, heading=heading, text=text, repealed=False)
