"""Finds several provisions that are printed together, as repealed ones are: "а) - г) исключены", "2), 3) исключены"."""

import re
from collections.abc import Callable, Iterator, Sequence

from amendments.provisions.losses.read_act import ReadAct
from amendments.provisions.parsing.pending import Pending

_LABEL = r"(?:[^\W\d_]{1,2}|[0-9]{1,3}(?:-[0-9]{1,2})?)"
_FURTHER = re.compile(rf"(?:[-–—]|,|(?:и|and|və|to|по)(?= )) ?{_LABEL}[.)](?=\s)")
_TOGETHER = re.compile(rf"\(?{_LABEL}[.)]?(?: ?[-–—] ?|, ?| (?:и|and|və|to|по) ){_LABEL}\) *[^\W\d_]")
_LONGEST = 100


def begins_with_further(provision: Pending) -> bool:
    """Whether the words go on with the label of a further provision."""
    words = provision.heading or (provision.paragraphs[0] if provision.paragraphs else "")
    return bool(provision.value) and _FURTHER.match(words) is not None


def printed_together(read: ReadAct, plain: Sequence[int], is_free: Callable[[int], bool]) -> Iterator[int]:
    """Lines of text that begin with two labels; `is_free` says whether the line above has ended."""
    first = min(read.opening, default=len(read.act))
    for index in plain:
        content = read.act.content(index)
        if index > first and len(content) <= _LONGEST and _TOGETHER.match(content) and is_free(index):
            yield index
