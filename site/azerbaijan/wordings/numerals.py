"""Reads the numerals before a noun: provision numbers, ranges of them, or ordinal words."""

from dataclasses import dataclass, field

from amendments.instructions.instruction_errors import Unread
from amendments.provisions.messages import message as _
from azerbaijan.wordings.cursor import Cursor
from azerbaijan.wordings.numbers import expand, spanned
from azerbaijan.wordings.tokens import Sort, Token
from azerbaijan.wordings.vocabulary import is_ordinal, ordinal_value

_ORDINAL_TENS = ("on", "iyirmi")


@dataclass
class Numerals:
    """Numbers as printed, each with the end of its range or "", and the values of ordinal words."""

    printed: list[tuple[str, str]] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)

    def numbers(self, *, plural: bool) -> list[str]:
        """Every number that is meant. With a plural noun, "98.2-98.6" is a range."""
        return [
            number
            for first, last in self.printed
            for number in (spanned(first, last) if last else expand(first, plural=plural))
        ]


def read_numerals(cursor: Cursor) -> Numerals:
    """ "21.1-ci və 21.2-ci", "13.2.72 – 13.2.80-ci", "birinci və on ikinci"; empty if no numeral comes next."""
    found = Numerals()
    while True:
        if cursor.peek().sort is Sort.NUMBER:
            first = cursor.take().text
            is_range = cursor.peek().is_mark("–", "-", "—") and cursor.peek(1).sort is Sort.NUMBER
            cursor.at += is_range
            found.printed.append((first, cursor.take().text if is_range else ""))
        elif (value := _ordinal(cursor)) is not None:
            found.ordinals.extend(range(value, _last_of_range(cursor, value) + 1))
        else:
            return found
        is_joint = cursor.peek().is_mark(",") or cursor.peek().is_word("və")
        cursor.at += is_joint and _is_numeral(cursor.peek(1))


def _last_of_range(cursor: Cursor, first: int) -> int:
    """The last of a range such as "ikinci – dördüncü"; `first` if there is no range."""
    after = cursor.peek(1)
    if not (cursor.peek().is_mark("–", "-", "—") and after.sort is Sort.WORD and is_ordinal(after.text)):
        return first
    cursor.take()
    last = _ordinal(cursor)
    if last is None or last <= first:
        raise Unread(_("The range of ordinals does not rise."))
    return last


def _is_numeral(token: Token) -> bool:
    return token.sort is Sort.NUMBER or (token.sort is Sort.WORD and is_ordinal(token.text))


def _ordinal(cursor: Cursor) -> int | None:
    token, after = cursor.peek(), cursor.peek(1)
    if token.is_word(*_ORDINAL_TENS) and after.sort is Sort.WORD and is_ordinal(after.text):
        cursor.at += 2
        return ordinal_value(f"{token.text} {after.text}")
    if token.sort is Sort.WORD and is_ordinal(token.text):
        return ordinal_value(cursor.take().text)
    return None
