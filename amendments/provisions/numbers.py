"""The printed number of a provision and its order: 12 < 12-1 < 12-2 < 13, 9.3.4 < 9.3.4.1 < 9.3.4-1 < 9.3.5.

Numbers are compared as lawyers file them: a provision is followed by its own parts, then by those inserted after it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache, total_ordering
from typing import Self
from unicodedata import normalize

from amendments.provisions.provision_errors import BadNumber

LATIN = "abcdefghijklmnopqrstuvwxyz"
# The letters of lists: a language leaves some out, but counts the others in this order. In Azerbaijani x follows h and q k.
_CYRILLIC = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя"
_AZERBAIJANI = "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz"
_SMALL_ROMAN = "ivxlcdm"  # the letters of a list that counts (i), (ii), (iii), (iv)
_OF_AZERBAIJANI = re.compile("[çəğıöşüÇƏĞİÖŞÜ]")

_DASHES = str.maketrans("–—‑−", "----")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_IN_BRACKETS = re.compile(r"(?<=[^\W_])\(([1-9][0-9]?)\)")
_SERIES = re.compile(r"([A-Z]{1,3})\.?[\s*]{0,3}(?=[0-9])")  # "L. 121-1", "R 12", "R*123-1", "A12B"
_SERIES_FROM = 1_000_000  # a series is filed after all numbers without letters
_RANGE = re.compile(r"(?<=[0-9A-Za-z])(?:, |,? (?:to|and|through|по|и|və) |\)? ?[–—-] ?)(?=[0-9])")
REPEATED = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_REPEATED = re.compile(  # "39 bis", "39 bis A", "6° bis"
    rf"(?<=[0-9A-Za-z])[°º]?[\s-]({'|'.join(REPEATED)})(?![^\W_])"
)
_REPEATED_APART = re.compile(rf"(-(?:{'|'.join(REPEATED)}))\s([A-Za-z])(?![^\W_])")
_LETTER_APART = re.compile(r"(?<=[0-9a-z])\s(?=[A-Za-z]$)")  # "333 H"
_SPACED = re.compile(
    r"[0-9](?:\s{1,2}(?:[0-9]|[-–—‑−](?=\s)))+|[^\W\d_](?:\s{1,2}[^\W\d_])+"
)  # "I I I", "1 2": printed letter by letter
_ZEROS = re.compile(r"^0+(?=[0-9])")  # "12.01" is the first of 12
_COMPONENT = re.compile(
    r"(?:(?P<digits>0|[1-9][0-9]{0,5})(?P<added>[A-Za-z]{0,2}|[^\W\d_])|(?P<letters>[^\W\d_]{1,15}))"
    rf"(?P<inserted>(?:-[1-9][0-9]{{0,3}}|-[IVXLC]{{1,7}}|-(?:{'|'.join(REPEATED)})|-[A-Za-z])*)"
)
_AFTER_DASHED = 10_000  # 12A is filed after 12-1
_AFTER_LETTERS = 20_000  # "12 bis" is filed after both
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_STEPS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_DOTTED_LETTER = re.compile(r"(?<=\d)\.([^\W\d_]{1,2}(?:-\d+)?)(?![\w.-])")
_ROMAN_LOOKALIKES = str.maketrans("ІХСМ", "IXCM")  # Cyrillic letters typed for Roman numerals


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral in capitals; 0 when it is none."""
    numeral = numeral.translate(_ROMAN_LOOKALIKES)
    if not numeral or not _ROMAN.fullmatch(numeral):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-here if here < after else here for here, after in zip(values, following, strict=True))


def roman_numeral(value: int) -> str:
    """The Roman numeral of a positive number, in capitals: 19 is XIX."""
    numeral = ""
    for worth, letters in _ROMAN_STEPS:
        numeral += letters * (value // worth)
        value %= worth
    return numeral


def letter_value(letters: str, alphabet: str = LATIN) -> int:
    """The place of a list letter: a = 1, z = last, aa follows z; 0 for a letter outside the alphabet."""
    places = [alphabet.find(letter) + 1 for letter in letters]
    if not places or 0 in places or len(set(letters)) > 1:
        return 0
    return places[0] + len(alphabet) * (len(places) - 1)


def in_one_word(cited: str) -> str:
    """A citation in which no number has a space: "39 bis A" is 39-bis-A."""
    return _REPEATED_APART.sub(r"\1-\2", _REPEATED.sub(r"-\1", cited))


def letter_apart(cited: str) -> str:
    """A citation with the letter of a point in brackets: 12.1.e is 12.1(e); "" where no letter stands behind a dot."""
    apart = _DOTTED_LETTER.sub(r"(\1)", cited)
    return apart if apart != cited else ""


def closed_up(printed: str) -> str:
    """A number without the spaces between its letters or digits: "I I I" is III."""
    may_be = printed[1:2].isspace()
    return "".join(printed.split()) if may_be and _SPACED.fullmatch(printed) else printed


def plain(printed: str) -> str:
    """A number as it is compared: 12–1, 12¹ and 12(1) are 12-1, "4 to 6" is 4-6, "L. 121-1" is L121-1, "39 bis" is 39-bis."""
    printed = _IN_BRACKETS.sub(r"-\1", normalize("NFC", closed_up(printed)))
    if series := _SERIES.match(printed):
        printed = series[1] + printed[series.end() :]
    printed = _RANGE.sub("-", printed)
    joined = _REPEATED.sub(r"-\1", printed)
    printed = _LETTER_APART.sub("" if joined == printed else "-", joined)
    return _SUPERSCRIPT_RUN.sub(lambda run: "-" + run[0].translate(_SUPERSCRIPTS), printed).translate(_DASHES)


def number_style(number: str) -> str:
    """Which series a number belongs to: provisions of the same style are printed alike."""
    if not number:
        return ""
    if "." in number:
        return "decimal"
    if number[0].isdecimal():
        return "arabic"
    return "roman" if roman_value(closed_up(number).partition("-")[0]) else "letter"


@dataclass(frozen=True, slots=True, order=True)
class Component:
    """One level of a number: its value and the suffixes of insertions, "4-1" = (4, (1,))."""

    value: int
    inserted: tuple[int, ...] = ()


@total_ordering
@dataclass(frozen=True, slots=True, eq=False)
class ProvisionNumber:
    """A number as printed, without final full stop or ordinal suffix; refuses everything else."""

    printed: str
    components: tuple[Component, ...] = field(repr=False)

    @classmethod
    def parse(cls, printed: str, alphabet: str = LATIN) -> Self:
        """Read "12", "12-1", "9.3.4-1", "IV", "a" (ordered by `alphabet`), "L. 121-1", "4 to 6", "12.01"."""
        number = plain(printed)
        series = _SERIES.match(number)
        first, *below = number[series.end() if series else 0 :].split(".")
        parts = [first, *(_ZEROS.sub("", part) for part in below)]
        components = [_component(part, printed, alphabet) for part in parts]
        if series:
            components.insert(0, Component(_SERIES_FROM + _series_value(series[1])))
        return cls(printed, tuple(components))

    @property
    def depth(self) -> int:
        """How many levels the number names: 1 for "12", 3 for "12.3.1"."""
        return len(self.components)

    @property
    def parent(self) -> str:
        """The number one level up as printed, "" at the top; of an inserted "9.3.4-1" it is "9.3"."""
        return self.printed.rpartition(".")[0]

    @property
    def own(self) -> str:
        """The last level as printed: "4-1" of "9.3.4-1"."""
        return self.printed.rpartition(".")[2]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ProvisionNumber) and self.components == other.components

    def __hash__(self) -> int:
        return hash(self.components)

    def __lt__(self, other: "ProvisionNumber") -> bool:
        return self.components < other.components

    def __str__(self) -> str:
        return self.printed


def _series_value(letters: str) -> int:
    """A is 1, B is 2, AA is 27: the order in which series are filed."""
    value = 0
    for letter in letters:
        value = value * len(LATIN) + LATIN.index(letter.lower()) + 1
    return value


def _component(part: str, printed: str, alphabet: str) -> Component:
    match = _COMPONENT.fullmatch(part)
    if not match:
        raise BadNumber(printed)
    value = int(match["digits"]) if match["digits"] else _letters_value(match["letters"], alphabet)
    if value < 0:
        raise BadNumber(printed)
    added = tuple(
        _AFTER_DASHED + (letter_value(letter) or ord(letter)) for letter in (match["added"] or "").lower()
    )
    suffixes = [suffix for suffix in match["inserted"].split("-") if suffix]
    return Component(value, added + tuple(_suffix_value(suffix, alphabet) for suffix in suffixes))


def _suffix_value(suffix: str, alphabet: str) -> int:
    if suffix in REPEATED:
        return _AFTER_LETTERS + REPEATED.index(suffix) + 2
    letters = LATIN if alphabet == _SMALL_ROMAN else alphabet
    return int(suffix) if suffix.isdigit() else _letters_value(suffix, letters)


def _letters_value(letters: str, alphabet: str) -> int:
    """Roman numerals in capitals, then list letters, then small Roman numerals; -1 for anything else."""
    letter = 0 if alphabet == _SMALL_ROMAN else letter_value(letters.lower(), alphabet)
    return roman_value(letters) or letter or roman_value(letters.upper()) or -1


def latin_letters(numbers: Iterable[str]) -> str:
    """The Latin letters in the order in which a list with these numbers counts them."""
    printed = list(numbers)
    if _are_small_romans({plain(number).partition("-")[0] for number in printed if number[:1].isalpha()}):
        return _SMALL_ROMAN
    return _AZERBAIJANI if _OF_AZERBAIJANI.search("".join(printed)) else LATIN


def _are_small_romans(numbers: set[str]) -> bool:
    """Whether several numbers can only be counted as (i), (ii), (iii): (c), (d) are letters."""
    are_numerals = all(number.islower() and roman_value(number.upper()) for number in numbers)
    return are_numerals and len(numbers) > 1 and any(each == "i" or len(set(each)) > 1 for each in numbers)


@lru_cache(maxsize=1 << 15)
def filed(number: str, latin: str = "") -> tuple[tuple[int, tuple[int, ...]], ...]:
    """What compares as numbers are filed in an act, letters in the order of their script; () of what is no number.

    `latin` are the Latin letters of the list in which the number stands.
    """
    is_cyrillic = not set(number.lower()).isdisjoint(_CYRILLIC)
    alphabet = _CYRILLIC if is_cyrillic else latin or latin_letters([number])
    try:
        components = ProvisionNumber.parse(number, alphabet).components
    except BadNumber:
        return ()
    return tuple((component.value, component.inserted) for component in components)
