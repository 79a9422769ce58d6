"""Azerbaijani word forms that instructions need: ordinal suffixes, cases of the names of provisions, number words."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from azerbaijan.schemes import ordinal as suffix

ORDINAL_WORDS = (
    "birinci",
    "ikinci",
    "üçüncü",
    "dördüncü",
    "beşinci",
    "altıncı",
    "yeddinci",
    "səkkizinci",
    "doqquzuncu",
    "onuncu",
    "on birinci",
    "on ikinci",
    "on üçüncü",
    "on dördüncü",
    "on beşinci",
    "on altıncı",
    "on yeddinci",
    "on səkkizinci",
    "on doqquzuncu",
    "iyirminci",
)


class Case(StrEnum):
    """The cases that instructions use."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a noun: maddələrində = maddə, plural, possessed, locative."""

    noun: str
    case: Case
    plural: bool = False
    possessed: bool = False


# The nouns for provisions and their parts, each with its stem before endings that begin with a vowel.
NOUNS = {
    "maddə": "maddə",
    "hissə": "hissə",
    "bənd": "bənd",
    "yarımbənd": "yarımbənd",
    "fəsil": "fəsl",
    "bölmə": "bölmə",
    "paraqraf": "paraqraf",
    "abzas": "abzas",
    "cümlə": "cümlə",
    "ad": "ad",
    "mətn": "mətn",
    "preambula": "preambula",
    "sanksiya": "sanksiya",
    "dispozisiya": "dispozisiya",
    "əlavə": "əlavə",
    "cədvəl": "cədvəl",
    "sətir": "sətr",
    "Qanun": "Qanun",
    "Məcəllə": "Məcəllə",
    "Fərman": "Fərman",
    "Qərar": "Qərar",
    "Konstitusiya": "Konstitusiya",
    "Akt": "Akt",
    "söz": "söz",
    "rəqəm": "rəqəm",
    "işarə": "işarə",
    "hərf": "hərf",
    "ifadə": "ifadə",
    "bağlayıcı": "bağlayıcı",
}


def ordinal(number: str) -> str:
    """A printed number with its ordinal suffix: 12-1 → 12-1-ci, 9.3.10 → 9.3.10-cu, IV → IV."""
    return f"{number}{suffix(number)}"


def decline(noun: str, case: Case, *, plural: bool = False, possessed: bool = False) -> str:
    """A noun in a case: decline("maddə", LOCATIVE, possessed=True) → "maddəsində"."""
    stem = noun
    if plural:
        stem += "lər" if _is_front(stem) else "lar"
    if possessed:
        vowel = _narrow(stem)
        stem = _before_vowel(stem, noun, plural=plural) + (f"s{vowel}" if _ends_in_vowel(stem) else vowel)
    return _with_case(stem, case, noun, is_bare=not plural and not possessed, possessed=possessed)


def possessed_in(name: str) -> str:
    """A name that ends with a possessed noun, in the locative: "Miqrasiya Məcəlləsi" → "Miqrasiya Məcəlləsində"."""
    return f"{name}nd{'ə' if _is_front(name) else 'a'}"


def _with_case(stem: str, case: Case, noun: str, *, is_bare: bool, possessed: bool) -> str:
    wide, narrow = ("ə" if _is_front(stem) else "a"), _narrow(stem)
    link = "n" if possessed else ""
    joined = _before_vowel(stem, noun, plural=not is_bare)
    ends_in_vowel = _ends_in_vowel(stem)
    return {
        Case.NOMINATIVE: stem,
        Case.GENITIVE: f"{stem}n{narrow}n" if ends_in_vowel else f"{joined}{narrow}n",
        Case.DATIVE: f"{stem}{link or 'y'}{wide}" if ends_in_vowel else f"{joined}{wide}",
        Case.LOCATIVE: f"{stem}{link}d{wide}",
        Case.ABLATIVE: f"{stem}{link}d{wide}n",
    }[case]


def _before_vowel(stem: str, noun: str, *, plural: bool) -> str:
    """The stem before an ending that begins with a vowel: fəsil + in → fəslin."""
    return stem if plural or stem != noun else NOUNS.get(noun, noun)


def _vowels(word: str) -> str:
    return "".join(letter for letter in word if letter in "aıoueəiöüAIOUEƏİÖÜ") or "ə"


def _is_front(word: str) -> bool:
    return _vowels(word)[-1] in "eəiöüEƏİÖÜ"


def _narrow(word: str) -> str:
    """The narrow vowel of an ending, which follows the last vowel of the word."""
    return {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "ə": "i", "i": "i", "ö": "ü", "ü": "ü"}[
        _vowels(word)[-1].lower()
    ]


def _ends_in_vowel(word: str) -> bool:
    return word[-1] in "aıoueəiöü"


@lru_cache(maxsize=1)
def every_form() -> dict[str, Form]:
    """All forms of the nouns, for reading. If a form has two readings, the simpler one."""
    forms: dict[str, Form] = {}
    for noun in NOUNS:
        for plural, possessed in ((False, False), (False, True), (True, False), (True, True)):
            for case in Case:
                written = decline(noun, case, plural=plural, possessed=possessed).lower()
                forms.setdefault(written, Form(noun, case, plural, possessed))
    return forms
