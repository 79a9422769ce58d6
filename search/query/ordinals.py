"""Numbers in words, up to 99 and the ninety-ninth, in Azerbaijani, English and Russian, and Roman ones."""

import re
from collections.abc import Sequence

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
_TENS = (  # 20, 30 and so on, before the ordinal of a unit: "iyirmi birinci", "twenty-first"
    "iyirmi otuz qirx elli altmis yetmis seksen doxsan",
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
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


def _numbers(units: Sequence[str], tens: Sequence[str]) -> dict[str, tuple[str, int]]:
    """The language and the number of each word."""
    return {
        word: (language, number)
        for language, small, large in zip(_LANGUAGES, units, tens, strict=True)
        for number, word in (
            *enumerate(small.split(), 1),
            *zip(range(20, 100, 10), large.split(), strict=True),
        )
    }


_ORDINAL_OF = _numbers(_ORDINALS, _ROUND)
_CARDINAL_OF = _numbers(_CARDINALS, _TENS)
_TENS_OF = {("az", "on"): 10} | {
    (language, word): number for word, (language, number) in _CARDINAL_OF.items() if number >= 20
}
_ORDINAL = re.compile(
    rf"({'|'.join(_ORDINAL_OF)})(?:ая|ую|ой|ый|ого|ому|ом|ым|ь?ем|ья|ью|ьей|ий|ьего|ьему|ем|ья)?"
)


def ordinal_of(word: str) -> str:
    """The number that a folded word says: "ucuncu" is 3; "" where it says none."""
    found = _ORDINAL.fullmatch(word)
    return str(_ORDINAL_OF[found[1]][1]) if found else ""


def cardinal_of(word: str) -> str:
    """The number that a folded word says: "twelve" is 12; "" where it says none."""
    return str(_CARDINAL_OF[word][1]) if word in _CARDINAL_OF else ""


def roman_of(word: str) -> str:
    """The number that capitals say: "IV" is 4; "" where they say none up to 39."""
    return _ROMAN_OF.get(word, "")


def compound(tens: str, unit: str) -> str:
    """The number of two words: "on birinci" is 11, "twenty five" 25; "" where they are not one."""
    found = _ORDINAL.fullmatch(unit)
    language, number = _ORDINAL_OF[found[1]] if found else _CARDINAL_OF.get(unit, ("", 0))
    is_unit = 0 < number < 10 and (language, tens) in _TENS_OF
    return str(_TENS_OF[language, tens] + number) if is_unit else ""
