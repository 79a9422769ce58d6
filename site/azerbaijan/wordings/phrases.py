"""Reads the phrases in which an instruction names provisions and their parts."""

import re
from dataclasses import dataclass, field

from amendments.instructions.errors import Unread
from amendments.instructions.operations import WHOLE_ACT
from azerbaijan.wordings.forms import Case, Form
from azerbaijan.wordings.numbers import expand, spanned
from azerbaijan.wordings.tokens import Sort, Token
from azerbaijan.wordings.vocabulary import corrected, form, is_verb, ordinal_value

_ORDINAL_TENS = ("on", "iyirmi")
_STEPS = {
    "ad": "heading",
    "mətn": "text",
    "sanksiya": "sanction",
    "dispozisiya": "disposition",
    "cümlə": "sentence",
    "abzas": "paragraph",
}
_LOCAL = frozenset({"hissə", "bənd", "yarımbənd"})
_STRUCTURE = {"bölmə": "section", "fəsil": "chapter", "paraqraf": "division", "əlavə": "annex"}
NOTE = "qeyd"
_ENDINGS_OF_NOTE = {
    "i": Case.NOMINATIVE,
    "inin": Case.GENITIVE,
    "inə": Case.DATIVE,
    "ində": Case.LOCATIVE,
    "indən": Case.ABLATIVE,
}
_DEPTHS = {"hissə": 1, "bənd": 2, "yarımbənd": 3}
_STEP_OF_LOCAL = re.compile(r"\([^()]+\)| note| point \S+")
_ACTS = frozenset({"Qanun", "Məcəllə"})


@dataclass(frozen=True, slots=True)
class Place:
    """What a phrase names: provisions by number, and a part of them."""

    targets: tuple[str, ...] = ()
    level: str = ""

    def within(self, step: str) -> "Place":
        """The same provisions, one level further in."""
        outer = self.level if self.level.startswith("paragraph") else ""
        return Place(self.targets, f"{outer}/{step}" if outer else step)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its last noun and the case of it."""

    places: tuple[Place, ...]
    case: Case
    noun: str


@dataclass
class Cursor:
    """A place in the list of tokens."""

    tokens: list[Token]
    at: int = 0

    def peek(self, ahead: int = 0) -> Token:
        """The token ahead; past the end an empty mark."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else Token(Sort.MARK, "")

    def take(self) -> Token:
        """The next token, consumed."""
        token = self.peek()
        self.at += 1
        return token

    def words(self, *expected: str) -> bool:
        """Consume these words when they come next."""
        if all(
            self.peek(i).text == word and self.peek(i).sort is not Sort.QUOTE
            for i, word in enumerate(expected)
        ):
            self.at += len(expected)
            return True
        return False


@dataclass
class _Named:
    """One noun of a phrase with what numbers it."""

    form: Form
    numbers: list[str] = field(default_factory=list)
    ordinals: list[int] = field(default_factory=list)


class PhraseReader:
    """Reads phrases from a cursor; `current` is what "həmin" and parts without an owner refer to."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.current: tuple[Place, ...] = ()

    def read(self) -> Phrase | None:
        """The phrase that stands here, if one does; "adında və mətnində" is one phrase with two places."""
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
        places = self._placed((), named)
        while named.form.case is Case.GENITIVE:
            following = self._next()
            if following is None:
                break
            named = following
            places = self._placed(places, named)
        self._skip_doubled(named.form)
        return Phrase(places, named.form.case, named.form.noun)

    def _skip_doubled(self, said: Form) -> None:
        """ "108.2-ci maddə maddə yeni redaksiyada": a noun that the print says twice."""
        token = self.cursor.peek()
        again = form(token.text) if token.sort is Sort.WORD else None
        if again is not None and (again.noun, again.case) == (said.noun, said.case):
            self.cursor.take()

    def _next(self) -> _Named | None:
        start = self.cursor.at
        named = self._named()
        if named is None:
            self.cursor.at = start
        return named

    def _named(self) -> _Named | None:
        """Numbers or ordinal words with their noun: "21.1-ci və 21.2-ci maddələrdə", "birinci və ikinci cümlə"."""
        cursor = self.cursor
        numbers, ranges, ordinals = self._numerals()
        token = cursor.peek()
        if token.sort is Sort.QUOTE and not numbers and token.text.isalpha():
            is_note = token.text.lower() == NOTE
            if len(token.text) <= 2 or is_note:
                cursor.take()
                numbers = [NOTE if is_note else token.text]
        elif cursor.words(NOTE):
            numbers = [NOTE]
        found = self._noun(numbers)
        if found is None or found.noun in ("söz", "rəqəm", "işarə"):
            return None
        expanded = [number for each in numbers for number in expand(each, plural=found.plural)]
        for first, last in ranges:
            at = expanded.index(first)
            expanded[at : at + 2] = spanned(first, last)
        return _Named(found, expanded, ordinals)

    def _noun(self, numbers: list[str]) -> Form | None:
        """The noun here; after “Qeyd” only its ending, and after a bare "8.4.5-ci" none: everything is a maddə."""
        cursor = self.cursor
        if numbers:
            any(cursor.words(word) for word in ("nömrəli", "saylı"))
        token, before = cursor.peek(), cursor.peek(-1)
        if numbers == [NOTE] and token.sort is Sort.WORD and token.text in _ENDINGS_OF_NOTE:
            cursor.take()
            return Form("hissə", _ENDINGS_OF_NOTE[token.text], possessed=True)
        found = form(token.text) if token.sort is Sort.WORD else None
        if found is not None:
            cursor.take()
        elif before.is_ordinal and (token.sort is Sort.QUOTE or is_verb(token.text)):
            return Form("maddə", Case.NOMINATIVE)
        return found

    def _numerals(self) -> tuple[list[str], list[tuple[str, str]], list[int]]:
        cursor = self.cursor
        numbers: list[str] = []
        ranges: list[tuple[str, str]] = []
        ordinals: list[int] = []
        while True:
            token = cursor.peek()
            if token.sort is Sort.NUMBER:
                numbers.append(cursor.take().text)
            elif (value := self._ordinal()) is not None:
                ordinals.append(value)
            else:
                return numbers, ranges, ordinals
            if cursor.peek().is_mark("–", "-", "—") and cursor.peek(1).sort is Sort.NUMBER:
                cursor.take()
                ranges.append((numbers[-1], cursor.peek().text))
            elif (cursor.peek().is_mark(",") or cursor.peek().is_word("və")) and self._is_numeral(1):
                cursor.take()

    def _is_numeral(self, ahead: int) -> bool:
        token = self.cursor.peek(ahead)
        return token.sort is Sort.NUMBER or (token.sort is Sort.WORD and _is_ordinal(token.text))

    def _ordinal(self) -> int | None:
        token, after = self.cursor.peek(), self.cursor.peek(1)
        if token.sort is not Sort.WORD:
            return None
        if token.text in _ORDINAL_TENS and after.sort is Sort.WORD and _is_ordinal(after.text):
            self.cursor.at += 2
            return ordinal_value(f"{token.text} {after.text}")
        if _is_ordinal(token.text):
            return ordinal_value(self.cursor.take().text)
        return None

    def _placed(self, owners: tuple[Place, ...], named: _Named) -> tuple[Place, ...]:
        """The places that a noun names within its owners, without one within what was named last."""
        noun = named.form.noun
        if noun in _ACTS:
            return (Place((WHOLE_ACT,)),)
        if noun in _STRUCTURE or (noun == "maddə" and named.numbers):
            return (_structural(owners, named),)
        scope = owners or self.current
        if not scope:
            raise Unread(f"“{noun}” of which provision?")
        if noun == "maddə":
            return tuple(Place(place.targets) for place in scope)
        return tuple(place for owner in scope for place in _within(owner, named))


def _structural(owners: tuple[Place, ...], named: _Named) -> Place:
    """Articles by number; sections, chapters and annexes with the word that keeps them apart from articles."""
    noun = named.form.noun
    numbers = named.numbers or [str(ordinal) for ordinal in named.ordinals]
    if not numbers:
        raise Unread(f"“{noun}” without a number.")
    outer = [owner.targets[0] for owner in owners if owner.targets != (WHOLE_ACT,)]
    if noun == "maddə" and not (outer and outer[0].startswith("annex")):
        return Place(tuple(numbers))
    above = f"{outer[0]} " if outer else ""
    word = _STRUCTURE.get(noun, "article")
    return Place(tuple(f"{above}{word} {number}" for number in numbers))


def _within(owner: Place, named: _Named) -> list[Place]:
    noun = named.form.noun
    if noun in _LOCAL:
        return _parts(owner, named)
    if noun not in ("cümlə", "abzas"):
        is_act_text = owner.targets == (WHOLE_ACT,) and noun == "mətn"
        return [Place(owner.targets, "" if is_act_text else _STEPS[noun])]
    if not named.ordinals:
        return [owner]
    return [owner.within(f"{_STEPS[noun]}:{ordinal}") for ordinal in named.ordinals]


def _parts(owner: Place, named: _Named) -> list[Place]:
    """Parts and points, which some acts number on their own: "4-cü maddənin 3-cü hissəsi" is 4(3)."""
    if len(owner.targets) == 1 and named.numbers == [NOTE]:
        return [Place((f"{owner.targets[0]} note",))]
    if len(owner.targets) == 1 and named.numbers:
        return [Place(tuple(_local(owner.targets[0], number) for number in named.numbers))]
    if not named.numbers and not named.ordinals:
        return [Place((_owner_at(owner, named.form.noun),))]
    if named.form.noun != "hissə" or not named.ordinals:
        raise Unread(f"It is not certain which “{named.form.noun}” is meant.")
    if all("." in target for target in owner.targets):
        # Below an article that counts in decimals "ikinci hissə" is the second paragraph.
        return [owner.within(f"paragraph:{ordinal}") for ordinal in named.ordinals]
    return [Place(tuple(f"{target}({n})" for target in owner.targets)) for n in named.ordinals]


def _owner_at(place: Place, noun: str) -> str:
    """ "həmin hissə" after "11-ci maddənin 1-ci hissəsinin “g” bəndi": 11(1)."""
    steps = list(_STEP_OF_LOCAL.finditer(place.targets[0])) if len(place.targets) == 1 else []
    if len(steps) < _DEPTHS[noun]:
        raise Unread(f"It is not certain which “{noun}” is meant.")
    return place.targets[0][: steps[_DEPTHS[noun] - 1].end()]


def _local(owner: str, number: str) -> str:
    return f"{owner} point {number}" if owner.endswith(" note") else f"{owner}({number})"


def _is_ordinal(word: str) -> bool:
    try:
        ordinal_value(corrected(word, "ordinals"))
    except Unread:
        return False
    return True
