"""What an instruction changes in a text, said as the textual modifications of Akoma Ntoso.

Executed one after the other they give the new text: words of a provision are replaced by others, a provision with all below
it is replaced or inserted, or it is repealed. Where a provision gets another number, or its words become a provision below it,
the modification is a renumbering and repeats no words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from amendments.provisions.regions.printed_rows import grid
from amendments.provisions.tree import CELL_BORDER, Element, Kind, Tree

_OUTSIDE_THE_BODY = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING})
_SPACE = re.compile(r"\s")


class NotSayable(Exception):
    """A change for which there is no modification: a provision moved, or was taken away without being repealed."""


@dataclass(frozen=True, slots=True)
class Modification:
    """One change. `old` stands once in the words of the target; `structure` is the key of what is inserted or replaces it.

    `renumbered` is the key of what has the words of the target under a new number.
    """

    kind: str  # as the standard names it
    target: str  # an eId
    pos: str = ""
    old: str = ""
    new: str = ""
    structure: str = ""
    renumbered: str = ""


def eid_of(element: Element) -> str:
    """Its eId in our files, also of a provision that has none in the text."""
    return element.eid or f"p_{element.key}"


def modifications(before: Tree, after: Tree) -> list[Modification]:
    """All changes of one step. Raises `NotSayable`."""
    found: list[Modification] = []
    covered: set[str] = set()
    down = _moved_down(before, after)
    for element in after:
        if element.parent in covered:
            covered.add(element.key)
            continue
        old = before.by_key.get(element.key)
        if element.parent in down and down[element.parent] == element.key:
            target = eid_of(before.by_key[element.parent])
            found.append(Modification("renumbering", target, "start", renumbered=element.key))
            continue
        if old and element.key in down:
            old = replace(old, text="", marks=element.marks)
        made = list(_of_one(old, element, before, after))
        found += made
        if any(each.structure or each.kind == "repeal" for each in made):
            covered.add(element.key)
    for element in before:
        if element.parent in covered:
            covered.add(element.key)
        elif element.key not in after.by_key:
            raise NotSayable(element.number)
    # Before others bear the old numbers.
    return sorted(found, key=lambda change: change.kind != "renumbering")


def _moved_down(before: Tree, after: Tree) -> dict[str, str]:
    """For each provision whose words became the first provision below it, the keys of both."""
    found: dict[str, str] = {}
    for element in after:
        old, above = before.by_key.get(element.parent), after.by_key.get(element.parent)
        is_new = element.key not in before.by_key and not element.heading
        if is_new and old and above and not above.text and element.text == old.text != "":
            found.setdefault(above.key, element.key)
    return found


def _of_one(old: Element | None, new: Element, before: Tree, after: Tree) -> Iterator[Modification]:
    if old is None:
        yield _insertion(new, before, after)
        return
    if old.parent != new.parent:
        raise NotSayable(new.number)
    if new.repealed and not old.repealed:
        yield Modification("repeal", eid_of(old))
    elif replace(old, number=new.number, eid=new.eid) == new != old:
        yield Modification("renumbering", eid_of(old), renumbered=new.key)
    elif (old.number, old.eid, old.repealed, old.layout) != (new.number, new.eid, new.repealed, new.layout):
        yield Modification("substitution", eid_of(old), structure=new.key)
    elif (old.heading, old.text) != (new.heading, new.text):
        words = _words(old, new)
        yield from words or [Modification("substitution", eid_of(old), structure=new.key)]


def _insertion(new: Element, before: Tree, after: Tree) -> Modification:
    """Behind the one before it, else before the one behind it, else within the one above."""
    beside = [each for each in after if each.parent == new.parent and each.kind not in _OUTSIDE_THE_BODY]
    if new not in beside:
        raise NotSayable(new.kind)
    place = beside.index(new)
    if place:
        return Modification("insertion", eid_of(beside[place - 1]), "after", structure=new.key)
    if following := next((each for each in beside if each.key in before.by_key), None):
        return Modification("insertion", eid_of(following), "before", structure=new.key)
    if not new.parent:
        raise NotSayable(new.number)
    return Modification("insertion", eid_of(after.by_key[new.parent]), "end", structure=new.key)


def _words(old: Element, new: Element) -> list[Modification]:
    """The changed words, each long enough to stand once in the provision; none where this cannot be said."""
    now, wanted = ([each.heading, *_lines(each)] for each in (old, new))
    if len(now) != len(wanted) or _frame(old) != _frame(new):
        return []
    found = []
    for place, words in enumerate(wanted):
        if now[place] == words:
            continue
        literal = _literal(now, place, words)
        if literal is None:
            return []
        found.append(Modification("substitution", eid_of(old), old=literal[0], new=literal[1]))
        now[place] = words
    return found


def _lines(element: Element) -> list[str]:
    """The paragraphs, also those of the cells of a table."""
    if element.kind is Kind.TABLE:
        return [element.text[a:b] for row in grid(element.text) for cell in row for a, b in cell]
    return re.split("[\t\n]" if element.kind is Kind.ROW else "\n", element.text)


def _frame(element: Element) -> list[list[int]]:
    """How many paragraphs each cell of each row of a table has."""
    if element.kind is Kind.TABLE:
        return [[len(cell) for cell in row] for row in grid(element.text)]
    if element.kind is Kind.ROW:
        return [[cell.count("\n") for cell in element.text.split(CELL_BORDER)]]
    return []


def _literal(now: list[str], place: int, wanted: str) -> tuple[str, str] | None:
    """The shortest words around the change that stand once in the provision as it is now, and what replaces them."""
    was = now[place]
    if not was.strip() or not wanted.strip():
        return None
    start = next(
        (n for n, (a, b) in enumerate(zip(was, wanted, strict=False)) if a != b), min(len(was), len(wanted))
    )
    most = min(len(was), len(wanted)) - start
    tail = next((n for n in range(most) if was[-1 - n] != wanted[-1 - n]), most)
    end, new_end = len(was) - tail, len(wanted) - tail
    while True:
        start, grown = _grown(was, start, end)
        end, new_end = end + grown, new_end + grown
        words = was[start:end]
        if words.strip() and sum(_count(line, words) for line in now) == 1:
            return words, wanted[start:new_end]
        if start == 0 and end == len(was):
            return None
        start, grown = max(0, start - 1), min(1, len(was) - end)
        end, new_end = end + grown, new_end + grown


def _grown(was: str, start: int, end: int) -> tuple[int, int]:
    """To whole words: where they begin, and how much further they end."""
    while start > 0 and not _SPACE.match(was[start - 1]):
        start -= 1
    grown = 0
    while end + grown < len(was) and not _SPACE.match(was[end + grown]):
        grown += 1
    return start, grown


def _count(line: str, words: str) -> int:
    """How often words stand in a line, overlapping ones too."""
    return len(re.findall(f"(?={re.escape(words)})", line))
