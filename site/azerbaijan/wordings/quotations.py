"""Reads quoted words with their noun, side and qualifier: “A” sözündən sonra, hər iki halda “B” sözləri."""

from dataclasses import dataclass

from amendments.instructions.instruction_errors import Unread
from amendments.provisions.messages import message as _
from azerbaijan.wordings.cursor import Cursor
from azerbaijan.wordings.forms import Case
from azerbaijan.wordings.naming import Place
from azerbaijan.wordings.saying import QUALIFIERS, SIGNS
from azerbaijan.wordings.tokens import Sort
from azerbaijan.wordings.vocabulary import QUOTED_NOUNS, form

_SIGN_NAMES = sorted(((name.split(), sign) for sign, name in SIGNS.items()), key=lambda item: -len(item[0]))


@dataclass(frozen=True, slots=True)
class Group:
    """Quoted words with their places and their qualifier."""

    words: tuple[str, ...]
    noun: str
    side: str = ""  # "after" or "before" for an anchor
    qualifier: str = ""
    places: tuple[Place, ...] = ()
    follows_joint: bool = False  # a comma or "və" stands before it


class QuotationReader:
    """Reads groups from a cursor. A qualifier that comes before the words is kept for them."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.waiting = ""

    def read(self, places: tuple[Place, ...]) -> Group | None:
        """Quoted words, or the name of a sign, with their noun."""
        cursor, start = self.cursor, self.cursor.at
        before = cursor.peek(-1) if start else None
        is_bracketed = cursor.words("mötərizədə")
        words = self._sign() or self._quotations()
        found = form(cursor.peek().text) if cursor.peek().sort is Sort.WORD else None
        if not words or found is None or found.noun not in QUOTED_NOUNS:
            cursor.at = start
            return None
        cursor.take()
        side = self._side() if found.case is Case.ABLATIVE else ""
        if is_bracketed:
            words = tuple(f"({each})" for each in words)
        qualifier, self.waiting = self.waiting, ""
        is_joined = before is not None and (before.is_mark(",") or before.is_word("və"))
        return Group(words, found.noun, side, qualifier, places, follows_joint=is_joined)

    def qualifier(self) -> str:
        """The qualifier that comes next, such as "birinci halda"."""
        return next((name for name, words in QUALIFIERS.items() if self.cursor.words(*words.split())), "")

    def _side(self) -> str:
        self._bracketed_qualifier()
        if self.cursor.words("sonra"):
            return "after"
        if self.cursor.words("əvvəl"):
            return "before"
        raise Unread(_("It is not certain on which side of the words."))

    def _quotations(self) -> tuple[str, ...]:
        """“A”, or “A” və “B” with one noun."""
        words: list[str] = []
        while self.cursor.peek().sort is Sort.QUOTE:
            words.append(self.cursor.take().text)
            self._bracketed_qualifier()
            following = self.cursor.peek()
            is_joint = following.is_word("və") or following.is_mark(",")
            if is_joint and self.cursor.peek(1).sort is Sort.QUOTE:
                self.cursor.take()
        return tuple(words)

    def _bracketed_qualifier(self) -> None:
        """Read "(birinci halda)" between quoted words and their noun, or between the noun and "sonra" or "əvvəl"."""
        if not self.cursor.words("("):
            return
        self.waiting = self.qualifier()
        if not self.waiting or not self.cursor.words(")"):
            raise Unread(_("The words in brackets are not understood."))

    def _sign(self) -> tuple[str, ...]:
        return next(((sign,) for words, sign in _SIGN_NAMES if self.cursor.words(*words)), ())
