"""Finding the provision that a citation names: "12.3.1", "12-1", "Chapter 2", "45 note", "9(1)(a)", an eId.

A bare number means an article or what stands below one. Where an annex repeats the numbers of the act, the act is meant.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from amendments.provisions.conventions import Conventions
from amendments.provisions.errors import BadNumber, ProvisionAmbiguous, ProvisionNotFound
from amendments.provisions.folding import Folder
from amendments.provisions.numbers import ProvisionNumber, number_style
from amendments.provisions.tree import Element, Kind, Tree

_TOKEN = re.compile(r"[^\s()“”«»\",;]+")
_NUMERAL = re.compile(r"[0-9]+(?:[.-][0-9]+)*|[ivxlcdm]+(?:-[0-9ivx]+)?|[^\W\d_]{1,2}")
_ITEMS = frozenset({Kind.PART, Kind.POINT, Kind.SUBPOINT})
_BELOW_ARTICLE = _ITEMS | {Kind.ARTICLE}
_WITHOUT_NUMBER = frozenset({Kind.NOTE, Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING, Kind.CONTENTS})
_KIND_WORDS: dict[str, Kind] = {kind.value: kind for kind in Kind if kind not in {Kind.APPARATUS, Kind.TABLE}}
_JOINERS = frozenset({"of", "the", "nomreli", "№"})


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a citation; `kind` is None where only a number is given."""

    kind: Kind | None
    number: str


def find(tree: Tree, cited: str, conventions: Conventions | None = None) -> Element:
    """The one provision that is cited; raises `ProvisionNotFound` or `ProvisionAmbiguous`.

    With `conventions` the words of that language are understood too ("2-ci fəsil", "12.3-cü maddə").
    """
    if element := tree.by_eid.get(cited.strip()) or _only(tree, cited.strip()):
        return element
    steps = _Words(conventions).steps(cited)
    if not steps:
        raise ProvisionNotFound(cited)
    found = _first(tree, steps[0])
    for step in steps[1:]:
        found = [below for above in found for below in _below(tree, above, step)]
    if not found:
        raise ProvisionNotFound(cited)
    if len(found) > 1:
        raise ProvisionAmbiguous(cited, [element.eid for element in found])
    return found[0]


def _only(tree: Tree, printed: str) -> Element | None:
    """The provision that alone prints this number: the common case, found without reading the whole act."""
    same = tree.by_number.get(printed, [])
    is_plain = len(same) == 1 and (
        same[0].kind is Kind.ARTICLE or ("." in printed and same[0].kind in _ITEMS)
    )
    return same[0] if is_plain else None


class _Words:
    """Reads the levels out of a citation, the outermost first."""

    def __init__(self, conventions: Conventions | None) -> None:
        self.folder = Folder(conventions.folds if conventions else {})
        self.kinds = {self.folder.fold(word): kind for word, kind in _KIND_WORDS.items()}
        self.numerals: dict[str, int] = {}
        self.endings: tuple[str, ...] = ()
        if conventions:
            self.endings = tuple(self.folder.fold(ending) for ending in conventions.ordinal_endings)
            self.numerals = {
                self.folder.fold(word): value for word, value in conventions.numeral_words.items()
            }
            for word, kind in _own_words(conventions):
                self.kinds[self.folder.fold(word)] = kind

    def steps(self, cited: str) -> list[Step]:
        """Numbers with the word beside them; a citation with "of" starts from the innermost level."""
        tokens = [self.folder.fold(token).rstrip(".:") for token in _TOKEN.findall(cited)]
        steps: list[Step] = []
        pending: Kind | None = None  # a word that waits for its number
        for token in tokens:
            kind = self._kind(token)
            if token in _JOINERS or not token:
                continue
            if kind is None:
                steps.append(Step(pending, self._number(token)))
                pending = None
            elif kind in _WITHOUT_NUMBER:
                steps.append(Step(kind, ""))
            elif pending is None and steps and steps[-1].kind is None and steps[-1].number:
                steps[-1] = Step(kind, steps[-1].number)
            else:
                pending = kind
        if pending is not None:
            steps.append(Step(pending, ""))
        return steps[::-1] if "of" in tokens else steps

    def _kind(self, token: str) -> Kind | None:
        """The kind that a word names, in any grammatical case: “maddənin” is “maddə”."""
        stems = [word for word in self.kinds if token.startswith(word) and len(token) - len(word) <= 6]
        return self.kinds[max(stems, key=len)] if stems else None

    def _number(self, token: str) -> str:
        for ending in self.endings:
            if token.endswith(ending) and token[: -len(ending)][-1:].isdigit():
                return token[: -len(ending)]
        return str(self.numerals.get(token, token))


def _own_words(conventions: Conventions) -> Iterable[tuple[str, Kind]]:
    for heading in conventions.headings:
        for word in heading.words:
            yield word.split()[-1], heading.kind
    for note in conventions.notes:
        yield note, Kind.NOTE
    for kind, cited in conventions.citation.kinds.items():
        words = re.sub(r"\{[a-z]+\}", "", cited.alone).split()
        if len(words) == 1 and len(words[0]) > 2:
            yield words[0], kind


def _first(tree: Tree, step: Step) -> list[Element]:
    found = [element for element in tree if _matches(element, step)]
    if step.kind is None and any(element.kind is Kind.ARTICLE for element in found):
        found = [element for element in found if element.kind is Kind.ARTICLE]
    elif step.kind is None and "." not in step.number:
        found = [element for element in found if element.kind is Kind.PART]
    return [element for element in found if not _in_annex(tree, element)] or found


def _below(tree: Tree, above: Element, step: Step) -> Sequence[Element]:
    """Children that match, else provisions further down; what annexes and notes count goes by several names."""
    children = tree.children(above.key)
    found = [child for child in children if _matches(child, step)]
    if not found and above.kind in (Kind.ANNEX, Kind.NOTE) and step.number:
        items = (child for child in children if child.kind in _BELOW_ARTICLE)
        found = [child for child in items if _is_number(child, step.number)]
    if found:
        return found
    return [element for child in children for element in _below(tree, child, step)]


def _matches(element: Element, step: Step) -> bool:
    if step.kind is None and element.kind not in _BELOW_ARTICLE:
        return False
    is_whole_number = step.kind is Kind.ARTICLE and "." in step.number  # "Article 12.1" is a part
    if (
        step.kind is not None
        and element.kind is not step.kind
        and not (is_whole_number and element.kind in _ITEMS)
    ):
        return False
    return not step.number or _is_number(element, step.number)


def _is_number(element: Element, number: str) -> bool:
    """Equal as printed, in value (II = 2), or by the number in the eId (Birinci = 1)."""
    if number == element.number.lower() or element.eid.rpartition("__")[2].endswith("_" + number):
        return True
    are_letters = number_style(element.number) == "letter", number_style(number.upper()) == "letter"
    return are_letters == (False, False) and _components(element.number) == _components(number) != ()


@lru_cache(maxsize=8192)
def _components(number: str) -> tuple[object, ...]:
    try:
        return ProvisionNumber.parse(
            number.upper() if number.islower() and len(number) > 1 else number
        ).components
    except BadNumber:
        return ()


def _in_annex(tree: Tree, element: Element) -> bool:
    while element.parent:
        element = tree.by_key[element.parent]
        if element.kind is Kind.ANNEX:
            return True
    return False
