"""Documents printed below the act that approves them: regulations, rules, a statute "approved by Decree No. 5"."""

from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.regions.signature import YEAR, Signatures

_LONGEST_LINE = 160
_MOST_LINES = 4


class Approvals:
    """Finds the captions that say who approved the document below them. They stand under a signature."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct, signatures: Signatures) -> None:
        words = recogniser.conventions
        self._act = act
        self._signatures = signatures
        self._is_last = words.approval_is_last
        before, after = (r"(?:.*[^\w])?", "$") if self._is_last else ("", r"(?![^\W_])")
        self._phrase = recogniser.pattern(words.approvals, after, before)

    def find(self, end: int) -> dict[int, int]:
        """How many lines each caption has, by its first line."""
        captions = (self._caption(index, end) for index in range(1, end))
        return {
            caption.start: len(caption)
            for caption in captions
            if caption and self._follows_signature(caption.start)
        }

    def _caption(self, index: int, end: int) -> range:
        """The caption that begins or ends with this line, if the line holds the words of approval."""
        if not self._phrase.match(self._act.folded[index]) or not self._is_part(index) or index + 1 >= end:
            return range(0)
        start, stop = index, index + 1
        if self._is_last:
            while (
                stop - start < _MOST_LINES
                and self._is_part(start - 1)
                and not self._signatures.signs(start - 1)
                and not self._signatures.is_signed_below(start - 1)
            ):
                start -= 1
        else:
            while stop < end and stop - start < _MOST_LINES and self._is_part(stop) and self._goes_on(stop):
                stop += 1
            dated = (
                index for index in range(start, min(start + _MOST_LINES + 1, end)) if self._is_date(index)
            )
            stop = max(stop, next(dated, start) + 1)
        return range(start, stop)

    def _is_part(self, index: int) -> bool:
        content = self._act.content(index)
        return (
            self._act.label(index) is None
            and len(content) <= _LONGEST_LINE
            and not content.endswith((".", ";", ":"))
        )

    def _goes_on(self, index: int) -> bool:
        return self._act.content(index)[0].islower() or YEAR.search(self._act.folded[index]) is not None

    def _is_date(self, index: int) -> bool:
        return self._is_part(index) and YEAR.search(self._act.folded[index]) is not None

    def _follows_signature(self, start: int) -> bool:
        return bool(self._signatures.find(start)) and any(self._act.label(index) for index in range(start))
