"""Makes operations from the items that stand before a verb: quotations, pairs and provisions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from amendments.instructions.citations import in_place_of, stands_first
from amendments.instructions.instruction_errors import Unread
from amendments.instructions.operations import WHOLE_ACT, NewElement, Op, Operation
from amendments.provisions.messages import message as _
from azerbaijan.wordings.naming import ACT, TITLE, Place
from azerbaijan.wordings.phrases import Phrase
from azerbaijan.wordings.quotations import Group


@dataclass
class Items:
    """The items that were read but whose verb has not come yet, and the operations of earlier verbs."""

    groups: list[Group] = field(default_factory=list)
    pairs: list[tuple[Group, Group]] = field(default_factory=list)
    subjects: list[Phrase] = field(default_factory=list)
    is_anew: bool = False  # "yeni redaksiyada", "yeni məzmunda"
    is_own_text_only: bool = False  # "… maddələr istisna olmaqla"
    is_at_end: bool = False  # "… maddənin sonuna"
    after: str = ""  # "… fəslin əvvəlinə", "… maddədən sonra": where new provisions stand
    is_first: bool = False  # "… əvvəlinə"
    shifted_sentences: int = 0
    operations: list[Operation] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.groups or self.pairs or self.subjects)


def close(verb: str, items: Items) -> None:
    """Turn the items into operations of this verb."""
    if items.is_empty:
        raise Unread(_("The verb has nothing to act on."))
    _CLOSED_BY[verb](items)
    if not items.is_empty or items.is_at_end or items.after:
        raise Unread(_("The verb leaves words over."))
    items.is_anew = items.is_own_text_only = False


def in_turn(operations: Iterable[Operation]) -> list[Operation]:
    """The operations in an order in which each finds its sentence or paragraph.

    A deletion changes the ordinals of the parts after it, so an operation on a later part comes before it.
    """
    ordered: list[Operation] = []
    for operation in operations:
        places = (i for i, earlier in enumerate(ordered) if _moves(earlier, operation))
        ordered.insert(next(places, len(ordered)), operation)
    return ordered


def _moves(deletion: Operation, operation: Operation) -> bool:
    """Whether the deletion changes the ordinal of the part that the other operation names."""
    is_deletion = deletion.op in (Op.DELETE_WORDS, Op.REPEAL) and not deletion.old
    outer, _, step = deletion.level.rpartition("/")
    name, _, ordinal = step.partition(":")
    within = f"{outer}/" if outer else ""
    if not (is_deletion and ordinal) or operation.op is Op.ADD_SENTENCE:
        return False
    named = operation.level.removeprefix(within).partition("/")[0].partition(":")
    is_same_list = operation.all_targets == deletion.all_targets and operation.level.startswith(within)
    return is_same_list and named[0] == name and named[2].isdigit() and int(named[2]) > int(ordinal)


def _operation(op: Op, place: Place, **values: str) -> Operation:
    operation = Operation(op, level=place.level, **values)  # type: ignore[arg-type]  # texts of the shape
    if len(place.targets) == 1:
        return replace(operation, target=place.targets[0])
    return replace(operation, targets=place.targets)


def _replace(items: Items) -> None:
    for old, new in items.pairs:
        if not old.places:
            raise Unread(_("The words are replaced in no place."))
        op = Op.REPLACE_NUMBER if {old.noun, new.noun} == {"rəqəm"} else Op.REPLACE_WORDS
        for place, is_global in _scopes(old):
            for before, after in zip(old.words, new.words, strict=True):
                items.operations.append(
                    _operation(
                        Op.GLOBAL_REPLACE if is_global else op,
                        place,
                        old=before,
                        new=after,
                        qualifier=old.qualifier,
                    )
                )
    items.pairs.clear()


def _scopes(old: Group) -> list[tuple[Place, bool]]:
    """The places in which words are replaced. "Throughout the act" or "in heading and text" is one place."""
    if old.places in ((ACT,), (TITLE, ACT)):
        return [(ACT, True)]
    if len(old.places) == 2 and old.qualifier in ("all", "every_case"):
        heading, text = old.places
        if heading.targets == text.targets and (heading.level, text.level) == ("heading", "text"):
            return [(Place(heading.targets), True)]
    return [(place, False) for place in old.places]


def _add(items: Items) -> None:
    if items.groups:
        _insert_words(items)
        return
    for subject in items.subjects:
        if subject.noun in ("cümlə", "abzas") or any(place.level for place in subject.places):
            _add_parts(items, subject)
        else:
            _add_elements(items, subject)
    items.subjects.clear()


def _insert_words(items: Items) -> None:
    anchors, added = items.groups[::2], items.groups[1::2]
    if len(anchors) != len(added):
        raise Unread(_("An insertion needs the words beside which it stands."))
    for anchor, new in zip(anchors, added, strict=True):
        if not anchor.side or new.side or len(anchor.words) != 1 or len(new.words) != 1 or not anchor.places:
            raise Unread(_("It is not certain which words are inserted where."))
        if anchor.qualifier and new.qualifier:
            raise Unread(_("It is not certain which words the qualifier belongs to."))
        qualifier = anchor.qualifier or new.qualifier
        op = Op.INSERT_AFTER if anchor.side == "after" else Op.INSERT_BEFORE
        items.operations.extend(
            _operation(op, place, anchor=anchor.words[0], new=new.words[0], qualifier=qualifier)
            for place in anchor.places
        )
    items.groups.clear()


def _add_parts(items: Items, subject: Phrase) -> None:
    """Add sentences or paragraphs. Those that are added together are one text at the place of the first."""
    first = subject.places[0]
    if items.is_at_end:
        items.is_at_end = False
        first = _at_the_end(first, subject.noun)
    if not first.level and subject.noun == "abzas":
        raise Unread(_("It is not certain where the paragraph is added."))
    added = len(subject.places) if first.level else 1
    if items.shifted_sentences not in (0, added):
        raise Unread(_("The sentences that move do not make room for those that are added."))
    items.shifted_sentences = 0
    items.operations.append(_operation(Op.ADD_SENTENCE, first))


def _at_the_end(place: Place, noun: str) -> Place:
    """The end of a provision, or of one of its paragraphs, as the place of one more part without a number."""
    if noun == "cümlə":
        return place.within("sentence") if place.level.startswith("paragraph") else Place(place.targets)
    if place.level:
        raise Unread(_("It is not certain where the paragraph is added."))
    return place.within("paragraph")


def _add_elements(items: Items, subject: Phrase) -> None:
    numbers = [target for place in subject.places for target in place.targets]
    if WHOLE_ACT in numbers:
        raise Unread(_("It is not certain which provision is added."))
    last = items.operations[-1] if items.operations else None
    children = tuple(NewElement(number) for number in numbers[1:])
    if last and last.op is Op.RENUMBER_AND_ADD and len(items.operations) == 1:
        everything = (*last.children, *(NewElement(number) for number in numbers))
        items.operations[-1] = replace(last, children=everything)
    elif last and (last.old, last.new) == (".", ";") and last.target and not last.level:
        items.operations[-1] = Operation(Op.APPEND_ELEMENT, numbers[0], children=children, after=last.target)
    else:
        after = _take_place(numbers[0], items)
        items.operations.append(Operation(Op.INSERT_ELEMENT, numbers[0], children=children, after=after))


def _take_place(number: str, items: Items) -> str:
    """Take from the sentence beside what a new provision stands; "" where it is not said."""
    after, items.after = items.after, ""
    if items.is_first and not stands_first(number, after):
        raise Unread(_("It is not certain where the provision is added."))
    items.is_first = False
    return after


def _delete(items: Items) -> None:
    for group in items.groups:
        if group.side or not group.places:
            raise Unread(_("It is not certain where the words are deleted."))
        items.operations.extend(
            _operation(Op.DELETE_WORDS, place, old=words, qualifier=group.qualifier)
            for place in group.places
            for words in group.words
        )
    items.groups.clear()
    for place in _taken_places(items):
        is_part = place.level not in ("", "text")
        items.operations.append(_operation(Op.DELETE_WORDS if is_part else Op.REPEAL, place))


def _repeal(items: Items) -> None:
    items.operations.extend(_operation(Op.REPEAL, place) for place in _taken_places(items))


def _restate(items: Items) -> None:
    if not items.is_anew:
        raise Unread(_("“verilmişdir” without “yeni redaksiyada”."))
    for place in _taken_places(items):
        op = Op.RESTATE_HEADING if place.level == "heading" else Op.RESTATE
        if "sentence" in place.level:
            op = Op.RESTATE_SENTENCE
        if items.is_own_text_only:
            place = Place(place.targets, "text")
        items.operations.append(_operation(op, place))


def _taken_places(items: Items) -> list[Place]:
    places = [place for subject in items.subjects for place in subject.places]
    if any(WHOLE_ACT in place.targets for place in places):
        raise Unread(_("The whole act is no provision."))
    items.subjects.clear()
    return places


def _deem(items: Items) -> None:
    """ "39-cu maddənin mətni 39.1-ci maddə hesab edilmişdir". Sentences need no renumbering: they have no numbers."""
    subjects = items.subjects
    if not subjects or len(subjects) % 2:
        raise Unread(_("It is not certain what is deemed what."))
    if len(subjects) == 2 and subjects[0].noun == "cümlə":
        items.shifted_sentences = _shift(subjects[0], subjects[1], items)
    else:
        pairs = [
            pair for old, new in zip(subjects[::2], subjects[1::2], strict=True) for pair in _deemed(old, new)
        ]
        items.operations.extend(
            Operation(Op.RENUMBER_AND_ADD, number, children=(NewElement(other),))
            for number, other in _in_turn(pairs)
        )
    subjects.clear()


def _deemed(old: Phrase, new: Phrase) -> Iterable[tuple[str, str]]:
    before = [target for place in old.places for target in place.targets]
    after = [target for place in new.places for target in place.targets]
    if len(before) != len(after) or any(place.level not in ("", "text") for place in old.places):
        raise Unread(_("It is not certain what is deemed what."))
    if old.noun == new.noun:
        after = [_beside(one, other) for one, other in zip(before, after, strict=True)]
    return zip(before, after, strict=True)


def _beside(old: str, new: str) -> str:
    """A new number that was read as one below the old: "1-ci maddənin 1-ci bəndi 9-cu bənd" is 1(9), not 1(1)(9)."""
    own = new.removeprefix(f"{old}(")
    return new if own == new else in_place_of(old, own.removesuffix(")"))


def _in_turn(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The pairs in an order in which each new number is free when it is given."""
    waiting = list(pairs)
    while waiting:
        taken = {number for number, _ in waiting}
        free = [pair for pair in waiting if pair[1] not in taken]
        if not free:
            raise Unread(_("It is not certain which number is deemed which first."))
        yield free[0]
        waiting.remove(free[0])


def _shift(old: Phrase, new: Phrase, items: Items) -> int:
    """By how many sentences the following ones move; negative after a deletion."""
    moved = _sentence(new) - _sentence(old)
    if moved < 0:
        deleted = [o for o in items.operations if o.op is Op.DELETE_WORDS and o.level.startswith("sentence")]
        if len(deleted) != -moved:
            raise Unread(_("The sentences that move do not fill the place of those that are deleted."))
        return 0
    return moved


def _sentence(phrase: Phrase) -> int:
    ordinal = phrase.places[0].level.rpartition(":")[2]
    if phrase.noun != "cümlə" or not ordinal.isdigit():
        raise Unread(_("It is not certain which sentence moves."))
    return int(ordinal)


_CLOSED_BY: dict[str, Callable[[Items], None]] = {
    "replace": _replace,
    "add": _add,
    "put": _add,
    "delete": _delete,
    "repeal": _repeal,
    "give": _restate,
    "deem": _deem,
}
