"""Comparing printed words in spite of case, look-alike letters, dashes, no-break spaces and letter-spacing.

Accents that stand beside their letter, soft hyphens and other invisible characters count as spacing.

Folding keeps the length of a line, so that a position in the folded line is a position in the printed one.
"""

import re
from collections.abc import Mapping

_COMMON = {
    "İ": "i",
    "ı": "i",
    "I": "i",
    **dict.fromkeys("–—‑−‒", "-"),
    **dict.fromkeys(
        "\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    "*": " ",  # of bold print in Markdown
    **dict.fromkeys("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", " "),
    **dict.fromkeys(map(chr, range(0x300, 0x370)), " "),  # combining accents
}


class Folder:
    """Folds lines with the look-alikes of one language on top of those common to all."""

    def __init__(self, folds: Mapping[str, str]) -> None:
        pairs = dict(_COMMON)
        for letter, plain in folds.items():
            pairs[letter] = pairs[letter.upper()] = plain
        self._table = str.maketrans(
            {letter: plain[:1] for letter, plain in pairs.items() if len(letter) == 1}
        )

    def fold(self, printed: str) -> str:
        """The text in small letters with look-alikes replaced. Its length does not change."""
        return printed.translate(self._table).lower()

    def pattern(self, phrase: str) -> str:
        """A regular expression for a phrase in folded text, letter-spaced or not."""
        words = [" {0,2}".join(re.escape(letter) for letter in word) for word in self.fold(phrase).split()]
        return " {1,6}".join(words)

    def any_of(self, phrases: tuple[str, ...]) -> str:
        """A regular expression for any of the phrases, the longest first; never matches when there are none."""
        if not phrases:
            return r"(?!)"
        return "|".join(self.pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True))
