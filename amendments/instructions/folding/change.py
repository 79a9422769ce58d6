"""What a new operation changes in the working text, laid on the ledger: who holds which words afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from amendments.instructions.execution.spacing import Edit
from amendments.instructions.execution.word_operations import chosen_spots
from amendments.instructions.folding.items import CannotFold, Item, Manner
from amendments.instructions.folding.ledger import Ledger, found, worded_anew
from amendments.instructions.folding.operation_edits import (
    FIELDS,
    WORD_ANEW,
    Place,
    edits_of,
    is_throughout,
    refined,
    says_words,
    words,
)
from amendments.instructions.folding.patchwork import Made, Patchwork, PlacedWords
from amendments.instructions.folding.wanted import Wanted
from amendments.instructions.operations import Op, Operation
from amendments.provisions.messages import message as _
from amendments.provisions.tree import Element, Tree

_CARRIERS = frozenset({Op.INSERT_ELEMENT, Op.APPEND_ELEMENT, Op.RENUMBER_AND_ADD, Op.RESTATE})
_INSERTIONS = frozenset({Op.INSERT_AFTER, Op.INSERT_BEFORE})


@dataclass
class LedgerChange:
    """The ledger with the new item in it.

    `manner` says how it is to be folded; `patches` holds the changed texts; `brought` who brings each provision now;
    `recast` the items whose carried wordings change; `split` the places where the new operation no longer stands as it
    was given; `worded` the provisions that it carries, with their numbers in it; `acts` whether it does more than change
    words: it repeals, renumbers, or brings provisions of its own.
    """

    ledger: Ledger
    items: dict[str, Item]
    new: Item
    wanted: Wanted
    manner: Manner
    patches: dict[Place, Patchwork] = field(default_factory=dict)
    brought: dict[str, str] = field(default_factory=dict)
    recast: set[str] = field(default_factory=set)
    split: set[Place] = field(default_factory=set)
    worded: dict[str, str] = field(default_factory=dict)
    acts: bool = False

    @property
    def base(self) -> Tree:
        """The text in force."""
        return self.ledger.base

    def patch(self, place: Place) -> Patchwork:
        """A text after the change."""
        return self.patches.get(place) or self.ledger.patch(place)


def change_of(
    ledger: Ledger, items: dict[str, Item], new: Item, wanted: Wanted, manner: Manner
) -> LedgerChange:
    """Lay the new item on the ledger."""
    worded = worded_anew(wanted.tree, wanted.operation) if wanted.operation is not None else {}
    change = LedgerChange(ledger, items, new, wanted, manner, brought=dict(ledger.brought), worded=worded)
    _note_provisions(change)
    _note_texts(change)
    return change


def _note_provisions(change: LedgerChange) -> None:
    before, after, ledger = change.ledger.tree, change.wanted.tree, change.ledger
    again = _renumbers_again(change)
    differing = after.differing(before)
    for element in after.in_order(after.by_key[key] for key in differing if key in after.by_key):
        old = before.by_key.get(element.key)
        if old is None:
            _note_new(change, element)
        elif element.key in ledger.brought:
            if not _goes_along(change, old, element):
                change.recast.add(ledger.brought[element.key])
            if _restates_around(change, element.key):
                change.brought[element.key] = change.new.key
        elif old.repealed != element.repealed or (old.number != element.number and not again):
            change.acts = True
    for key in sorted(key for key in differing if key not in after.by_key):
        _note_gone(change, key)


def _note_new(change: LedgerChange, element: Element) -> None:
    """A new provision under one that an item brings or words anew with all that is under it belongs to that item."""
    holder = change.brought.get(element.parent) or _restating(change, element.parent)
    change.brought[element.key] = holder or change.new.key
    if holder and holder != change.new.key:
        change.recast.add(holder)
    else:
        change.acts = True


def _goes_along(change: LedgerChange, old: Element, new: Element) -> bool:
    """Whether a provision only gets its number from one of the base that the new operation renumbers.

    The item that brings it stands before and names it by the text in force.
    """
    operation = change.wanted.operation
    if operation is None or operation.op is not Op.RENUMBER_AND_ADD:
        return False
    renumbered = found(change.ledger.tree, operation.target)
    is_below = renumbered is not None and renumbered.key in change.base.by_key and renumbered.key != old.key
    return is_below and replace(old, number=new.number, eid=new.eid) == new


def _restates_around(change: LedgerChange, key: str) -> bool:
    """Whether the new operation restates a provision of the base with all that is under it, this one too."""
    operation = change.wanted.operation
    if operation is None or operation.op is not Op.RESTATE or len(operation.all_targets) > 1:
        return False
    return key in list(change.worded)[1:] and next(iter(change.worded)) in change.base.by_key


def _restating(change: LedgerChange, parent: str) -> str:
    for key, named in change.ledger.named.items():
        item = change.items[key]
        is_whole = item.operation.op is Op.RESTATE and item.operation.children
        if (is_whole or item.operation.takes_what_lies_under) and parent in named.worded:
            return key if len(item.operation.all_targets) == 1 else ""
    return ""


def _renumbers_again(change: LedgerChange) -> bool:
    """Whether an item renumbers the provision already; that item then gives it its last number."""
    operation = change.wanted.operation
    if operation is None or operation.op is not Op.RENUMBER_AND_ADD:
        return False
    element = found(change.ledger.tree, operation.target)
    holder = change.ledger.renumbered.get(element.key, "") if element is not None else ""
    if not holder or element != _renumbered_by(change, holder):
        return False
    change.recast.add(holder)
    return True


def _renumbered_by(change: LedgerChange, key: str) -> Element | None:
    target = found(change.base, change.items[key].operation.target)
    return change.ledger.tree.by_key.get(target.key) if target is not None else None


def _note_gone(change: LedgerChange, key: str) -> None:
    if key in change.brought:
        change.recast.add(change.brought.pop(key))
        return
    change.acts = True
    for name in FIELDS:
        place = (key, name)
        if place in change.ledger.patches:
            base = change.ledger.patch(place).base
            owners = (change.new.key, *(o for made in change.ledger.patch(place).mades for o in made.owners))
            change.patches[place] = Patchwork(base, (Made(0, len(base), "", owners),))


def _note_texts(change: LedgerChange) -> None:
    operation = change.wanted.operation
    if operation is None:
        return
    before, after = change.ledger.tree, change.wanted.tree
    moved = _moved_by(change, operation)
    for place, edits in edits_of(before, after, operation).items():
        if place in moved or place[0] not in after.by_key:
            continue
        if change.ledger.base_place(place) is None:
            if place[0] not in change.ledger.brought:
                said = _(
                    "Another instruction gives the text of %(target)s a new number. Withdraw that "
                    "instruction first.",
                    target=operation.target,
                )
                raise CannotFold("moved_words", said)
            change.split.add(place)
            continue
        _note_text(change, place, edits, operation)


def _moved_by(change: LedgerChange, operation: Operation) -> set[Place]:
    """The places of a text that the new operation itself moves down."""
    if operation.op is not Op.RENUMBER_AND_ADD:
        return set()
    above = found(change.ledger.tree, operation.target)
    return {(above.key, "text")} if above is not None else set()


def _note_text(change: LedgerChange, place: Place, edits: list[Edit], operation: Operation) -> None:
    patch = change.ledger.patch(place)
    text = words(change.ledger.tree.by_key[place[0]], place[1])
    joins = _quotes_made_words(change, place, operation)
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        patch = _with_edit(change, place, patch, text, edit, joins=joins)
    change.patches[place] = patch


def _with_edit(
    change: LedgerChange, place: Place, patch: Patchwork, text: str, edit: Edit, *, joins: bool
) -> Patchwork:
    new = change.new.key
    beside = patch.beside(edit, _adding(change)) if change.manner.together else None
    if beside is not None:
        change.split.add(place)
        return patch.edited(beside[0], _owners(change, [beside[1]], takes=False), [beside[1]])
    edit = edit if joins else patch.apart(edit)
    operation = change.wanted.operation
    is_anew = operation is not None and operation.op in WORD_ANEW
    touched = patch.touched(edit, joins=joins, is_anew=is_anew, anew=change.ledger.anew)
    if not touched:
        return patch.edited(edit, (new,), [])
    if _takes(change, patch, edit, touched):
        return patch.edited(edit, _owners(change, touched, takes=True), touched)
    change.split.add(place)
    for piece in reversed(refined(text, edit)):
        touched = patch.touched(piece, joins=True)[: 1 if piece.start == piece.end else None]
        patch = patch.edited(piece, _owners(change, touched, takes=False) if touched else (new,), touched)
    return patch


def _adding(change: LedgerChange) -> set[str]:
    """The items that add sentences or paragraphs."""
    return {key for key, item in change.items.items() if item.operation.op is Op.ADD_SENTENCE}


def _takes(change: LedgerChange, patch: Patchwork, edit: Edit, touched: list[PlacedWords]) -> bool:
    """Whether the new operation words anew a whole that holds more than one item made."""
    operation = change.wanted.operation
    is_whole = operation is not None and (operation.op in WORD_ANEW or not says_words(operation))
    covers = all(edit.start <= each.start and each.end <= edit.end for each in touched)
    if not is_whole or not covers or (operation is not None and operation.op is Op.ADD_SENTENCE):
        return False
    holder = change.items.get(touched[0].made.holder)
    is_same = len(touched) == 1 and (touched[0].start, touched[0].end) == (edit.start, edit.end)
    return not (is_same and edit.words and holder is not None and holder.operation.op in WORD_ANEW)


def _owners(change: LedgerChange, touched: list[PlacedWords], *, takes: bool) -> tuple[str, ...]:
    """Who holds the merged words, and whose part went into them."""
    new = change.new.key
    all_owners = list(dict.fromkeys(owner for each in touched for owner in each.made.owners))
    if takes:
        return (new, *(owner for owner in all_owners if owner != new and _can_hold(change, owner)))
    throughout = tuple(owner for owner in all_owners if holds_throughout(change, owner))
    if throughout:
        said = _(
            "Instruction %(key)s replaces these words throughout the act, so they cannot be changed "
            "at one place only. Change instruction %(key)s, or restate the provision.",
            key=throughout[0],
        )
        raise CannotFold("throughout", said, throughout)
    able = [owner for owner in all_owners if _can_hold(change, owner)]
    return (*able, new) if new not in able else tuple(able)


def holds_throughout(change: LedgerChange, owner: str) -> bool:
    """Whether an item of the list changes words wherever they stand in the act."""
    return owner != change.new.key and is_throughout(change.items[owner].operation)


def _can_hold(change: LedgerChange, owner: str) -> bool:
    """Whether an item can say other words at one place: it names one provision, or carries the wording of each."""
    if owner == change.new.key:
        return True
    operation = change.items[owner].operation
    if holds_throughout(change, owner):
        return False
    if operation.op in _CARRIERS:
        return operation.op is Op.RESTATE and (len(operation.all_targets) == 1 or bool(operation.children))
    held = [made for patch in change.ledger.patches.values() for made in patch.held_by(owner)]
    return len(operation.all_targets) == 1 and len(held) <= 1


def _quotes_made_words(change: LedgerChange, place: Place, operation: Operation) -> bool:
    """Whether an insertion is anchored on words that stand only in the draft."""
    if operation.op not in _INSERTIONS or not says_words(operation):
        return False
    made = list(change.ledger.patch(place).standing())
    spots = [s for s in chosen_spots(change.ledger.tree, operation) if (s.key, s.field) == place]
    return any(each.start < spot.end and spot.start < each.end for each in made for spot in spots)


def changed_places(change: LedgerChange) -> Iterator[Place]:
    """The texts whose made words are other ones than before."""
    for place, patch in change.patches.items():
        if patch != change.ledger.patch(place):
            yield place
