"""Where a file reads otherwise than the draft and nothing is marked: somebody typed without tracking the changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from amendments.importers.markup import TrackedEdit
from amendments.markings.change_stretches import Stretch, trimmed
from amendments.markings.joined_changes import Splice, spliced
from amendments.markings.placing_result import LeftOver
from amendments.markings.printed_places import PrintedPlace, PrintedText
from amendments.markings.unplaced import differs, differs_in_many
from amendments.provisions.scheme import Scheme
from amendments.provisions.tree import Element, Tree

MOST_LISTED = 20  # more are another text, and one line says how many
_TRIED = 6  # marks of one provision of which every choice may stand in the draft


@dataclass(frozen=True)
class Known:
    """A text from which the file may have left: by the number of a provision of the file the key of its own."""

    keys: Mapping[int, str]
    tree: Tree
    scheme: Scheme

    @cached_property
    def words(self) -> str:
        """All words of the text."""
        return _words(self.scheme.render(self.tree))

    def of(self, place: int) -> str:
        """The words of the provision that one of the file is."""
        element = self.tree.by_key.get(self.keys.get(place, ""))
        return self.printed(element) if element else ""

    def printed(self, element: Element) -> str:
        """The words of a provision with its number."""
        return _words(self.scheme.render(Tree((element,))))


@dataclass(frozen=True, slots=True)
class Difference:
    """The words of the draft and those of the file in one provision, which the file may leave out."""

    place: int | None  # the number of the provision in the file
    old: str
    new: str
    provision: str


def differences(file: PrintedText, edits: Sequence[TrackedEdit], known: Sequence[Known]) -> list[Difference]:
    """What differs from all texts from which the file may have left; the first of them is the most alike."""
    accepted = spliced(file.text, [(edit.start, edit.end, edit.new) for edit in edits])
    compared = _Compared(file, edits, known, _words(file.text) + _words(accepted))
    return [*compared.other_words(), *compared.missing()]


def listed(found: Sequence[Difference]) -> list[LeftOver]:
    """Each difference, or how many there are."""
    if len(found) > MOST_LISTED:
        return [LeftOver("", "", "", "", differs_in_many(len(found)))]
    return [LeftOver(each.old, each.new, "", "", differs(each.provision)) for each in found]


@dataclass(frozen=True)
class _Compared:
    file: PrintedText
    edits: Sequence[TrackedEdit]
    known: Sequence[Known]
    words: str = field(repr=False)  # of the file, with its changes rejected and accepted

    def other_words(self) -> Iterator[Difference]:
        """What the file writes otherwise, or more."""
        for place, printed in enumerate(self.file.places):
            new = _words(self.file.text[printed.start : printed.end])
            if self._is_known(place, new) or self._is_marked(place, printed):
                continue
            old = self.known[0].of(place).strip()
            change = trimmed(Stretch(0, len(old), new.strip()), old)
            name = self.known[0].scheme.cite(printed.element)
            yield Difference(place, old[change.start : change.end], change.new, name)

    def missing(self) -> Iterator[Difference]:
        """What the file leaves out."""
        known = self.known[0]
        there = set(known.keys.values())
        for element in known.tree:
            words = known.printed(element)
            if element.key not in there and not element.repealed and words not in self.words:
                yield Difference(None, words.strip(), "", known.scheme.cite(element))

    def _is_known(self, place: int, words: str) -> bool:
        return any(words in each.words and each.of(place) in self.words for each in self.known)

    def _is_marked(self, place: int, printed: PrintedPlace) -> bool:
        """Whether a text has the words with some of the changes that are marked in them; of many, with all."""
        text = self.file.text[printed.start : printed.end]
        here = [splice for edit in self.edits if (splice := _clipped(edit, printed))]
        counts = range(1, len(here) + 1) if len(here) <= _TRIED else [len(here)]
        return any(
            self._is_said(place, spliced(text, some))
            for count in counts
            for some in combinations(here, count)
        )

    def _is_said(self, place: int, text: str) -> bool:
        """Whether a text has the words; where all of them go, whether none has the provision."""
        if not text.strip():
            return not any(each.of(place) for each in self.known)
        return any(_words(text) in each.words for each in self.known)


def _clipped(edit: TrackedEdit, printed: PrintedPlace) -> Splice | None:
    """What a change does in a provision; what comes stands where the change begins. None for nothing."""
    start, end = max(edit.start, printed.start), min(edit.end, printed.end)
    new = edit.new if printed.start <= edit.start <= printed.end else ""
    return (start - printed.start, end - printed.start, new) if start < end or new else None


def _words(text: str) -> str:
    """The words, however lines and cells part them."""
    return f" {' '.join(text.replace('|', ' ').split())} "
