"""Numbers in words, up to 999 and the 999th, in Azerbaijani, English and Russian, and Roman ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

_LANGUAGES = ("az", "en", "ru")
_ORDINALS = (  # of each language: beginnings of folded words, from the first; an ending may follow
    "birinci ikinci ucuncu dorduncu besinci altinci yeddinci sekkizinci doqquzuncu onuncu",
    (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth"
    ),
    (
        "перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат"
        " пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
    ),
)
_ROUND = (  # 20, 30 and so on
    "iyirminci otuzuncu qirxinci ellinci altmisinci yetmisinci sekseninci doxsaninci",
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност",
)
_HUNDREDTHS = (  # 100, 200 and so on; where there is one word, numbers up to 9 stand before it
    "yuzuncu",
    "hundredth",
    "сот двухсот трехсот четырехсот пятисот шестисот семисот восьмисот девятисот",
)
_TENS = (  # 20, 30 and so on, before the ordinal of a unit: "iyirmi birinci", "twenty-first"
    "iyirmi otuz qirx elli altmis yetmis seksen doxsan",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
)
_HUNDREDS = (
    "yuz",
    "hundred",
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
)
_CARDINALS = (
    "bir iki uc dord bes alti yeddi sekkiz doqquz on",
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen"
    ),
    (
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать"
        " пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
)

_ROMAN_OF = {
    ten + unit: str(10 * tens + units)
    for tens, ten in enumerate(("", "X", "XX", "XXX"))
    for units, unit in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if ten + unit
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number in words of one language."""

    language: str
    number: int
    is_ordinal: bool = False

    def times(self, other: "Spoken") -> "Spoken | None":
        """The hundreds of two words: "iki yüz" is 200; None where they are none."""
        is_one = self.language == other.language != "ru" and self.number < 10 and other.number == 100
        return replace(other, number=100 * self.number) if is_one and not self.is_ordinal else None

    def plus(self, other: "Spoken") -> "Spoken | None":
        """The number of two: "on birinci" is 11, "one hundred twenty" 120; None where they are not one."""
        is_ten = self.number % 10 == 0 and (self.number % 100 != 10 or self.language == "az")
        room = 100 if self.number % 100 == 0 else 10 if is_ten else 0
        is_one = self.language == other.language and other.number < room and not self.is_ordinal
        return replace(other, number=self.number + other.number) if is_one else None


def _numbers(*kinds: Sequence[str], is_ordinal: bool = False) -> dict[str, Spoken]:
    """What each word says; the kinds are units, tens and hundreds of each language."""
    return {
        word: Spoken(language, number, is_ordinal=is_ordinal)
        for language, *some in zip(_LANGUAGES, *kinds, strict=True)
        for words, numbers in zip(some, (count(1), count(20, 10), count(100, 100)), strict=True)
        for number, word in zip(numbers, words.split(), strict=False)
    }


_ORDINAL_OF = _numbers(_ORDINALS, _ROUND, _HUNDREDTHS, is_ordinal=True)
_CARDINAL_OF = _numbers(_CARDINALS, _TENS, _HUNDREDS)
_RUSSIAN = re.compile(r"(.+?)(?:ая|ую|ой|ый|ого|ому|ом|ым|ь?ем|ья|ью|ьей|ий|ьего|ьему|ья)")


def spoken(word: str) -> Spoken | None:
    """What a folded word says: "ucuncu" is the third, "twelve" 12; None where it says no number."""
    ending = _RUSSIAN.fullmatch(word)
    ordinal = _ORDINAL_OF.get(ending[1] if ending else word)
    is_one = ordinal and (ordinal.language == "ru") == bool(ending)  # "двухсот" is no two hundredth
    return ordinal if is_one else _CARDINAL_OF.get(word)


def romans_between(first: str, last: str) -> list[str]:
    """The small Roman numbers between two, "ii" between "i" and "iii"; none between letters, such as "c" and "d"."""
    ends = [roman_of(end.upper()) for end in (first, last)]
    is_range = all(ends) and (first == "i" or len(first + last) > 2)
    return [roman.lower() for roman in list(_ROMAN_OF)[int(ends[0]) : int(ends[1]) - 1]] if is_range else []


def roman_of(word: str) -> str:
    """The number that capitals say: "IV" is 4; "" where they say none up to 39."""
    return _ROMAN_OF.get(word, "")
