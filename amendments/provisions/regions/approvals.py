"""Documents printed below the act that approves them: regulations, rules, a statute "approved by Decree No. 5"."""

from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser
from amendments.provisions.regions.signature import YEAR, Signatures

_LONGEST_LINE = 160
_MOST_LINES = 4


class Approvals:
    """Finds the captions that say who approved the document below them.

    The first stands under a signature; a further document of the same act has the same caption, and none above it.
    """

    def __init__(self, recogniser: Recogniser, act: PrintedAct, signatures: Signatures) -> None:
        words = recogniser.conventions
        self._act = act
        self._signatures = signatures
        self._is_last = words.approval_is_last
        before, after = (r"(?:.*[^\w])?", "$") if self._is_last else ("", r"(?![^\W_])")
        self._phrase = recogniser.pattern(words.approvals, after, before)

    def find(self, end: int) -> dict[int, int]:
        """How many lines each caption has, by its first line."""
        found: dict[int, int] = {}
        known: set[tuple[str, ...]] = set()
        for caption in (self._caption(index, end) for index in range(1, end)):
            if caption and (self._follows_signature(caption.start) or self._words(caption) in known):
                found[caption.start] = len(caption)
                known.add(self._words(caption))
        return found

    def _words(self, caption: range) -> tuple[str, ...]:
        """Who approved it and when: the first of several lines says only that, in the gender of the document.

        Where the words of approval end the caption, lines of a signature may stand before its last two.
        """
        lines = caption[-2:] if self._is_last else caption[int(len(caption) > 1) :]
        return tuple(self._act.folded[index] for index in lines)

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
