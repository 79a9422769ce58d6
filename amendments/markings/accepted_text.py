"""Whether the draft with what is placed reads as the file does with the same changes accepted, provision by provision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from amendments.importers.markup import TrackedEdit
from amendments.instructions.execute import execute
from amendments.instructions.instruction_errors import Refused
from amendments.instructions.operations import Operation
from amendments.markings.joined_changes import are_same_words, spliced, words_and_signs
from amendments.markings.merged_words import merged_words
from amendments.markings.printed_places import PrintedText
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import CELL_BORDER, OUTSIDE_THE_LAW, Kind, Tree

_Path = tuple[tuple[Kind, str], ...]  # the kind and the number of a provision and of all above it
_ROW = "\N{PILCROW SIGN}"
_Words = tuple[str, str]  # heading and text
_Worded = tuple[_Path, _Words]


@dataclass(frozen=True)
class AcceptedText:
    """A file and the draft. Where they differ without the changes, those of both together are compared.

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
        accepted = self._read(edits)
        one, other = map(self._compared, (accepted, draft))
        return len(one) == len(other) and all(map(_is_same, one, other)) and self._is_merged(accepted, draft)

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

    def _is_merged(self, accepted: Tree, draft: Tree) -> bool:
        """Whether the provisions in which the file and the draft differed say now what the changes of both say."""
        differing, _ = self._differing
        after = _by_path(accepted), _by_path(draft)
        return all(
            _is_merged(before, (after[0].get(path, []), after[1].get(path, [])))
            for path, before in differing.items()
        )

    @cached_property
    def _differing(self) -> tuple[Mapping[_Path, tuple[list[_Words], list[_Words]]], bool]:
        """The provisions with other words in the draft, and whether the others stand in the same order."""
        trees = self._read(()), self.working
        file, draft = map(_by_path, trees)
        differing = {
            path: (file.get(path, []), draft.get(path, []))
            for path in {**file, **draft}
            if not _are_same(file.get(path, []), draft.get(path, []))
        }
        one, other = ([path for path, _ in _worded(tree) if path not in differing] for tree in trees)
        return differing, one == other


def _worded(tree: Tree) -> Iterable[_Worded]:
    """The provisions in force that have words, each with its path. A table has those of its rows."""
    paths: dict[str, _Path] = {"": ()}
    found: dict[str, _Worded] = {}
    for element in tree:
        paths[element.key] = path = ((element.kind, element.number), *paths[element.parent])
        if element.repealed or element.kind in OUTSIDE_THE_LAW:
            continue
        if element.kind is Kind.ROW:
            row = _in_rows(f"{element.number}\t{element.text}")
            path, (heading, text) = found.get(element.parent, (paths[element.parent], ("", "")))
            found[element.parent] = path, (heading, text + row)
        elif element.kind is Kind.TABLE:
            found[element.key] = path, (element.heading, _in_rows(element.text))
        elif element.heading or element.text:
            found[element.key] = path, (element.heading, element.text)
    return found.values()


def _in_rows(lines: str) -> str:
    """The rows of a table, each behind a sign."""
    return "".join(f" {_ROW} {line.rstrip(CELL_BORDER)}" for line in lines.split("\n") if line)


def _by_path(tree: Tree) -> dict[_Path, list[_Words]]:
    found: dict[_Path, list[_Words]] = {}
    for path, words in _worded(tree):
        found.setdefault(path, []).append(words)
    return found


def _is_merged(before: tuple[list[_Words], list[_Words]], after: tuple[list[_Words], list[_Words]]) -> bool:
    """Whether the draft reads after the changes as the file, as before where this stayed, or as both say together."""
    (file, draft), (accepted, said) = before, after
    if _are_same(said, draft) and _are_same(accepted, file):
        return True
    if _are_same(said, accepted):
        return True
    if not len(file) == len(draft) == len(accepted) == len(said) == 1:
        return False
    return all(
        merged_words(*words) == words_and_signs(found)
        for *words, found in zip(file[0], accepted[0], draft[0], said[0], strict=True)
    )


def _is_same(one: _Worded, other: _Worded) -> bool:
    return one[0] == other[0] and _has_words_of(one[1], other[1])


def _are_same(one: Sequence[_Words], other: Sequence[_Words]) -> bool:
    return len(one) == len(other) and all(map(_has_words_of, one, other))


def _has_words_of(one: _Words, other: _Words) -> bool:
    return one == other or all(map(are_same_words, one, other))
