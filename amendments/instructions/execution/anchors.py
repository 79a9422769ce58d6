"""Where quoted words stand in a text.

Words are found as whole words, in one cell of a row unless they are quoted with the border of the cells. Typography
does not count: “ ” « » and straight quotes, dashes and no-break spaces are the same for finding, never for writing.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from amendments.instructions.execution.spacing import CLOSING
from amendments.provisions.tree import CELL_BORDER

Place = tuple[int, int]

_BLANKS = rf"[^\S{CELL_BORDER}]+"

_SAME = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "’": "'",
        "‘": "'",
        "—": "–",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_MANY_FORMS = re.compile("[" + re.escape("".join({chr(mark) for mark in _SAME} | set(_SAME.values()))) + "]")


def find_words(text: str, words: str, replacement: str = "") -> list[Place]:
    """Where the words stand as whole words.

    Two weaker readings are tried only when the strict one finds nothing: a number at an end of a range ("45.1.1-45.1.7"),
    and words that the print glued to the word before them where a punctuation mark is to stand in between
    ("əsasındavə onların", to become "əsasında, …").
    """
    places = list(_occurrences(text, words))
    strict = [place for place in places if _is_whole(text, place)]
    if strict:
        return strict
    ranged = [place for place in places if _is_whole(text, place, in_range=True)]
    if ranged:
        return ranged
    glued = [place for place in places if _ends_whole(text, place[1]) and text[place[0]].isalpha()]
    is_glue = len(places) == 1 and replacement.lstrip().startswith(tuple(CLOSING))
    return glued if is_glue else []


def find_stems(text: str, words: str) -> list[Place]:
    """Where the words stand with whatever ending: "holding centre" in "holding centres"."""
    return [place for place in _occurrences(text, words) if _starts_whole(text, place[0])]


def _occurrences(text: str, words: str) -> Iterator[Place]:
    """Every place of the letters, apart from each other."""
    needle, pattern = _sought(words)
    if pattern is None or needle not in text:
        return
    for match in pattern.finditer(text.translate(_SAME)):
        yield match.span()


@lru_cache(maxsize=256)
def _sought(words: str) -> tuple[str, "re.Pattern[str] | None"]:
    """The longest letters that stand in a text in one form only, and the pattern of all; None for no words."""
    cells = [cell.split() for cell in words.translate(_SAME).split(CELL_BORDER)]
    if not any(cells):
        return "", None
    needle = max((piece for cell in cells for part in cell for piece in _MANY_FORMS.split(part)), key=len)
    patterns = (_BLANKS.join(re.escape(part) for part in cell) for cell in cells)
    return needle, re.compile(rf"\s*{CELL_BORDER}\s*".join(patterns))


def _is_whole(text: str, place: Place, *, in_range: bool = False) -> bool:
    start, end = place
    return _starts_whole(text, start, in_range=in_range) and _ends_whole(text, end, in_range=in_range)


def _starts_whole(text: str, start: int, *, in_range: bool = False) -> bool:
    if start == 0 or not text[start].isalnum():
        return True
    before = text[start - 1]
    if (
        text[start].isdigit()
        and start > 1
        and text[start - 2].isdigit()
        and _links(before, in_range=in_range)
    ):
        return False
    return not before.isalnum()


def _ends_whole(text: str, end: int, *, in_range: bool = False) -> bool:
    if end == len(text) or not text[end - 1].isalnum():
        return True
    after = text[end]
    if text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit() and _links(after, in_range=in_range):
        return False
    return not after.isalnum()


def _links(mark: str, *, in_range: bool) -> bool:
    """Whether the mark between two digits makes them one number: 45.1, 2,5, 12-1."""
    return mark in ".," or (mark == "-" and not in_range)
