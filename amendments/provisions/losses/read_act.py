"""The printed lines of an act after reading, and what became of each of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.provisions.losses.foreign_headings import ForeignHeadings
from amendments.provisions.messages import Message
from amendments.provisions.parsing.pending import Pending
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.recogniser import PrintedAct
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_SHOWN = 5  # places that a message names
_DEEP = 3  # levels: "75.1.4" is no quantity, even without a full stop


def chain(provision: Pending | None) -> Iterator[Pending]:
    """A provision, then those above it."""
    while provision is not None:
        yield provision
        provision = provision.parent


@dataclass(frozen=True, slots=True)
class ReadAct:
    """Lines are counted from 0 here; findings and provisions name them as an editor does."""

    act: PrintedAct
    kinds: Mapping[int, Kind]  # of the stretches that are no provisions
    opening: frozenset[int]  # lines that begin a provision
    headed: frozenset[int]  # further lines of headings
    provisions: Sequence[Pending]
    foreign: ForeignHeadings
    read: Callable[[str], Label | None]  # what words introduce, in the language of the act

    def indices(self) -> dict[int, int]:
        """The first place of each line by its number. A line that was divided has several places."""
        return {line.number: index for index, line in reversed(list(enumerate(self.act.lines)))}

    def holders(self) -> list[Pending | None]:
        """By line, the provision whose words it is."""
        indices = self.indices()
        places = {indices[provision.line]: provision for provision in self.provisions}
        held: list[Pending | None] = []
        for index in range(len(self.act)):
            held.append(places.get(index, held[-1] if held else None))
        return held

    def begins_numbered(self, index: int) -> Label | None:
        """The number or numbered heading with which a line begins, even if it did not become a provision."""
        label = self.act.begins[index] or self._first_cell(index)
        if label is None or not label.value or label.form is Form.NOTE:
            return None
        is_deep = label.form is Form.DECIMAL and len(label.value) >= _DEEP
        return label if label.is_marked or is_deep or label.form is Form.HEADING else None

    def _first_cell(self, index: int) -> Label | None:
        """What the first cell of a row with bars introduces. A number alone in its cell needs no full stop."""
        content = self.act.content(index)
        sign = "|" if content.startswith("|") else "\t"
        if sign not in content:
            return None
        cell = content.strip("| \t").partition(sign)[0].strip()
        label = self.read(cell)
        return replace(label, is_marked=label.is_marked or label.end == len(cell)) if label else None

    def finding(
        self, code: str, lines: Iterable[int], said: Callable[[int, str], Message], *, stops: bool
    ) -> list[Finding]:
        """One finding for all these lines; `said` gets their number and the first places. None for no lines."""
        places = list(lines)
        if not places:
            return []
        numbers = [self.act.lines[index].number for index in places]
        first = ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")
        message = said(len(numbers), first)
        return [Finding(numbers[0], code, message, len(numbers), stops, tuple(numbers[1:]))]
