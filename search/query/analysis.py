"""Text to words: the same for every engine, for the index, the query and the highlights.

Folding comes before lower case and before accents are stripped: Azerbaijani `ə`, `ı` and `İ` have no
decomposition, so a general folding would leave them and a word typed in ASCII would find nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_MAX_LETTERS = 40  # of one word: longer ones are data, not language
_MOST_READ = 160  # characters of one word: accents may stand apart
_INSIDE = r"\w\u0300-\u036f\u00ad\u200c\u200d\u2060"  # accents typed apart, soft hyphens and joiners of word processors
_WORD = re.compile(rf"\d+(?:[.-]\d+)+(?!\w)|[^\W_][{_INSIDE}]*(?:['’ʼ][^\W_][{_INSIDE}]*)*")
_BEFORE = str.maketrans("əƏıİёЁ’ʼ", "eEiIеЕ''", "\u00ad\u200c\u200d\u2060")


class _Accents(dict[int, str]):
    """Translation table that learns letters as it meets them: accents fall, the Cyrillic й stays a letter."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = unicodedata.normalize("NFKD", letter)
        is_itself = letter == "й" or parts == letter
        self[code] = letter if is_itself else "".join(part for part in parts if part.isalnum()).lower()
        return self[code]


_ACCENTS = _Accents()
_AZERBAIJANI = re.compile("[əƏğĞıİşŞçÇöÖüÜ]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word and where it stands in the original text."""

    start: int
    end: int
    word: str


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_BEFORE).lower().translate(_ACCENTS)


def letters_of(text: str) -> str:
    """The language of which the letters are: "az", "ru"; "" where they may be of any."""
    if _CYRILLIC.search(text):
        return "ru"
    return "az" if _AZERBAIJANI.search(text) else ""


def fold(text: str) -> str:
    """The form in which texts are compared: no case, accents or apostrophes."""
    return _lower(text).replace("'", "")


@lru_cache(maxsize=200_000)
def _word(written: str) -> str:
    return _lower(written).removesuffix("'s").replace("'", "")[:_MAX_LETTERS]


def tokens(text: str) -> Iterator[Token]:
    """The words of a text in order, folded: "12.3" and "12-1.1" are one each, "State's" is "state"."""
    for match in _WORD.finditer(text):
        if word := _word(match[0][:_MOST_READ]):
            yield Token(match.start(), match.end(), word)


def words(text: str) -> list[str]:
    """The folded words of a text, where their places do not matter."""
    return [word for written in _WORD.findall(text) if (word := _word(written[:_MOST_READ]))]
