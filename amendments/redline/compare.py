"""Compares two trees of provisions: a function of the two and of nothing else."""

from amendments.provisions.tree import Element, Tree
from amendments.redline.order import longest_rising, merged_order
from amendments.redline.redline import Change, Mark, ProvisionRedline, Redline, Span
from amendments.redline.text import diff_text


def compare(before: Tree, after: Tree) -> Redline:
    """The redline from one state of an act to another, provision by provision."""
    old, new = before.elements, after.elements
    places = {element.key: index for index, element in enumerate(old)}
    pairs = [(places[element.key], j) for j, element in enumerate(new) if element.key in places]
    fixed = [pairs[k] for k in longest_rising([i for i, _ in pairs])]
    moved = set(pairs) - set(fixed)
    moved_from = dict(moved)
    moved_to = {j: i for i, j in moved}
    provisions = []
    for i, j in merged_order(len(old), len(new), fixed):
        if j < 0:
            goes = moved_from.get(i, -1)
            provisions.append(
                _moved(old[i], new[goes], is_new_place=False) if goes >= 0 else _deleted(old[i])
            )
        elif i < 0:
            comes = moved_to.get(j, -1)
            provisions.append(
                _moved(old[comes], new[j], is_new_place=True) if comes >= 0 else _inserted(new[j])
            )
        else:
            provisions.append(_matched(old[i], new[j]))
    return Redline(tuple(provisions))


def _matched(old: Element, new: Element) -> ProvisionRedline:
    if old.number != new.number:
        return _provision(Change.RENUMBERED, old, new)
    same = old.heading == new.heading and old.text == new.text
    return _provision(Change.UNCHANGED if same else Change.EDITED, old, new)


def _moved(old: Element, new: Element, *, is_new_place: bool) -> ProvisionRedline:
    return _provision(Change.MOVED, old, new, is_new_place=is_new_place)


def _provision(change: Change, old: Element, new: Element, *, is_new_place: bool = True) -> ProvisionRedline:
    return ProvisionRedline(
        change=change,
        before=(old.key,),
        after=(new.key,),
        heading=diff_text(old.heading, new.heading),
        text=diff_text(old.text, new.text),
        number=_number(old.number, new.number),
        is_new_place=is_new_place,
    )


def _number(old: str, new: str) -> tuple[Span, ...]:
    """Numbers are shown whole: a lawyer reads "5 → 6", never a changed digit."""
    if old == new:
        return _whole(Mark.KEPT, old)
    return _whole(Mark.DELETED, old) + _whole(Mark.INSERTED, new)


def _whole(mark: Mark, text: str) -> tuple[Span, ...]:
    return (Span(mark, text),) if text else ()


def _deleted(old: Element) -> ProvisionRedline:
    return ProvisionRedline(
        change=Change.DELETED,
        before=(old.key,),
        after=(),
        heading=_whole(Mark.DELETED, old.heading),
        text=_whole(Mark.DELETED, old.text),
        number=_whole(Mark.DELETED, old.number),
        is_new_place=False,
    )


def _inserted(new: Element) -> ProvisionRedline:
    return ProvisionRedline(
        change=Change.INSERTED,
        before=(),
        after=(new.key,),
        heading=_whole(Mark.INSERTED, new.heading),
        text=_whole(Mark.INSERTED, new.text),
        number=_whole(Mark.INSERTED, new.number),
    )
