"""What a drafter should look at again before the seal: instructions that can be carried out, perhaps not as meant.

What cannot be carried out, and two instructions on the same words, are refused or folded when an instruction is saved.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from amendments.instructions.citations import follows
from amendments.instructions.completing.narrowed import kept_beside
from amendments.instructions.completing.own_numbers import unstopped_number
from amendments.instructions.entry_into_force import no_day_in, said_in_sentence
from amendments.instructions.execution.placing import new_elements
from amendments.instructions.execution.renumbering import redesignation
from amendments.instructions.following import number_of
from amendments.instructions.operations import Op, Operation
from amendments.instructions.touches import named
from amendments.provisions.citing.address import annex_of
from amendments.provisions.losses.punctuation import uneven_ends
from amendments.provisions.messages import Message, message as _
from amendments.provisions.numbers import filed, latin_letters, number_style
from amendments.provisions.printing.label_forms import label_form
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree

_LIKE_A_LABEL = re.compile(r"\(?(?:[^\W\d_]{1,2}(?:-\d+)?\)|\d{1,3}(?:[.-]\d{1,3})*[.)])\s")
_FIGURE = re.compile(r"(?P<number>\d+)\s+[^\W\d_]")  # "5 signature", without a sign behind the number
_PARAGRAPH = re.compile(r"paragraph(?::\d+)?")
_COUNTED = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_IN_LISTS = frozenset({Kind.POINT, Kind.SUBPOINT})


def doubts(before: Tree, operation: Operation) -> Iterator[Message]:
    """What may not be meant; `before` is the text on which the operation is carried out."""
    for target in kept_beside(before, operation):
        yield _(
            "What lies under %(target)s stays, but the act will say that all of %(target)s is restated. Write what lies "
            "under it too, tick “What lies under it goes”, or restate its heading and each paragraph by an instruction "
            "of its own.",
            target=target,
        )
    if operation.op is Op.REPLACE_WORDS and _runs_together(operation):
        yield _("“%(words)s” would be joined to the word before it without a space.", words=operation.new)
    if operation.op is Op.ADD_SENTENCE and _PARAGRAPH.fullmatch(operation.level):
        yield from _like_next_item(before, operation)


def doubts_of_new(text: Tree, new: Iterable[str]) -> Iterator[Message]:
    """What may not be meant of the provisions with these keys in a text that brought or restated them."""
    brought = [text.by_key[key] for key in new if key in text.by_key]
    for each in brought:
        if label := _label_in(each):
            yield _(
                "The words of %(target)s begin with “%(label)s”, which is not its number. Take it out, or name the "
                "provision that is meant.",
                target=number_of(text, each),
                label=label,
            )
        elif _begins_with_own(each):
            yield _(
                "The words of %(target)s begin with its number. Take it out, unless it is a figure of the sentence.",
                target=number_of(text, each),
            )
    yield from _short_rows(text, brought)
    for owner in dict.fromkeys(each.parent for each in brought if each.kind in _IN_LISTS):
        keys = {each.key for each in brought}
        items = _items(text, owner)
        is_whole = keys.issuperset(each.key for each in items)  # restated as a list of its own
        law = [] if is_whole else [each.text[-1:] for each in _items(text.law, owner)]
        ends = [(number_of(text, each), each.text[-1:]) for each in items]
        for place, said in uneven_ends(ends, law):
            if not keys.isdisjoint(each.key for each in items[place : place + 2]):
                yield said


def _short_rows(text: Tree, brought: Sequence[Element]) -> Iterator[Message]:
    """Rows with fewer cells than the rows beside them, which all have as many."""
    keys = {each.key for each in brought}
    for row in (each for each in brought if each.kind is Kind.ROW and each.text):
        rows = (each for each in text.children(row.parent) if each.kind is Kind.ROW and each.key not in keys)
        widths = {_cells(each) for each in rows if each.text}
        if len(widths) == 1 and _cells(row) < max(widths):
            yield _(
                "Cells of row %(row)s, without its number: %(count)s; of each other row of the table: %(columns)s. Write "
                "those that are missing, unless the words go over all columns.",
                row=row.number,
                count=_cells(row),
                columns=max(widths),
            )


def _cells(row: Element) -> int:
    return max(line.count(CELL_BORDER) + 1 for line in row.text.split("\n"))


def doubts_of_order(text: Tree, keys: Iterable[str]) -> Iterator[Message]:
    """What may not be meant of the numbers of these provisions: one that stands after a larger one."""
    asked = set(keys)
    lists = [_counted_with(text, text.by_key[key]) for key in asked if text.by_key[key].number]
    for siblings in {each[0].key: each for each in lists}.values():
        letters = latin_letters(each.number for each in siblings)
        for before, here in pairwise(siblings):
            least, most = (filed(each.number, letters) for each in (here, before))
            are_alike = number_style(before.number) == number_style(here.number)
            if not asked.isdisjoint((before.key, here.key)) and are_alike and () < least < most:
                yield _(
                    "%(number)s follows %(before)s.",
                    number=number_of(text, here),
                    before=number_of(text, before),
                )


def doubts_of_typing(after: Tree, operation: Operation) -> Iterator[Message]:
    """What may not be meant of the order of new or restated provisions: the act says them as they are typed.

    The text has them in the order of their numbers. `after` is the text that the operation gives.
    """
    elements = new_elements(operation)
    if operation.op is Op.RENUMBER_AND_ADD:
        elements = redesignation(operation)[1]
    at = {element.key: place for place, element in enumerate(after)} if len(elements) > 1 else {}
    last: dict[str, Element] = {}  # by what they stand in
    for each in (named(after, element.number) for element in elements):
        if each is None:
            continue
        before = last.setdefault(each.parent, each)
        last[each.parent] = each
        if at.get(each.key, 0) < at.get(before.key, 0):
            yield _(
                "%(number)s is written after %(before)s, but stands before it in the text. Write them in the order of "
                "the text.",
                number=number_of(after, each),
                before=number_of(after, before),
            )


def _counted_with(text: Tree, element: Element) -> list[Element]:
    """The provisions with numbers among which one is counted, in order: articles in all the act or annex."""
    if element.kind is Kind.ARTICLE:
        annex = annex_of(text, element)
        return [each for each in text.of_kind(element.kind) if annex_of(text, each) == annex]
    return [e for e in text.children(element.parent) if e.kind is element.kind and e.number]


def _items(text: Tree, owner: str) -> list[Element]:
    """The points of a list with words, without those that are repealed."""
    return [e for e in text.children(owner) if e.kind in _IN_LISTS and e.text and not e.repealed]


def worded_anew(before: Tree, after: Tree, keys: Iterable[str]) -> list[str]:
    """Of these provisions those that stood before and begin with another label now, or end with another sign."""
    asked = {key for key in keys if key in before.by_key}
    standing = [each for each in after if each.key in asked]
    return [each.key for each in standing if _edges(before.by_key[each.key]) != _edges(each)]


def labelled_anew(before: Tree, after: Tree, keys: Iterable[str]) -> list[str]:
    """Of these provisions those that stood before and begin with another label now, their own number included."""
    return [
        key
        for key in worded_anew(before, after, keys)
        if _edges(before.by_key[key])[0] != _edges(after.by_key[key])[0]
    ]


def _edges(provision: Element) -> tuple[str, str]:
    label = _label_in(provision) or (provision.number if _begins_with_own(provision) else "")
    return label, provision.text[-1:]


def _label_in(provision: Element) -> str:
    """The label of another provision with which the words of one begin; "" for none."""
    label = _LIKE_A_LABEL.match(provision.text) or unstopped_number(provision)
    return label[0].strip() if label else ""


def _begins_with_own(provision: Element) -> bool:
    """Whether the words of a part or point begin with its own number in digits, or with the like figure: "2 days"."""
    number = provision.number
    is_counted = provision.kind in _COUNTED and number[:1].isdecimal()
    return is_counted and provision.text.startswith(f"{number} ")


def doubts_of_entry(words: str, others: Mapping[str, str], wording: object) -> Iterator[Message]:
    """What may not be meant of a clause on the entry into force; `others` are those of the amendment, by their codes.

    What several acts of the amendment repeat stands once in the amending act.
    """
    if day := no_day_in(words, wording):
        yield _("No calendar has the day “%(day)s”. Correct the entry into force.", day=day)
    for code, other in others.items():
        if said_in_sentence(other, wording) != said_in_sentence(words, wording):
            yield _(
                "Instruction %(key)s says another entry into force. Leave one of the two out, or say both in one "
                "instruction.",
                key=code,
            )


def _like_next_item(before: Tree, operation: Operation) -> Iterator[Message]:
    """A new line that begins with the number that follows a list, and without its sign: it would stand before the list."""
    element = named(before, operation.target)
    items = [each for each in before.children(element.key) if each.kind in _COUNTED] if element else []
    last = items[-1] if items else None
    for found in filter(None, map(_FIGURE.match, operation.new.split("\n"))):
        if last is not None and last.number[:1].isdecimal() and follows(found["number"], last.number):
            label = label_form(last).replace("{number}", found["number"]).strip()
            yield _(
                "A new line of %(target)s begins with “%(number)s” and would stand before the list. Write “%(label)s” if "
                "the next item of the list is meant.",
                target=operation.target,
                number=found["number"],
                label=label or f"{found['number']})",
            )


def _runs_together(operation: Operation) -> bool:
    """Whether a comma that stood close to the word before gives way to a word: "a, b" would become "ac"."""
    return operation.old.strip().startswith((",", ";", ":")) and operation.new.strip()[:1].isalnum()
