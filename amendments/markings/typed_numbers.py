"""New lines that begin like a numbered provision and would be words of another one: the number does not fit in the place."""

import re
from collections.abc import Iterator, Sequence

from amendments.instructions.execution.placing import new_elements
from amendments.instructions.operations import Operation
from amendments.markings.change_stretches import Stretch
from amendments.markings.unplaced import Unplaced, unread_number
from amendments.provisions.tree import CELL_BORDER

_DASH = "[-–—‑−]"
_LABEL = re.compile(
    rf"\d[\d.]*{_DASH}0+(?!\w)"  # nothing else begins with "1-0"
    rf"|(?:[^\W\d_]+\s+)?[(\[§№]?\s?\d[\w.]*(?:{_DASH}\w+)*\s?[.)°º](?!\S)"  # "Article 4.", "(4)", "№ 4)"
    rf"|(?:[^\W\d_]|[IVXLC]+)\d*(?:{_DASH}\w+)*\.(?!\S)"  # "A.", "IV-1."
    rf"|\(?(?:([^\W\d_])\1?|[a-z]{{2}}|[ivxl]{{1,7}}|[IVXLC]{{1,7}})\d*(?:{_DASH}\w+)*\s?\)(?!\S)"  # "(a)", "a-1)"
)
_LETTERED = re.compile(
    r"^\s*(?P<letter>(?![IVX])[^\W\d_])\.\s+(?P<next>\S)", re.MULTILINE
)  # "A. x", "J. Smith"
_LONGEST = 40  # characters of a line that a message quotes


def check_numbers(text: str, stretch: Stretch, operations: Sequence[Operation]) -> None:
    """Refuse new lines with a number that the operations would write into the words of a provision; raises `Unplaced`."""
    numbered = [line for line in _new_lines(text, stretch) if _is_numbered(line, text, stretch)]
    worded = [line for each in operations for line in _worded(each) if _LABEL.match(line)]
    for line in numbered:
        if any(line.startswith(words.rstrip()) or words.startswith(line) for words in worded):
            raise Unplaced(unread_number(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"))


def _is_numbered(line: str, text: str, stretch: Stretch) -> bool:
    """Whether a line begins with a number. One with a letter and a capital, "J. Smith", does where others are lettered too."""
    lettered = _LETTERED.match(line)
    if lettered is None or not lettered["next"].isupper():
        return bool(_LABEL.match(line))
    return len({each["letter"] for part in (text, stretch.new) for each in _LETTERED.finditer(part)}) > 1


def _new_lines(text: str, stretch: Stretch) -> list[str]:
    """The lines that begin in what comes, without those that stand there already."""
    begins_line = text[: stretch.start].endswith("\n") or not stretch.start
    lines = stretch.new.split("\n")[0 if begins_line else 1 :]
    standing = {line.strip() for line in text[stretch.start : stretch.end].split("\n")}
    return [line.strip() for line in lines if line.strip() not in standing and CELL_BORDER not in line]


def _worded(operation: Operation) -> Iterator[str]:
    """The lines of all words; those of a new article may begin with its own number, which its heading bears."""
    for new in new_elements(operation):
        first, *others = new.text.split("\n")
        is_own = bool(new.heading) and first.startswith(f"{new.number}.")
        yield from others if is_own else (first, *others)
