"""Finding the provision that a citation names: "12.3.1", "12-1", "Chapter 2", "45 note", "9(1)(a)", an eId.

A bare number means an article or what stands below one. Where an annex repeats the numbers of the act, the act is meant,
also once a draft gives the provision of the act another number: what the law has at a place is looked for nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence

from amendments.provisions.citing.citation_words import PLAIN, CitationStep, CitationWords
from amendments.provisions.citing.identifiers import UPPER_STRUCTURE
from amendments.provisions.index import numbers_of, value_of
from amendments.provisions.numbers import letter_apart
from amendments.provisions.provision_errors import ProvisionAmbiguous, ProvisionNotFound
from amendments.provisions.tree import Element, Kind, Tree

_NAMED = 9  # provisions that a message names at most
_ITEMS = (Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.ROW)
_OF_TABLES = frozenset({Kind.TABLE, Kind.ROW})
_BELOW_ARTICLE = (Kind.ARTICLE, *_ITEMS)
_HOLD_POINTS = UPPER_STRUCTURE | {Kind.ANNEX, Kind.NOTE}


def find(tree: Tree, cited: str, words: CitationWords = PLAIN) -> Element:
    """The one provision that is cited; raises `ProvisionNotFound` or `ProvisionAmbiguous`.

    `words` are those of a language: with them "2-ci fəsil" and "12.3-cü maddə" are understood too.
    """
    if element := tree.by_eid.get(cited.strip()) or _only(tree, cited.strip()):
        return element
    found = _follow(tree, words.steps(cited)) or _follow(tree, words.steps(letter_apart(cited)))
    if not found:
        raise ProvisionNotFound(cited)
    if len(found) > 1:
        are_rows = all(element.kind is Kind.ROW for element in found)
        names = (
            [f"{cited}:{place}" for place in range(1, len(found) + 1)] if are_rows else _fuller(tree, found)
        )
        raise ProvisionAmbiguous(cited, [element.eid for element in tree.in_order(found)], names)
    return found[0]


def _fuller(tree: Tree, found: list[Element]) -> list[str]:
    """The names of several provisions that are cited alike, each with what holds it; none where that tells nothing.

    A long list is no help, and is often met while a text is read.
    """
    named = tree.in_order(found) if len(found) <= _NAMED else []
    names = [next(_within(tree, element), "") for element in named]
    return names if all(names) else []


def _within(tree: Tree, element: Element) -> Iterator[str]:
    """The names that find a provision alone: chapter I(3), section II chapter 1, 13(1)(a)."""
    own = f" {element.kind} {element.number}" if element.kind in UPPER_STRUCTURE else f"({element.number})"
    for above in tree.above(element):
        is_named = above.kind in UPPER_STRUCTURE or above.kind is Kind.ANNEX
        outer = f"{above.kind} {above.number}" if is_named else above.number
        if above.number and element.number and _follow(tree, PLAIN.steps(f"{outer}{own}")) == [element]:
            yield f"{outer}{own}"
        own = f" {outer}{own}" if is_named else f"({above.number}){own}" if above.number else own


def stands_below(tree: Tree, above: Element, cited: str, words: CitationWords = PLAIN) -> bool:
    """Whether a provision directly below another one has the number with which a citation ends."""
    step = _as_counted(tree, above, words.steps(cited)[-1])
    return any(_matches(child, step) for child in _children(tree, above))


def is_of_the_act(tree: Tree, cited: str) -> bool:
    """Whether a citation names something of the act itself: a bare number that only annexes print is free."""
    return any(not _in_annex(tree, element) for element in _follow(tree, PLAIN.steps(cited)))


def annex_of(tree: Tree, element: Element) -> Element | None:
    """The annex that a provision lies in, None for the act itself and for an annex."""
    return next((above for above in tree.above(element) if above.kind is Kind.ANNEX), None)


def _follow(tree: Tree, steps: Sequence[CitationStep]) -> list[Element]:
    """The provisions to which the steps of a citation lead."""
    if not steps:
        return []
    found = _counted(tree, _first(tree, steps[0]), steps[0])
    for step in steps[1:]:
        found = _counted(tree, [below for above in found for below in _below(tree, above, step)], step)
    return found


def _counted(tree: Tree, found: list[Element], step: CitationStep) -> list[Element]:
    """Of the rows with one number the one that is meant."""
    return tree.in_order(found)[step.place - 1 :][:1] if step.place else found


def _only(tree: Tree, printed: str) -> Element | None:
    """The provision that alone prints this number: the common case."""
    same = tree.numbered(printed)
    is_plain = len(same) == 1 and (
        same[0].kind is Kind.ARTICLE or ("." in printed and same[0].kind in _ITEMS)
    )
    return same[0] if is_plain and not _in_annex(tree, same[0]) else None


def _first(tree: Tree, step: CitationStep) -> list[Element]:
    found = _named(tree, step)
    own = [element for element in found if not _in_annex(tree, element)]
    is_freed = not own and any(not _in_annex(tree.law, element) for element in _named(tree.law, step))
    return own if own or is_freed else found


def _named(tree: Tree, step: CitationStep) -> list[Element]:
    """What a step names anywhere in the act; a bare number is an article, else a part that lies in no article."""
    if step.kind is None:
        if "." in step.number:
            return _cited(tree, (Kind.ARTICLE,), step) or _cited(tree, _BELOW_ARTICLE, step)
        parts = (part for part in _cited(tree, (Kind.PART,), step) if not _in_article(tree, part))
        return _cited(tree, (Kind.ARTICLE,), step) or list(parts)
    if step.number:
        articles = _cited(tree, (Kind.ARTICLE,), step) if step.kind is Kind.ARTICLE else []
        return articles or _cited(tree, _kinds(step), step)
    same = tree.of_kind(step.kind)
    return [each for each in same if not each.number] or same


def _kinds(step: CitationStep) -> tuple[Kind, ...]:
    """The kinds that a step may mean: "Article 12.1" is a part."""
    if step.kind is None or (step.kind is Kind.ARTICLE and "." in step.number):
        return _BELOW_ARTICLE
    return (step.kind,)


def _cited(tree: Tree, kinds: Iterable[Kind], step: CitationStep) -> list[Element]:
    found = [element for kind in kinds for number in _forms(step) for element in tree.cited(kind, number)]
    return _provisions_first(tree.in_order({element.key: element for element in found}.values()))


def _provisions_first(found: list[Element]) -> list[Element]:
    """A number that a provision and a row of a table both print is that of the provision."""
    return [element for element in found if element.kind is not Kind.ROW] or found


def _forms(step: CitationStep) -> set[str]:
    """A number as it is cited and by its value: II is 2. A single letter is that of an item, and no numeral."""
    is_letter = len(step.number) == 1 and (step.kind is None or step.kind in _ITEMS)
    value = "" if is_letter and step.number.isalpha() else value_of(step.number.upper())
    return {step.number.lower(), value or step.number.lower()}


def _below(tree: Tree, above: Element, step: CitationStep) -> list[Element]:
    """Children that match, else provisions further down, where the law has no such child that a draft numbers anew."""
    counted = _as_counted(tree, above, step)
    found = _provisions_first([child for child in _children(tree, above) if _matches(child, counted)])
    if found or _is_freed(tree, above, step):
        return found
    return [element for child in tree.children(above.key) for element in _below(tree, child, step)]


def _as_counted(tree: Tree, above: Element, step: CitationStep) -> CitationStep:
    """A step as it names what stands directly below. Items of annexes, their chapters and notes may be called by any word.

    Where a table stands there, a row is one of its rows.
    """
    holds_points = above.kind in _HOLD_POINTS or ("." in step.number and _in_annex(tree, above))
    if not (holds_points and step.number and step.kind in _BELOW_ARTICLE):
        return step
    if step.kind is Kind.ROW and any(each.kind in _OF_TABLES for each in tree.family(above)):
        return step
    is_named = any(_matches(child, step) for child in _children(tree, above))
    return step if is_named else CitationStep(None, step.number)


def _is_freed(tree: Tree, above: Element, step: CitationStep) -> bool:
    """Whether the law has something directly below that the step names, to which a draft gives another number.

    Points that keep their numbers where the words around them became a part are found further down.
    """
    was = tree.law.by_key.get(above.key)
    if was is None:
        return False
    step = _as_counted(tree.law, was, step)
    named = [child for child in _children(tree.law, was) if _matches(child, step)]
    now = (tree.by_key.get(child.key) for child in named)
    return bool(named) and not any(child is not None and _matches(child, step) for child in now)


def _children(tree: Tree, above: Element) -> Iterator[Element]:
    """What stands directly below, and in its chapters: points are counted through these.

    A paragraph has no number, so that its points are cited as those of its owner.
    """
    for child in tree.children(above.key):
        yield child
        if child.kind is Kind.PARAGRAPH or child.kind in UPPER_STRUCTURE:
            yield from _children(tree, child)


def _matches(element: Element, step: CitationStep) -> bool:
    if element.kind not in _kinds(step):
        return False
    return not step.number or not _forms(step).isdisjoint(numbers_of(element))


def _in_article(tree: Tree, element: Element) -> bool:
    return any(above.kind is Kind.ARTICLE for above in tree.above(element))


def _in_annex(tree: Tree, element: Element) -> bool:
    return annex_of(tree, element) is not None
