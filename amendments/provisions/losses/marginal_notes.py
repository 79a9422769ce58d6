"""Finds marginal notes that a copy put above their sections with a full stop: "Interpretation." / "2. In this Act—"."""

from collections.abc import Iterator, Sequence

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.recognising.bare_numbers import NUMBERED
from amendments.provisions.recognising.labels import Form
from amendments.provisions.tree import Kind

_LONGEST = 6  # words
_FEWEST = 2


def marginal_notes(read: ReadAct, plain: Sequence[int]) -> Iterator[int]:
    """The lines, where half of the sections have one."""
    sections = [index for index in sorted(read.opening) if _is_section(read, index)]
    found = frozenset(plain)
    notes = [index - 1 for index in sections if index - 1 in found and _is_note(read, index - 1)]
    if len(notes) >= _FEWEST and 2 * len(notes) >= len(sections):
        yield from notes


def _is_section(read: ReadAct, index: int) -> bool:
    """Whether a line begins with "2.", and its number is that of an article or stands in a chapter."""
    label = read.act.label(index)
    if label is None or not label.readings or label.readings[0].style not in {NUMBERED, "arabic."}:
        return False
    return label.form is Form.HEADING or label.kind is Kind.PART


def _is_note(read: ReadAct, index: int) -> bool:
    """Whether a line is a few words with a full stop, and the line above has ended."""
    content = read.act.content(index)
    is_short = content.endswith(".") and content[0].isupper() and len(content.split()) <= _LONGEST
    is_first = index < min(read.opening)
    return is_short and (is_first or read.act.content(index - 1).endswith((".", ";", ":", "—")))
