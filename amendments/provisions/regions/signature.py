"""The end of an act: who signed it, where, when and under which number."""

import re

from amendments.provisions.recognising.labels import Form
from amendments.provisions.recognising.recogniser import PrintedAct, Recogniser

YEAR = re.compile(r"\b(?:1[89]|20)[0-9]{2}\b")
# Chosen on the real acts of docs/fidelity.md, so that every number there is read or counted.
_LONGEST_LINE = 110
_LONGEST_DATE = 60
_MOST_NAMES = 6
_MARKS = re.compile(r"(?:\s*\[[0-9]{1,4}\])+$")  # of notes, behind the full stop of a sentence
_LONGEST_SHORT = 4  # "г. Минск"


class Signatures:
    """Finds signatures by the offices and number signs of one set of conventions."""

    def __init__(self, recogniser: Recogniser, act: PrintedAct) -> None:
        words = recogniser.conventions
        self._act = act
        self._office = recogniser.pattern(words.offices, r"(?![^\W_])", r"(?:[^,;]{0,60}[ ,])?")
        self._signing = recogniser.pattern(words.signing, r"(?![^\W_])")
        self._number = recogniser.pattern(words.number_signs, " {0,4}[0-9]")

    def find(self, stop: int) -> range:
        """The signature that stands last before `stop`; it needs an office, a date or a number."""
        start = stop
        while start > 0 and self._may_sign(start - 1):
            start -= 1
        anchor = next((index for index in range(start, stop) if self._is_anchor(index)), None)
        if anchor is None or start == 0:
            return range(0)
        return range(max(start, anchor - 1), stop)

    def signs(self, index: int) -> bool:
        """Whether a line holds an office or the number of the act."""
        folded = self._act.folded[index]
        return self._number.match(folded) is not None or self._office.match(folded) is not None

    def is_signed_below(self, index: int) -> bool:
        """Whether a line is the name of a person below the office: "Artur UYDURMA"."""
        content = self._act.content(index)
        is_person = _is_name(content) and content.split()[-1].isupper()
        return is_person and index > 0 and self.signs(index - 1)

    def _may_sign(self, index: int) -> bool:
        content, label = self._act.content(index), self._act.label(index)
        if len(content) > _LONGEST_LINE or content.endswith((";", ":")):
            return False
        is_initial = label is not None and label.form is Form.ITEM and label.number.isalpha()
        if label is not None and not is_initial:
            return False
        return self._is_anchor(index) or _is_name(content)

    def _is_anchor(self, index: int) -> bool:
        folded = self._act.folded[index]
        if self._number.match(folded) or self._signing.match(folded):
            return True
        folded = _MARKS.sub("", folded)
        if folded.endswith(".") and not folded.endswith(" il."):
            return False
        is_date = len(folded) <= _LONGEST_DATE and YEAR.search(folded) is not None
        return is_date or self._office.match(folded) is not None


def _is_name(content: str) -> bool:
    """A few capitalised words or initials, as a person signs."""
    content = _MARKS.sub("", content)
    words = content.replace(".", ". ").split()
    are_large = all(
        word[0].isupper() or (word.endswith(".") and len(word) <= _LONGEST_SHORT) for word in words
    )
    return 0 < len(words) <= _MOST_NAMES and are_large and not content.endswith((".", "?", "!"))
