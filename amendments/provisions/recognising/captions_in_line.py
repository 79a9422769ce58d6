"""The caption of an annex in one line with the act that it belongs to: "Annex 2 to the Law on Migration".

The line is cut between the label and the name of the act, so that it is read as if each stood on a line of its own. A
line that stands inside a sentence, in a list of annexes or in a quotation is no caption.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from amendments.provisions.conventions import Conventions
from amendments.provisions.lookalikes import Folder
from amendments.provisions.recognising.labels import Form, Label
from amendments.provisions.recognising.lines import BLANK, Line
from amendments.provisions.tree import Kind

_LONGEST = 400  # characters: the name of an act may be long
_LONGEST_LABEL = 60
_LONGEST_DATE = 60
_CLOSED = re.compile(r"[.!?…][”“\"»’)\]]*(?:\s*\[[0-9]{1,4}\])*$")
_GOES_ON = (".", ";", ":", ",", "!", "?", "—", "–", "-")
_EDGE = r"(?![^\W_])"
_QUALIFIED = r"(?P<qualified>(?:[^\W\d_][\w’'-]{0,30} +){0,4}?)"  # "Immigration" Act, "Федеральному" закону


class CaptionReader:
    """Knows the words by which a caption names its act: `annex_owners`, and `to_owner` before them."""

    def __init__(self, conventions: Conventions, folder: Folder, read: Callable[[str], Label | None]) -> None:
        self._read = read
        self._fold = folder.fold
        self._own = tuple(map(folder.fold, conventions.own))
        owners = folder.any_of(conventions.annex_owners)
        to_act = rf"(?:{folder.any_of(conventions.to_owner)}) +{_QUALIFIED}(?:{owners}){_EDGE}"
        self._to_act = re.compile(rf"[{BLANK}]+(?={to_act})")
        self._begin = re.compile(to_act if conventions.to_owner else "")
        self._end_of_name = re.compile(rf"(?<![^\W_])(?:{owners})[”“»\"]*[{BLANK}]+")

    def apart(
        self,
        lines: Sequence[Line],
        folded: Sequence[str],
        begins: Sequence[Label | None],
        quoted: frozenset[int],
    ) -> list[Line]:
        """The lines. A caption is cut in two; the blank between the pieces belongs to the second."""
        places = [
            0 if begins[index] or index in quoted else self._place(line.content, words)
            for index, (line, words) in enumerate(zip(lines, folded, strict=True))
        ]
        found: list[Line] = []
        for index, (line, place) in enumerate(zip(lines, places, strict=True)):
            is_listed = any(places[max(index - 1, 0) : index]) or any(places[index + 1 : index + 2])
            if place and not is_listed and _stands_apart(lines, begins, index):
                found += _pieces(line, place)
            else:
                found.append(line)
        return found

    def _place(self, content: str, folded: str) -> int:
        """Where the second piece begins; 0 in a line that is no caption."""
        if len(content) > _LONGEST or content.endswith(_GOES_ON) or "\t" in content or "|" in content:
            return 0
        return self._before_act(content, folded) or self._before_annex(content, folded)

    def _before_act(self, content: str, folded: str) -> int:
        """“Annex 2” | “to the Law on …”."""
        match = self._to_act.search(folded, 0, _LONGEST_LABEL)
        is_label = match is not None and self._is_annex(content[: match.start()])
        return match.end() if match and is_label and self._names_act(content[match.end() :]) else 0

    def _before_annex(self, content: str, folded: str) -> int:
        """“… Qanununa” | “2 nömrəli əlavə”."""
        if not self._begin.match(folded):
            return 0
        for match in self._end_of_name.finditer(folded, max(len(folded) - _LONGEST_LABEL, 0)):
            if self._is_annex(content[match.end() :]):
                return match.end()
        return 0

    def _names_act(self, words: str) -> bool:
        """Whether what stands before "Act" is a part of its name: "the Immigration Act", no "the duty to act"."""
        match = self._begin.match(self._fold(words))
        start, stop = match.span("qualified") if match else (0, 0)
        return all(
            word[0].isupper() or self._fold(word).startswith(self._own) for word in words[start:stop].split()
        )

    def _is_annex(self, words: str) -> bool:
        label = self._read(words) if words else None
        return label is not None and label.kind is Kind.ANNEX and label.end == len(words)


def _stands_apart(lines: Sequence[Line], begins: Sequence[Label | None], index: int) -> bool:
    """Whether the words above have ended and those below begin anew."""
    goes_on = any(line.content[0].islower() for line in lines[index + 1 : index + 2])
    return index > 0 and not goes_on and _has_ended(lines[index - 1], begins[index - 1], lines[index].gap)


def _has_ended(above: Line, label: Label | None, gap: str) -> bool:
    """Whether a line ends what it says: by a full stop; without one, a signature, a row, or words that stand apart."""
    content = above.content
    if _CLOSED.search(content):
        return True
    is_open = content.endswith(_GOES_ON) or (label is not None and label.form is Form.HEADING)
    is_row = "\t" in content or "|" in content
    is_date = content[-1].isdecimal() or (len(content) <= _LONGEST_DATE and any(map(str.isdecimal, content)))
    is_name = content.split()[-1][0].isupper()
    return not is_open and (is_row or is_date or is_name or gap.count("\n") > 1)


def _pieces(line: Line, place: int) -> Iterator[Line]:
    before = line.content[:place].rstrip()
    yield Line(line.number, line.gap, before)
    yield Line(line.number, line.content[len(before) : place], line.content[place:])
