"""Whether the draft with what is placed reads as the file does with the same changes accepted, provision by provision."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from amendments.importers.markup import TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.markings.joined_changes import are_same_words, spliced
from amendments.markings.printed_places import PrintedText
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import CELL_BORDER, OUTSIDE_THE_LAW, Element, Kind, Tree

_Path = tuple[tuple[Kind, str], ...]  # the kind and the number of a provision and of all above it
_Worded = tuple[_Path, Element]


@dataclass(frozen=True)
class AcceptedText:
    """A file and the draft. Provisions in which they differ without the changes are not compared.

    `standing` are the changes that the draft makes already.
    """

    file: PrintedText
    standing: Sequence[TrackedEdit]
    working: Tree
    scheme: Scheme

    def is_said(self, edits: Iterable[TrackedEdit], operations: Sequence[Operation]) -> bool:
        """Whether the operations give the draft the words that the edits give the file."""
        try:
            draft = execute(self.working, operations, self.scheme)
        except Refused:
            return False
        one, other = map(self._compared, (self._read(edits), draft))
        return len(one) == len(other) and all(map(_is_same, one, other))

    def _read(self, edits: Iterable[TrackedEdit]) -> Tree:
        """The file with these changes."""
        accepted = sorted([*self.standing, *edits], key=lambda each: (each.start, each.end))
        if not accepted:
            return self.file.tree
        splices = [(each.start, each.end, each.new) for each in accepted]
        return self.scheme.parse(spliced(self.file.text, splices)).tree

    def _compared(self, tree: Tree) -> list[_Worded]:
        differing, is_in_order = self._differing
        found = [each for each in _worded(tree) if each[0] not in differing]
        return found if is_in_order else sorted(found, key=itemgetter(0))

    @cached_property
    def _differing(self) -> tuple[frozenset[_Path], bool]:
        """The provisions with other words in the draft, and whether the others stand in the same order."""
        found: dict[_Path, tuple[list[Element], list[Element]]] = {}
        trees = self._read(()), self.working
        for side, tree in enumerate(trees):
            for path, element in _worded(tree):
                found.setdefault(path, ([], []))[side].append(element)
        differing = frozenset(
            path
            for path, (file, draft) in found.items()
            if len(file) != len(draft) or not all(map(_has_words_of, file, draft))
        )
        one, other = ([path for path, _ in _worded(tree) if path not in differing] for tree in trees)
        return differing, one == other


def _worded(tree: Tree) -> Iterator[_Worded]:
    """The provisions in force that have words, each with its path."""
    paths: dict[str, _Path] = {"": ()}
    for element in tree:
        paths[element.key] = path = ((element.kind, element.number), *paths[element.parent])
        if (element.heading or element.text) and not element.repealed and element.kind not in OUTSIDE_THE_LAW:
            yield path, element


def _is_same(one: _Worded, other: _Worded) -> bool:
    return one[0] == other[0] and _has_words_of(one[1], other[1])


def _has_words_of(one: Element, other: Element) -> bool:
    if one.heading == other.heading and one.text == other.text:
        return True
    texts = (each.text.rstrip(CELL_BORDER) for each in (one, other))
    return are_same_words(one.heading, other.heading) and are_same_words(*texts)
