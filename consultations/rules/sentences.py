"""Cuts the text of a provision into sentences with their places, so that each can be chosen by a checkbox.

Made for Azerbaijani, English and Russian legal prose: an abbreviation, an initial or a citation ("1.2.") does not
end a sentence. The pieces cover every word of the text; only spaces between them belong to none.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands, in code points."""

    start: int
    end: int
    text: str


# Lower case, without the final full stop; a stop after them is part of the word.
ABBREVIATIONS = frozenset(
    ["art", "arts", "no", "nos", "par", "para", "sec", "ch", "pt", "vol", "ed", "eds", "e.g", "i.e", "etc", "cf", "al", "approx", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "viz", "inc", "ltd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ст", "п", "пп", "ч", "гл", "разд", "абз", "г", "гг", "т", "тт", "т.д", "т.п", "т.е", "т.к", "т.н", "др", "пр", "см", "руб", "коп", "тыс", "млн", "млрд", "им", "ул", "д", "кв", "стр", "экз", "m", "mad", "f", "b", "h-r", "s", "ş", "nöm", "və.s", "bax", "məs", "mln", "mlrd", "min", "küç", "ev", "il", "akad", "dos"]
)  # fmt: skip
# Abbreviations that may close a sentence when a capital letter follows ("… etc. The …", "… и т.д. Порядок …").
_CLOSING = frozenset(["etc", "т.д", "т.п", "др", "пр", "гг", "al"])
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n")
_LAST_WORD = re.compile(r"[^\s(\[\"'«“„]+$")
_CITATION = re.compile(r"(?:\d+(?:[-–.]\d+)*|[IVXLCDM]+)")
_FIRST_CHARACTER = re.compile(r"\s*[\"'«“„(\[]*(\S)")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences in order; a line feed always ends one."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match.group() != "\n" and not _ends(text, start, match):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    words = piece.strip()
    if words:
        begin = start + piece.index(words)
        found.append(Sentence(begin, begin + len(words), words))


def _ends(text: str, start: int, match: "re.Match[str]") -> bool:
    """Whether the punctuation closes a sentence."""
    follows = _FIRST_CHARACTER.match(text, match.end())
    if follows is None:
        return True
    if follows.group(1).islower():
        return False
    if match.group() != ".":
        return True
    word = _LAST_WORD.search(text, start, match.start())
    return word is None or not _keeps_its_stop(word.group(), is_first=word.start() <= _begin(text, start))


def _begin(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _keeps_its_stop(word: str, *, is_first: bool) -> bool:
    if is_first and _CITATION.fullmatch(word):  # "1.2. The …": the number of the provision, not a sentence
        return True
    bare = word.lower().strip(".")
    if bare in _CLOSING:
        return False
    if bare in ABBREVIATIONS:
        return True
    return len(word) == 1 and word.isalpha() and word.isupper()  # an initial: "A. Marin"
