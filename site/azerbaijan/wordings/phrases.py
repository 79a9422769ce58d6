"""Reads the phrases in which an instruction names provisions and their parts."""

import re
from dataclasses import dataclass

from amendments.instructions.instruction_errors import Unread
from amendments.provisions.messages import message as _
from azerbaijan.wordings.cursor import Cursor
from azerbaijan.wordings.forms import Case, Form
from azerbaijan.wordings.naming import NOTE, Named, Place, annex_of, places_of
from azerbaijan.wordings.numerals import read_numerals
from azerbaijan.wordings.tokens import Sort, lower
from azerbaijan.wordings.vocabulary import QUOTED_NOUNS, form, is_auxiliary, is_verb, place_form

_LETTER = re.compile(r"[^\W\d_]{1,2}(?:-\d+)?")  # of a point: "g", "g-1"
_ENDINGS_OF_NOTE = {
    "i": Case.NOMINATIVE,
    "inin": Case.GENITIVE,
    "inə": Case.DATIVE,
    "ində": Case.LOCATIVE,
    "indən": Case.ABLATIVE,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its last noun and the case of it."""

    places: tuple[Place, ...]
    case: Case
    noun: str


class PhraseReader:
    """Reads phrases from a cursor. "Həmin", and parts without an owner, refer to `current`.

    `is_closed`: the clause that named `current` has ended with its verb.
    """

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.current: tuple[Place, ...] = ()
        self.is_closed = False

    def read(self) -> Phrase | None:
        """The phrase that comes next, or None. "adında və mətnində" is one phrase with two places."""
        phrase = self._single()
        if phrase is None:
            return None
        start, before = self.cursor.at, self.current
        if self.cursor.words("və"):
            self.current = phrase.places
            other = self._single()
            if other is not None and other.case is phrase.case:
                phrase = Phrase((*phrase.places, *other.places), phrase.case, phrase.noun)
            else:
                self.cursor.at = start
        self.current = before
        return phrase

    def _single(self) -> Phrase | None:
        named = self._next()
        if named is None:
            return None
        places = places_of(named, self._annex(named), self.current)
        while named.form.case is Case.GENITIVE:
            following = self._next()
            if following is None:
                break
            named = following
            places = places_of(named, places, self.current)
        self._skip_doubled(named.form)
        return Phrase(places, named.form.case, named.form.noun)

    def _annex(self, named: Named) -> tuple[Place, ...]:
        """The annex of an article: "3 nömrəli əlavədə 71-ci maddə". In a new clause only "71-ci maddəsi" is in the annex."""
        annex = annex_of(self.current)
        if not annex or named.form.noun != "maddə" or not named.numbers:
            return ()
        if self.is_closed and not named.form.possessed:
            raise Unread(_("It is not certain whether an article of the act or of the annex is meant."))
        return annex

    def _skip_doubled(self, said: Form) -> None:
        """Skip a noun that is printed twice: "108.2-ci maddə maddə yeni redaksiyada"."""
        token = self.cursor.peek()
        if is_verb(token.text) and is_auxiliary(self.cursor.peek(1).text):
            return  # "4 nömrəli əlavə əlavə edilmişdir"
        again = form(token.text) if token.sort is Sort.WORD else None
        if again is not None and (again.noun, again.case) == (said.noun, said.case):
            self.cursor.take()

    def _next(self) -> Named | None:
        start = self.cursor.at
        named = self._named()
        if named is None:
            self.cursor.at = start
        return named

    def _named(self) -> Named | None:
        """Numerals and their noun: "21.1-ci və 21.2-ci maddələrdə", "birinci və ikinci cümlə", “g” bəndi."""
        numerals = read_numerals(self.cursor)
        if not numerals.printed and (note := self._note()):
            return Named(note, [NOTE], numerals.ordinals)
        letters = [] if numerals.printed else self._letters()
        found = self._noun(letters, is_numbered=bool(numerals.printed or letters))
        if found is None or found.noun in QUOTED_NOUNS:
            return None
        numbers = letters or numerals.numbers(plural=found.plural)
        return Named(found, numbers, numerals.ordinals)

    def _note(self) -> Form | None:
        """ "45-ci maddənin qeydində": the note without quotation marks."""
        word = self.cursor.peek()
        ending = word.text.removeprefix(NOTE) if word.sort is Sort.WORD else ""
        if ending == word.text or ending not in _ENDINGS_OF_NOTE:
            return None
        self.cursor.take()
        return Form("hissə", _ENDINGS_OF_NOTE[ending], possessed=True)

    def _letters(self) -> list[str]:
        """The letters of points: “g” və “h”."""
        letters: list[str] = []
        while letter := self._letter():
            letters.append(letter)
            is_joint = self.cursor.peek().is_mark(",") or self.cursor.peek().is_word("və")
            if is_joint and self.cursor.peek(1).sort is Sort.QUOTE:
                self.cursor.take()
        return letters

    def _letter(self) -> str:
        """The letter of a point, or “Qeyd”, which is printed in place of a number."""
        token = self.cursor.peek()
        if self.cursor.words(NOTE) or (token.sort is Sort.QUOTE and lower(token.text) == NOTE):
            self.cursor.at += token.sort is Sort.QUOTE
            return NOTE
        if token.sort is Sort.QUOTE and _LETTER.fullmatch(token.text):
            return self.cursor.take().text
        return ""

    def _noun(self, letters: list[str], *, is_numbered: bool) -> Form | None:
        """The noun that comes next. “Qeyd” is followed by an ending only; a bare "8.4.5-ci" has no noun and is a maddə."""
        cursor = self.cursor
        if is_numbered:
            any(cursor.words(word) for word in ("nömrəli", "saylı"))
        token = cursor.peek()
        if letters == [NOTE] and token.is_word(*_ENDINGS_OF_NOTE):
            return Form("hissə", _ENDINGS_OF_NOTE[cursor.take().text], possessed=True)
        found = (place_form(token.text) or form(token.text)) if token.sort is Sort.WORD else None
        if found is not None:
            cursor.take()
        elif is_numbered and cursor.peek(-1).is_ordinal and (token.sort is Sort.QUOTE or is_verb(token.text)):
            return Form("maddə", Case.NOMINATIVE)
        return found
