"""Cuts a text into the smallest pieces that a redline may mark: words, figures, citations and single separators."""

import re
from functools import lru_cache
from unicodedata import category

from amendments.provisions.tree import CELL_BORDER

# Invisible characters and skin tones that belong to the character before them.
_EXTENDERS = "\u00ad\u200c\u200d\u2060\U0001f3fb-\U0001f3ff"
# Scripts written without spaces between words: there a character with its marks is the smallest piece.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_has_unspaced = re.compile(f"[{_UNSPACED}]").search

SHORT_WORD = 4  # letters
_FIRST_MARK = "\u0300"
_LONG_TEXT = 100_000  # characters; from here on every word is kept once, for room
_SMALL_TEXT = 40  # characters; longer runs are not looked into

_SENTENCE_ENDS = frozenset(".;:!?…。；：！？।؛؟")


def split_words(text: str) -> list[str]:
    """The pieces of a text in order; joined they are the text."""
    marks = ""
    if not text.isascii():
        marks = "".join(sorted(c for c in set(text) if c >= _FIRST_MARK and category(c)[0] == "M"))
    pattern = _pattern(marks, bool(_has_unspaced(text)))
    if len(text) < _LONG_TEXT:
        return pattern.findall(text)
    known: dict[str, str] = {}
    return [known.setdefault(piece, piece) for piece in (match[0] for match in pattern.finditer(text))]


@lru_cache(maxsize=256)
def _pattern(marks: str, unspaced: bool) -> "re.Pattern[str]":
    r"""Words for a text with these combining marks, which Python's \w leaves out."""
    extend = f"[{_EXTENDERS}{marks}]"
    letter = rf"[^\W{_UNSPACED}]" if unspaced else r"\w"
    word = rf"{letter}(?:{letter}|{extend})*" if unspaced else rf"\w[\w{_EXTENDERS}{marks}]*"
    hyphen = r"['’ʼ‐‑-]"  # L'homme, 10-cu, L121-1
    figure = r"[.,/:–](?=\d)"  # 9.3.6, 12/2023, 0,5, 118.3.2–118.3.5
    thousands = r"(?<!\d{4})[ \u00a0\u202f](?=\d{3}(?!\w))"  # 30 000
    letters_of_citation = r"\((?:(?<=[\d)]\()|(?<=\d[A-Za-z]\())\w{1,5}\)"  # 12(3)(a)
    label = r"\((?:\d\w{0,3}|\w)\)|\[\^?\d+\]"  # (3), (a), [12]
    whole = rf"{word}(?:(?:{hyphen}|(?<=\d)(?:{figure}|{thousands})){word}|{letters_of_citation})*"
    single = rf"[^\w\s]{extend}*(?:(?<=\u200d)[^\w\s]{extend}*)*"
    character = rf"[{_UNSPACED}]{extend}*|" if unspaced else ""
    return re.compile(rf"{character}{whole}|{label}|\r\n|\s{extend}*|{single}")


def is_word(piece: str) -> bool:
    """Whether a piece is a word or a figure, and not a space or punctuation."""
    return piece[0].isalnum() or len(piece) > 2


def ends_sentence(piece: str) -> bool:
    """Whether a piece closes a sentence or a point of a list."""
    return piece in _SENTENCE_ENDS


def ends_line(piece: str) -> bool:
    """Whether a piece is, or a text begins with, a line break or the border of a cell."""
    return piece[0] in "\r\n\t"


def is_small(text: str) -> bool:
    """Whether a text on one line, and in one cell, holds no word, or a single short one."""
    if len(text) > _SMALL_TEXT or "\n" in text or "\r" in text or CELL_BORDER in text:
        return False
    words = [piece for piece in split_words(text) if is_word(piece)]
    return not words or (len(words) == 1 and len(words[0]) <= SHORT_WORD)
