"""Cuts the text of a provision into sentences, for instructions ("sentence 2 of 9.3") and comments alike.

Made for Azerbaijani, English and Russian legal prose. An abbreviation, an initial, the number of a point or of a
citation does not end a sentence, nor does a full stop inside a quotation or a bracket that the sentence goes on after.
A paragraph always ends one, and so does a cell of a row. The sentences hold every word; only spaces stand between them.
"""

import re
from collections.abc import Iterator, Sequence

from amendments.provisions.abbreviations import (
    BEFORE_A_NAME,
    BINDING,
    CLOSING,
    HEADINGS,
    LABELLED,
    NUMBERED,
)

Region = tuple[int, int]  # start and end, in code points

_END = re.compile(r"[.!?…]+[”“\"»’›)\]}]*(?=\s)")
_STARTERS = ' \t\xa0“"«„‹([{–—-'
_GOES_ON = re.compile(r"[,;:.!?…)\]}%]|№|N\s*\d")
_ITEM = re.compile(r"[^\W\d_]\)\s")
_NUMBER = r"(?:\d+(?:[.\-–]\d+)*(?:\s?[^\W\d_])?|[^\W\d_]|[IVXLCDM]+)"
_ENUMERATOR = re.compile(rf"\W*(?:([^\W\d_]+)\s+)?{_NUMBER}")
_LISTED = re.compile(rf":\s*(?:1|[aAiIаА])|.*;\s*{_NUMBER}", re.DOTALL)
_ROMAN = r"[IVXLCDM]{2,}\b|[VXLCDM]\b|I\b(?!\s[^\W\d_])"
_NUMBER_FOLLOWS = re.compile(rf"[\s(\[]*(?:\d|№|§|{_ROMAN}|[^\W\d_]\))")
_TOKEN = re.compile(r"[^\s.([{\"'«“„‘/]+")
_LAST_WORD = re.compile(r"[^\s([{\"'«“„‘/]+\Z")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_BEFORE_LAST = re.compile(r"(\S+)\s+\S+\Z")
_SMALL = str.maketrans({"İ": "i", "I": "i", "ı": "i"})
_PAIRS = {"“": "”", "„": "”“", "«": "»", "(": ")", "[": "]", "{": "}", '"': '"'}
_MARKS = re.compile(r"[“”„«»()\[\]{}\"]")
_LONGEST = 3  # words of an abbreviation: "и т. д."


def paragraphs(text: str) -> list[Region]:
    """The paragraphs of a text."""
    return _regions(text, "\n")


def _regions(text: str, separators: str) -> list[Region]:
    """What stands between the separators."""
    at = [index for index, letter in enumerate(text) if letter in separators]
    return list(zip([0, *(index + 1 for index in at)], [*at, len(text)], strict=True))


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Region]:
    """The sentences between two places, in order."""
    within = text[start : len(text) if end is None else end]
    return [
        (start + line + first, start + line + last)
        for line, stop in _regions(within, "\n\t")
        for first, last in _of_paragraph(within[line:stop])
    ]


def _of_paragraph(text: str) -> Iterator[Region]:
    begin = _next_word(text, 0)
    begins = [begin]
    asides = _asides(text)
    for match in _END.finditer(text):
        if match.start() >= begin and _ends(text, begin, match) and not _inside(text, asides, begins, match):
            yield begin, match.end()
            begin = _next_word(text, match.end())
            begins.append(begin)
    if begin < len(text):
        yield begin, begin + len(text[begin:].rstrip())


def _next_word(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _ends(text: str, begin: int, match: "re.Match[str]") -> bool:
    """Whether the punctuation closes the sentence that began there."""
    said, rest = text[begin : match.start()], text[match.end() :]
    if not _begins_sentence(rest) or not any(c.isalnum() for c in said) or said.endswith(("(", "[", "{")):
        return False
    mark = match.group()
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    if _is_enumerator(said):
        return False
    if mark == ".":
        return not _goes_on(said, rest)
    return not (mark.endswith((")", "]")) and _is_abbreviated(said) and said[0] not in "([")


def _begins_sentence(rest: str) -> bool:
    rest = rest.lstrip(_STARTERS)
    if _ITEM.match(rest):
        return True
    return bool(rest) and not rest[0].islower() and not _GOES_ON.match(rest)


def _is_enumerator(said: str) -> bool:
    """Whether only the number of what follows was said: "12-1", "Article 5", or in a list ": 1", "; 2"."""
    if match := _ENUMERATOR.fullmatch(said):
        return match[1] is None or _small(match[1]) in HEADINGS
    at = max(said.rfind(":"), said.rfind(";"))
    return at >= 0 and bool(_LISTED.fullmatch(said, at))


def _goes_on(said: str, rest: str) -> bool:
    """Whether the full stop belongs to the word before it."""
    words = _abbreviations(said)
    if words & CLOSING:
        return False
    if words & BINDING or (words & NUMBERED and _NUMBER_FOLLOWS.match(rest)):
        return True
    last = _LAST_WORD.search(said)
    if last is None or not _INITIALS.fullmatch(last.group()):
        return False
    if "." in last.group():
        return True
    is_capital = last.group().isupper()
    if is_capital and rest.lstrip()[0].isdigit():  # articles L. 121-1 and R. 12
        return True
    return (is_capital or bool(words & BEFORE_A_NAME)) and not _is_label(said)


def _is_abbreviated(said: str) -> bool:
    return bool(_abbreviations(said) & (CLOSING | BINDING | NUMBERED))


def _abbreviations(said: str) -> set[str]:
    """The last words, one, two and three of them, with stops between: {"д", "т.д", "и.т.д"}."""
    tokens = _TOKEN.findall(_small(said[-40:]))[-_LONGEST:]
    return {".".join(tokens[at:]) for at in range(len(tokens))}


def _is_label(said: str) -> bool:
    """Whether the letter at the end names something or counts it: "Annex A", "5 B", "2013 г"."""
    before = _BEFORE_LAST.search(said)
    return before is not None and (before[1][-1].isdigit() or _small(before[1]).startswith(LABELLED))


def _small(words: str) -> str:
    return words.translate(_SMALL).lower()


def _asides(text: str) -> list[Region]:
    """Quotations and brackets, from the mark that opens to the one that closes; what is not closed is none."""
    found: list[Region] = []
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        at, mark = match.start(), match.group()
        depth = next((i for i in range(len(opened) - 1, -1, -1) if mark in opened[i][0]), None)
        if depth is not None:
            found.append((opened[depth][1], at))
            del opened[depth:]
        elif mark in _PAIRS:
            opened.append((_PAIRS[mark], at))
    return found


def _inside(text: str, asides: Sequence[Region], begins: Sequence[int], match: "re.Match[str]") -> bool:
    """Whether the punctuation stands in a quotation or bracket that is only a part of its sentence."""
    around = (aside for aside in asides if aside[0] < match.start() and match.end() <= aside[1])
    return any(not _holds_sentences(text, aside, begins) for aside in around)


def _holds_sentences(text: str, aside: Region, begins: Sequence[int]) -> bool:
    """Whether whole sentences are quoted: they begin with one, and after them a new one begins."""
    start, end = aside
    if not any(begin <= start and not text[begin:start].strip(_STARTERS) for begin in begins):
        return False
    rest = text[end + 1 :].lstrip(".;").strip()
    return not rest or (text[end - 1] in ".!?…" and _begins_sentence(rest))
