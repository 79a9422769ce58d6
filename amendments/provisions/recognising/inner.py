"""Numbers that stand behind another one in the same line: "5. (1) Everybody …", "Sec. 5. Fees. (a) The fee …", "Section 1. A. …"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amendments.provisions.conventions import Conventions
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lettered import first_letter, may_hold_list, places_inside
from amendments.provisions.recognising.lines import Line
from amendments.provisions.recognising.number_labels import read_item

_AS_FAR_AS = 200  # lines
_COUNTED = frozenset({Form.ITEM, Form.DECIMAL})
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Inner:
    """A label further right in a line, and where it begins; its own positions count from there."""

    place: int
    label: Label


def inner_labels(
    labels: Sequence[Label | None], lines: Sequence[Line], folded: Sequence[str], conventions: Conventions
) -> dict[int, list[Inner]]:
    """The further labels in each line. They count only if their list goes on in a line below."""
    reader = _InnerReader(labels, lines, folded, conventions)
    found = ((index, list(reader.read(index, label))) for index, label in enumerate(labels) if label)
    return {index: further for index, further in found if further}


def pieces(line: Line, label: Label, further: Sequence[Inner]) -> Iterator[tuple[Line, Label]]:
    """The parts of a line, each with the label that begins it. The blank between two parts belongs to the second."""
    starts = [0, *(inner.place for inner in further)]
    gap = line.gap
    for start, end, own in zip(
        starts, [*starts[1:], len(line.content)], [label, *(i.label for i in further)], strict=True
    ):
        whole = line.content[start:end]
        content = whole[: max(own.end, len(whole.rstrip()))]
        yield Line(line.number, gap, content), own
        gap = whole[len(content) :]


@dataclass(frozen=True, slots=True)
class _InnerReader:
    labels: Sequence[Label | None]
    lines: Sequence[Line]
    folded: Sequence[str]
    conventions: Conventions

    def read(self, index: int, label: Label) -> Iterator[Inner]:
        """The labels behind the first one, each opening a list in the one before."""
        if not may_hold_list(label):
            return
        outer, end = label, label.end
        for __ in range(_DEEPEST):
            places = places_inside(outer.form, self.lines[index].content, end)
            items = ((place, self._item(index, place)) for place in places)
            place, inner = next(((place, item) for place, item in items if item), (end, None))
            if inner is None or not self._goes_on(inner, outer, index):
                return
            yield Inner(place, inner)
            outer, end = inner, place + inner.end

    def _item(self, index: int, place: int) -> Label | None:
        content = self.lines[index].content[place:]
        return first_letter(content, self.conventions) or read_item(
            content, self.folded[index][place:], self.conventions
        )

    def _goes_on(self, inner: Label, outer: Label, index: int) -> bool:
        """Whether the second number of the list stands below, before the outer list goes on."""
        above = {reading.style for reading in outer.readings}
        firsts = {reading.style for reading in inner.readings if reading.value[0].value == 1} - above
        for label in self.labels[index + 1 : index + _AS_FAR_AS]:
            if label is not None and label.form is Form.HEADING:
                return False
            readings = label.readings if label is not None and label.form in _COUNTED else ()
            if any(reading.style in firsts and reading.value[0].value == 2 for reading in readings):
                return True
            if any(reading.style in above for reading in readings):
                return False
        return False
