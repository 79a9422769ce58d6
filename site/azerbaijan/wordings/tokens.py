"""Cuts an instruction into quoted words, numbers, words and marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from amendments.instructions.instruction_errors import Unread
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import plain


class Sort(StrEnum):
    """The kinds of tokens."""

    QUOTE = "quote"
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of an instruction. `text`: a word in lower case, a number without suffix, quoted words without marks."""

    sort: Sort
    text: str
    is_ordinal: bool = False

    def is_mark(self, *marks: str) -> bool:
        return self.sort is Sort.MARK and self.text in marks

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these words, not in quotation marks."""
        return self.sort is Sort.WORD and self.text in words


_NUMBER = re.compile(
    r"(?P<number>\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:[.\-–—]\s?\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*)*)\.?(?P<suffix>\s?[-–]?\s?[cç][iıuü])?(?![^\W_])"
    r"|(?P<roman>[IVXLC]+)(?:[-–][cç][iıuü])?(?![^\W_])"
)
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = '“"«„'
_CLOSING = '”"»“'
# What can follow quoted words: their noun, more quoted words, or a mark.
_FOLLOWS = re.compile(
    r"\s*(?:söz|rəqəm|işarə|hərf|ifadə|bağlayıcı|hiss|bənd|yarımbənd|abzas|i(?:n(?:də|dən|ə|in))?\s|\(|,\s*[“\"«]"
    r"|və\s+[“\"«]|hal)"
)


def lower(text: str) -> str:
    """Small letters of the Azerbaijani alphabet: İ → i, I → ı."""
    return text.replace("İ", "i").replace("I", "ı").lower()


def tokens(text: str) -> list[Token]:
    return list(_tokens(text.replace("\u00a0", " ")))


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
        elif text[at] in _OPENING:
            end = _closing(text, at)
            yield Token(Sort.QUOTE, _restored(_bare(text[at + 1 : end])))
            at = end + 1
        elif match := _NUMBER.match(text, at):
            number = plain(re.sub(r"\s", "", match["number"] or match["roman"]))
            yield Token(Sort.NUMBER, number, is_ordinal=bool(match["suffix"]))
            at = match.end()
        elif match := _WORD.match(text, at):
            yield Token(Sort.WORD, lower(match[0]))
            at = match.end()
        else:
            yield Token(Sort.MARK, text[at])
            at += 1


def _bare(quoted: str) -> str:
    """Quoted words without stray spaces at the ends. A space before a comma is part of the quotation."""
    bare = quoted.strip()
    return f" {bare}" if quoted[:1].isspace() and bare[:1] in tuple(",;:") else bare


def _closing(text: str, start: int) -> int:
    """Where a quotation ends: at the first closing mark that balances it and has a likely word after it.

    Official texts often print one mark for the end of both a title and the quotation around it. Then no mark balances,
    and the first one with a likely word after it is taken.
    """
    candidates = [
        i for i in range(start + 1, len(text)) if text[i] in _CLOSING and _FOLLOWS.match(text, i + 1)
    ]
    for end in candidates:
        if _is_balanced(text[start + 1 : end]):
            return end
    if candidates:
        return candidates[0]
    raise Unread(_("A quotation mark is opened and what is quoted does not end."))


def _is_balanced(quoted: str) -> bool:
    depth = 0
    for character in quoted:
        depth += (character in "“«„") - (character in "”»")
        if depth < 0:
            return False
    return depth == 0 and quoted.count('"') % 2 == 0


def _restored(quoted: str) -> str:
    """Quoted words with the mark added that was printed only once for them and the quotation around them."""
    opened, closed = quoted.count("“"), quoted.count("”")
    if closed == opened + 1 and quoted.find("”") < (quoted.find("“") if "“" in quoted else len(quoted)):
        return f"“{quoted}"
    if opened == closed + 1 and quoted.rfind("“") > quoted.rfind("”"):
        return f"{quoted}”"
    return quoted
