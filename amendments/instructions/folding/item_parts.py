"""How each item that a change touches is said afterwards: kept, written anew, divided, or gone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from amendments.instructions.citations import parent_number
from amendments.instructions.derivation.names_in_text import cite
from amendments.instructions.execution.levels import is_table
from amendments.instructions.execution.placing import last_worded, locate_previous
from amendments.instructions.folding.candidates import counted_anew, derived, reworded
from amendments.instructions.folding.carriers import Carried, recast
from amendments.instructions.folding.change import LedgerChange, changed_places, holds_throughout
from amendments.instructions.folding.ledger import found
from amendments.instructions.folding.operation_edits import Place, says_words
from amendments.instructions.folding.patchwork import Made
from amendments.instructions.folding.wanted import with_targets
from amendments.instructions.following import followed, renamed
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import WHOLE_ACT, Op, Operation

_CARRIERS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RENUMBER_AND_ADD, Op.RESTATE})


@dataclass(frozen=True, slots=True)
class Part:
    """An item after the change, with the ways to say it; `of` is the item that a further part comes from."""

    key: str
    ways: Sequence[Operation]  # in the form that was chosen for it
    of: str = ""
    others: Sequence[Operation] = ()  # in words of its own
    is_fixed: bool = True  # the operation as it is; else the first way that says its words without doubt


def parts_of(change: LedgerChange) -> dict[str, list[Part]]:
    """What becomes of the new item and of each that it touches; an empty list: it leaves the list."""
    touched = [key for key in change.items if key in change.recast or _holds_other_words(change, key)]
    parts = {key: list(_parts(change, key)) for key in touched}
    parts[change.new.key] = list(_new_parts(change))
    return parts


def _holds_other_words(change: LedgerChange, key: str) -> bool:
    return any(_concerned(change, key, place) for place in changed_places(change))


def _concerned(change: LedgerChange, key: str, place: Place) -> bool:
    before, after = (
        [made for made in patch.mades if key in made.owners]
        for patch in (change.ledger.patch(place), change.patch(place))
    )
    return before != after


def _parts(change: LedgerChange, key: str) -> Iterator[Part]:
    operation = change.items[key].operation
    if holds_throughout(change, key):
        yield Part(key, [operation])
        return
    if _carries(operation):
        if operation.op is Op.APPEND_ELEMENT and not _held(change, key):
            # Another item says what becomes of the full stop
            operation = replace(operation, op=Op.INSERT_ELEMENT)
        new = recast(operation, _carried(change, key), change.ledger.tree, change.wanted.tree)
        if new is not None:
            yield Part(key, [new])
        return
    kept = _kept_targets(change, key)
    if kept and len(operation.all_targets) > 1:
        yield Part(key, [_with_count(change, key, with_targets(operation, kept))])
    held = [
        (place, made)
        for place, made in _held(change, key)
        if not any(place[0] in change.ledger.named[key].targets[target] for target in kept)
    ]
    yield from _apart(change, key, held, chosen=operation, is_first=not kept)


def _carries(operation: Operation) -> bool:
    """Whether the operation carries whole wordings, one for each provision."""
    if operation.op is not Op.RESTATE:
        return operation.op in _CARRIERS
    is_own = len(operation.all_targets) == 1 or bool(operation.children)
    return operation.level in ("", "text") and is_own


def _carried(change: LedgerChange, key: str) -> Carried:
    after = change.wanted.tree
    held = frozenset(place for place, __ in _held(change, key))
    operations = [change.new.operation, *(item.operation for item in change.items.values())]
    identities = frozenset(identity for each in operations for identity in each.creates.values())
    return Carried(
        change.ledger.named[key].worded if key in change.ledger.named else change.worded,
        [element.key for element in after if change.brought.get(element.key) == key],
        held,
        identities,
    )


def _held(change: LedgerChange, key: str) -> list[tuple[Place, Made]]:
    """The words that an item holds after the change, in the order of the base."""
    places = dict.fromkeys([*change.ledger.patches, *change.patches])
    return [(place, made) for place in places for made in change.patch(place).held_by(key)]


def _kept_targets(change: LedgerChange, key: str) -> tuple[str, ...]:
    """The targets of an item whose words nobody touches."""
    operation, named = change.items[key].operation, change.ledger.named[key]
    if len(operation.all_targets) < 2:
        return ()
    places = [place for place in changed_places(change) if _concerned(change, key, place)]
    return tuple(
        target
        for target in operation.all_targets
        if not any(place[0] in named.targets[target] for place in places)
    )


def _with_count(change: LedgerChange, key: str, operation: Operation) -> Operation:
    if operation.count is None:
        return operation
    families = [change.ledger.named[key].targets[target] for target in operation.all_targets]
    left = [
        made
        for place, patch in change.ledger.patches.items()
        for made in patch.held_by(key)
        if any(place[0] in members for members in families)
    ]
    return replace(operation, count=len(left))


def _apart(
    change: LedgerChange,
    key: str,
    held: Sequence[tuple[Place, Made]],
    *,
    chosen: Operation | None,
    is_first: bool,
) -> Iterator[Part]:
    """Each change of words as an instruction of its own; the first keeps the key of the item."""
    numbers = count(1)
    for place, made in held:
        is_own = is_first and (place, made) == held[0]
        name = key if is_own else f"{key}/{next(numbers)}"
        is_said = chosen is not None and len(held) == 1 and len(chosen.all_targets) == 1
        ways = list(reworded(chosen, made.words)) if chosen is not None and is_said else []
        others = list(_derived(change, place, made))
        if name != key:
            _hand_over(change, place, made, name)
        yield Part(name, ways, "" if is_own else key, others, is_fixed=False)


def _derived(change: LedgerChange, place: Place, made: Made) -> Iterator[Operation]:
    base_place = change.ledger.base_place(place) or place
    target = cite(change.base, change.base.by_key[base_place[0]])
    for operation in derived(change.patch(place).base, made, place[1]):
        yield replace(operation, target=target, targets=())


def _hand_over(change: LedgerChange, place: Place, made: Made, name: str) -> None:
    patch = change.patch(place)
    mades = tuple(
        replace(each, owners=(name, *each.owners[1:])) if each == made else each for each in patch.mades
    )
    change.patches[place] = replace(patch, mades=mades)


def _new_parts(change: LedgerChange) -> Iterator[Part]:
    operation, key = change.wanted.operation, change.new.key
    if operation is None:
        return
    held = _held(change, key)
    if change.manner.apart and says_words(operation):
        yield from _apart(change, key, held, chosen=None, is_first=True)
        return
    is_deleted = operation.op is Op.REPEAL or (operation.op is Op.DELETE_WORDS and is_table(operation.level))
    if is_deleted or not (change.split or change.recast):
        stands = bool(held) or change.acts or operation.op is Op.COMMENCEMENT
        if stands:
            yield from _as_given(change, operation, held)
        return
    if operation.op in _CARRIERS and (change.acts or key in change.brought.values()):
        yield from _carried_rest(change, operation)
        return
    kept = tuple(t for t in operation.all_targets if _is_whole(change, t))
    if kept and len(operation.all_targets) > 1:
        yield Part(key, [_in_base(change, with_targets(operation, kept))])
        members = {member for target in kept for member in _members(change, target)}
        held = [each for each in held if each[0][0] not in members]
        yield from _apart(change, key, held, chosen=None, is_first=False)
    elif WHOLE_ACT in operation.all_targets and held:
        left = None if operation.count is None else len(held)
        yield Part(key, [replace(operation, count=left)])
    else:
        yield from _apart(change, key, held, chosen=None, is_first=True)


def _as_given(change: LedgerChange, operation: Operation, held: list[tuple[Place, Made]]) -> Iterator[Part]:
    """The operation as it was written, naming provisions as the base does; else in words of its own."""
    given = _in_base(change, operation)
    if operation.op is Op.APPEND_ELEMENT and not held and _follows_made_words(change, operation):
        given = replace(given, op=Op.INSERT_ELEMENT)  # whoever made the words before it says how they end
    places = {place for place, __ in held}
    if change.acts or len(places) != 1 or len(operation.all_targets) > 1 or not _says_in_place(operation):
        yield Part(change.new.key, [given])
        return
    place = next(iter(places))
    ways = [given, *counted_anew(change.patch(place).base, given)]
    others = list(_derived(change, place, held[0][1])) if len(held) == 1 else []
    yield Part(change.new.key, ways, others=others, is_fixed=False)


def _follows_made_words(change: LedgerChange, operation: Operation) -> bool:
    previous = locate_previous(change.ledger.tree, operation.target, operation.after)
    last = last_worded(change.ledger.tree, previous) if previous is not None else None
    return last is not None and (last.key, "text") in change.ledger.patches


def _says_in_place(operation: Operation) -> bool:
    return says_words(operation) or operation.op in (Op.ADD_SENTENCE, Op.RESTATE_SENTENCE, Op.DELETE_WORDS)


def _carried_rest(change: LedgerChange, operation: Operation) -> Iterator[Part]:
    """What is left of an insertion or restatement whose other words went to other items."""
    key = change.new.key
    if operation.op is Op.APPEND_ELEMENT and not _held(change, key):
        operation = replace(operation, op=Op.INSERT_ELEMENT)
    new = recast(_in_base(change, operation), _carried(change, key), change.ledger.tree, change.wanted.tree)
    if new is not None:
        yield Part(key, [new])


def _members(change: LedgerChange, target: str) -> set[str]:
    element = found(change.ledger.tree, target)
    return {member.key for member in change.ledger.tree.family(element)} if element is not None else set()


def _is_whole(change: LedgerChange, target: str) -> bool:
    """Whether the new operation says all its words at a target itself."""
    members = _members(change, target)
    return not any(place[0] in members for place in change.split) and not any(
        member in change.ledger.brought for member in members
    )


def _in_base(change: LedgerChange, operation: Operation) -> Operation:
    """The operation with the numbers of the text in force."""
    if operation.op is Op.COMMENCEMENT or WHOLE_ACT in operation.all_targets:
        return operation
    if operation.op in (Op.INSERT_ELEMENT, Op.APPEND_ELEMENT):
        return followed(operation, change.ledger.tree, change.base)
    above = parent_number(operation.target)
    if operation.op is Op.RENUMBER_AND_ADD and above:  # 7(4) that becomes 7(5) is 6(4) that becomes 6(5)
        operation = renamed(operation, {above: _cited_in_base(change, above)})
    targets = tuple(_cited_in_base(change, target) for target in operation.all_targets)
    if targets == operation.all_targets:
        return operation
    one = targets[0] if len(targets) == 1 else ""
    return replace(operation, target=one, targets=() if one else targets)


def _cited_in_base(change: LedgerChange, target: str) -> str:
    element = found(change.ledger.tree, target)
    if element is None:
        return target
    key = (change.ledger.base_place((element.key, "text")) or (element.key, "text"))[0]
    standing = found(change.base, target)
    if key not in change.base.by_key or (standing is not None and standing.key == key):
        return target
    try:
        return cite(change.base, change.base.by_key[key])
    except Refused:
        return target
