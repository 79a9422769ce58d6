"""Whole lines that a file inserts or writes anew, read as provisions and put into the working text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.instructions.derivation.names_in_text import cite
from amendments.markings.change_stretches import Stretch
from amendments.markings.fitting import fitting
from amendments.markings.printed_places import PrintedText, printed_text
from amendments.markings.unplaced import AlreadyInDraft, Unplaced, no_provision, number_taken, repealed
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Kind, Tree

_TRIALS = 12  # readings that look for what can be read together, of more changes than are read one by one
_ALONE = 20  # changes that are read one by one where they cannot be read with the others
_AROUND_ARTICLES = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.TITLE})


@dataclass(frozen=True)
class WithNewLines:
    """The text of the file with its new lines: which provisions each change brings, and which it takes away.

    `kept` leads from the number of a provision in this text to the number that it has without the new lines.
    """

    printed: PrintedText
    kept: Mapping[int, int]
    brought: Mapping[int, Sequence[int]]  # by the number of the change
    taken: Mapping[int, Sequence[int]]  # likewise, in the text without the new lines


def readings(file: PrintedText, new: Mapping[int, Stretch], scheme: Scheme) -> dict[int, WithNewLines]:
    """For each change the text with the new lines of all that can be read together, else of it alone; none where neither can."""
    found: dict[int, WithNewLines] = {}

    def can_read(numbers: Collection[int]) -> bool:
        read = with_new_lines(file, {number: new[number] for number in numbers}, scheme)
        if read:
            found.update(dict.fromkeys(numbers, read))
        return read is not None

    together = fitting([*new], can_read, _TRIALS if len(new) > _ALONE else 1)
    others = [number for number in new if number not in together]
    for number in others if len(others) <= _ALONE else ():
        can_read([number])
    return found


def with_new_lines(file: PrintedText, new: Mapping[int, Stretch], scheme: Scheme) -> WithNewLines | None:
    """Read the text with the new lines of all changes; None where that makes another text of the rest."""
    text, ranges = _inserted(file.text, new)
    printed = printed_text(text, scheme)
    if printed is None:
        return None
    taken = {
        number: [
            place for place in file.touched(each.start, each.end) if each.start <= file.places[place].start
        ]
        for number, each in new.items()
    }
    gone = {place for some in taken.values() for place in some}
    stays = [place for place in range(len(file.places)) if place not in gone]
    brought: dict[int, list[int]] = {number: [] for number in new}
    others: list[int] = []
    for place, each in enumerate(printed.places):
        owner = next((n for n, (a, b) in ranges.items() if a <= each.start and each.end <= b), None)
        (others if owner is None else brought[owner]).append(place)
    if [_said(printed, place) for place in others] != [_said(file, place) for place in stays]:
        return None
    kept = dict(zip(others, stays, strict=True))
    if any(not {*file.path(old)} <= {*printed.path(new)} for new, old in kept.items()):
        return None  # a new chapter would take articles from another one
    return WithNewLines(printed, kept, brought, taken)


def _inserted(text: str, new: Mapping[int, Stretch]) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text with the new lines, and where those of each change stand in it."""
    parts: list[str] = []
    ranges: dict[int, tuple[int, int]] = {}
    done = length = 0
    for number, stretch in sorted(new.items(), key=lambda item: (item[1].start, item[0])):
        parts += [text[done : stretch.start], stretch.new]
        length += stretch.start - done
        ranges[number] = (length, length + len(stretch.new))
        length += len(stretch.new)
        done = stretch.end
    return "".join([*parts, text[done:]]), ranges


def _said(text: PrintedText, place: int) -> tuple[object, ...]:
    """The words of a provision, and below what it stands in its article: new lines may not take it from there."""
    element = text.places[place].element
    above = tuple(step for step in text.path(place) if step[0] not in _AROUND_ARTICLES)
    return element.heading, element.text, above


def inserted_into(working: Tree, read: WithNewLines, number: int, keys: Mapping[int, str]) -> Tree:
    """The working text with the provisions of one change; raises `Unplaced`.

    `keys` are those of the provisions of the file, by their number without the new lines.
    """
    return with_provisions_of(working, read, read.brought[number], {**read.kept}, keys)


def with_provisions_of(
    working: Tree,
    read: WithNewLines,
    places: Sequence[int],
    known: Mapping[int, int],
    keys: Mapping[int, str],
) -> Tree:
    """The working text with some provisions of the new lines.

    `known` leads from the number of a provision to the one that it has in the file without the new lines.
    """
    if not places:
        raise Unplaced(no_provision())
    found = {
        each.element.key: f"new-{place}" if place not in known else keys.get(known[place], "")
        for place, each in enumerate(read.printed.places)
    }
    tree = working
    brought = 0
    for place in places:
        element = read.printed.places[place].element
        if standing := _standing(working, element, found.get(element.parent, "")):
            found[element.key] = standing.key
            continue
        tree = _added(tree, read.printed.tree, element, found)
        brought += 1
    if not brought:
        raise AlreadyInDraft
    return tree


def _standing(working: Tree, element: Element, parent: str) -> Element | None:
    """The same provision below the same parent, if the draft brings it."""
    words = (element.heading.split(), element.text.split())
    same = (each for each in working.cited(element.kind, element.number) if each.parent == parent)
    return next((each for each in same if (each.heading.split(), each.text.split()) == words), None)


def _under_number(tree: Tree, parent: str, element: Element) -> Element | None:
    """Another provision beside a new one that bears its number. Rows may print one number twice."""
    if not element.number or element.kind is Kind.ROW:
        return None
    same = (
        each for each in tree.children(parent) if (each.kind, each.number) == (element.kind, element.number)
    )
    return next(same, None)


def _added(tree: Tree, file: Tree, element: Element, keys: Mapping[str, str]) -> Tree:
    parent = keys.get(element.parent, "") if element.parent else ""
    if element.parent and parent not in tree.by_key:
        raise Unplaced(no_provision())
    if taken := _under_number(tree, parent, element):
        is_back = taken.repealed and (element.heading or element.text)
        raise Unplaced(repealed(cite(tree, taken), taken.key) if is_back else number_taken(element.number))
    siblings = file.children(element.parent)
    before = [keys.get(each.key, "") for each in siblings[: siblings.index(element)]]
    last = next((key for key in reversed(before) if key in tree.by_key), "")
    after = tree.family(tree.by_key[last])[-1].key if last else parent
    if not last and not parent and before:
        raise Unplaced(no_provision())
    return tree.inserted(replace(element, key=keys[element.key], parent=parent), after)
