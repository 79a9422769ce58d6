"""Derives the instructions that lead from one tree to another: what editing a text in place means in law.

Provisions are the same when their keys are the same. What no operation can say — a provision that vanishes, one that
moves — is refused and named.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import zip_longest

from amendments.instructions.completing.narrowed import narrowed
from amendments.instructions.derivation.names_in_text import CITED_BY_KIND, cite
from amendments.instructions.derivation.text_edits import text_edits
from amendments.instructions.designations import is_dotted_article
from amendments.instructions.execute import execute
from amendments.instructions.execution.placing import last_worded, locate_previous
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import NewElement, Op, Operation
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.messages import Message, message as _
from amendments.provisions.tree import BEFORE_THE_LAW, Element, Kind, Tree


def derive(before: Tree, after: Tree) -> list[Operation]:
    """Operations whose execution on `before` gives `after`, key for key and text for text."""
    _check_kept(before, after)
    operations = _operations(before, after, together=True)
    if not _reaches(before, after, operations):
        operations = _operations(before, after, together=False)
        _check(before, after, operations)
    return operations


def _operations(before: Tree, after: Tree, *, together: bool) -> list[Operation]:
    """Repeals, edits of what stays, redesignations, then what is new; `together` = neighbours in one insertion."""
    appended = _appended(before, after)
    operations = _repeals(before, after)
    for element in after:
        old = before.by_key.get(element.key)
        if old is None or old is element or element.repealed:
            continue  # the trees share what stayed, and citing each provision takes long
        operations += _edits(before, old, _as_before_appending(element, appended))
    operations += _renumberings(before, after)
    return operations + _insertions(before, after, appended, together=together)


def _check_kept(before: Tree, after: Tree) -> None:
    for element in before:
        if element.key not in after.by_key:
            said = _(
                "%(provision)s is missing from the new text. Repeal it instead; its number stays.",
                provision=element.number or element.key,
            )
            raise Refused("not_derivable", said)
    kept = [element.key for element in after if element.key in before.by_key]
    if kept != [element.key for element in before]:
        raise Refused(
            "not_derivable",
            _("The new text has provisions in another order, and no instruction moves a provision."),
        )


def _repeals(before: Tree, after: Tree) -> list[Operation]:
    """The provisions repealed, each with all that is under it."""
    operations = []
    covered: set[str] = set()
    for old in before:
        if old.repealed or not after.by_key[old.key].repealed or old.key in covered:
            continue
        members = before.family(old)
        if all(after.by_key[member.key].repealed for member in members):
            covered.update(member.key for member in members)
        operations.append(Operation(Op.REPEAL, target=cite(before, old)))
    return operations


def _edits(tree: Tree, old: Element, new: Element) -> list[Operation]:
    if old.repealed:
        edits = [Operation(Op.RESTATE, heading=new.heading, new=new.text)]
    else:
        below = [each.text for each in tree.family(old)[1:] if not each.repealed]
        edits = text_edits(old.heading, new.heading, is_heading=True) + text_edits(old.text, new.text, below)
    cited = cite(tree, old)
    return [narrowed(tree, replace(edit, target=cited)) for edit in edits]


def _renumberings(before: Tree, after: Tree) -> list[Operation]:
    """Redesignations from the last to the first, so that each new number is free."""
    operations = []
    renamed = [old for old in before if after.by_key[old.key].number != old.number]
    for old in reversed(renamed):
        parent = before.by_key.get(old.parent)
        if parent is not None and after.by_key[parent.key].number != parent.number:
            continue  # it follows its parent
        number = NewElement(after.by_key[old.key].number)
        operations.append(Operation(Op.RENUMBER_AND_ADD, target=cite(before, old), children=(number,)))
    return operations


def _appended(before: Tree, after: Tree) -> dict[str, str]:
    """New provisions before which a full stop became a semicolon: key of the one with the stop → key of the new one."""
    found: dict[str, str] = {}
    for new in (element for element in after if element.key not in before.by_key):
        previous = _sibling_before(after, new)
        if previous is None or previous.key not in before.by_key:
            continue
        last = last_worded(before, before.by_key[previous.key])
        if last is None or not last.text.endswith("."):
            continue
        worded = after.by_key[last.key]
        if worded.text.endswith(";") and not worded.repealed:
            found[last.key] = new.key
    return found


def _as_before_appending(element: Element, appended: dict[str, str]) -> Element:
    if element.key not in appended:
        return element
    return replace(element, text=f"{element.text[:-1]}.")


def _insertions(before: Tree, after: Tree, appended: dict[str, str], *, together: bool) -> list[Operation]:
    """One operation for a new provision, those under it and, together, the new ones that follow it."""
    operations: list[Operation] = []
    taken: set[str] = set()
    for new in after:
        if new.key in before.by_key or new.key in taken:
            continue
        run = _run(before, after, new, together=together)
        taken.update(member.key for member in run)
        previous = _sibling_before(after, new)
        if previous is not None and previous.kind in BEFORE_THE_LAW and before.of_kind(new.kind):
            previous = None  # its number says where
        cited = [_name_of_new(after, member) for member in run]
        children = (
            NewElement(number, member.heading, member.text)
            for number, member in zip(cited[1:], run[1:], strict=True)
        )
        operations.append(
            Operation(
                Op.APPEND_ELEMENT if new.key in appended.values() else Op.INSERT_ELEMENT,
                target=cited[0],
                heading=new.heading,
                new=new.text,
                children=tuple(children),
                after=cite(after, previous) if previous is not None else _holder(before, after, new),
                creates={number: member.key for number, member in zip(cited, run, strict=True)},
            )
        )
    return operations


def _name_of_new(tree: Tree, new: Element) -> str:
    """The citation of a new provision, which says of an article 5.2 that it is no part of article 5."""
    cited = cite(tree, new)
    is_dotted = new.kind is Kind.ARTICLE and is_dotted_article(f"article {cited}")
    return f"article {cited}" if is_dotted else cited


def _holder(before: Tree, after: Tree, new: Element) -> str:
    """What a first provision stands in, where its number alone would not set it there; "" where it does.

    A number that ends in "-0" comes before the one without it.
    """
    above = before.by_key.get(new.parent)
    if above is None:
        return ""
    if new.kind is Kind.ARTICLE and above.kind in UPPER_STRUCTURE:
        beside = None
        with suppress(Refused):  # a number that cannot be counted sets it nowhere
            beside = locate_previous(before, new.number) or next(iter(before.of_kind(Kind.ARTICLE)), None)
        is_set = beside is not None and beside.parent == above.key
        return "" if is_set else f"{above.kind} {above.number}"
    return cite(after, above) if new.number.endswith("-0") else ""


def _run(before: Tree, after: Tree, first: Element, *, together: bool) -> list[Element]:
    """A new provision with what is new under it, and its new neighbours up to the next old one."""
    run = [member for member in after.family(first) if member.key not in before.by_key]
    if together:
        siblings = after.children(first.parent)
        for sibling in siblings[siblings.index(first) + 1 :]:
            if sibling.key in before.by_key:
                break
            run += after.family(sibling)
    return run


def _sibling_before(tree: Tree, element: Element) -> Element | None:
    siblings = tree.children(element.parent)
    at = siblings.index(element)
    return siblings[at - 1] if at else None


def _reaches(before: Tree, after: Tree, operations: Sequence[Operation]) -> bool:
    """The round trip, which is proved every time."""
    return _first_wrong(before, after, operations) == ""


def _check(before: Tree, after: Tree, operations: Sequence[Operation]) -> None:
    if wrong := _first_wrong(before, after, operations):
        said = _(
            "The change of %(provision)s cannot be said by instructions. Restate the provision instead.",
            provision=wrong,
        )
        raise Refused("not_derivable", _out_of_order(before, after, wrong) or said)


def _out_of_order(before: Tree, after: Tree, wrong: str | Message) -> Message | None:
    """What to do with a new provision that stands before the first one; None elsewhere."""
    new = next((each for each in after if each.number == wrong and each.key not in before.by_key), None)
    numbered = [each for each in after.children(new.parent) if each.number] if new else []
    if new is None or numbered[0] != new or not numbered[1:]:
        return None
    return _(
        "By its number, %(provision)s does not come before %(first)s, the first one there. Put it behind that, or "
        "restate the provision that holds both.",
        first=numbered[1].number,
        provision=new.number,
    )


def _first_wrong(before: Tree, after: Tree, operations: Sequence[Operation]) -> str | Message:
    """The first provision that execution does not bring to its wording and place; "" when all is right."""
    try:
        reached = execute(before, operations)
    except Refused as refusal:
        return operations[refusal.index].target
    pairs = zip_longest(after, reached)
    wrong = next((one or other for one, other in pairs if _content(one) != _content(other)), None)
    if wrong is None:
        return ""
    return (f"{wrong.kind} " if wrong.kind in CITED_BY_KIND else "") + wrong.number or _("the act")


def _content(element: Element | None) -> tuple[str | bool, ...]:
    if element is None:
        return ()
    return (element.key, element.number, element.heading, element.text, element.parent, element.repealed)
