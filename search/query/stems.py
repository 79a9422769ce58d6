"""What the forms of one word share, per language.

Azerbaijani: the first six letters, measured better on statutes than a Turkish stemmer. English and Russian:
Snowball, with the Russian nouns it splits put together again.
"""

from collections.abc import Callable
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer  # type: ignore[import-untyped]  # carries no types
from snowballstemmer.russian_stemmer import RussianStemmer  # type: ignore[import-untyped]  # carries no types

_AZ_LETTERS = 6


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


STOP_WORDS = {
    "az": _words("ve ile bu o da de ki ucun ya kimi hem her bir olan ise ne"),
    "en": _words(
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these "
        "they this to was were will with which from"
    ),
    "ru": _words(
        "а без бы в во для до же за и из или к как ко на не ни но о об от по под при с со то у что это"
    ),
}
"""Words that a text is not searched for, unless the query has no others."""

_PEOPLE = (  # one -анин, many -ане, of many -ан: Snowball makes three words of them
    *("граждан", "россиян", "горожан", "сельчан", "крестьян", "христиан", "мусульман", "дворян", "славян"),
    *("армян", "англичан", "датчан", "молдаван", "египтян", "бакинчан", "южан", "северян"),
)
_PEOPLE_ENDINGS = frozenset(("", "ин", "ина", "ину", "ином", "ине", "е", "ам", "ами", "ах"))
_LOSING_O = _words(  # the о falls in every other case: порядок, порядка
    "порядок участок рынок подросток ребенок список заработок остаток недостаток убыток отрезок потомок"
)


def _azerbaijani(word: str) -> str:
    return word[:_AZ_LETTERS]


def _english(word: str) -> str:
    # a stemmer keeps the word it works on: one each, or threads would mix theirs
    return str(EnglishStemmer().stemWord(word))


def _russian(word: str) -> str:
    for root in _PEOPLE:
        before, found, ending = word.rpartition(root)
        if found and ending in _PEOPLE_ENDINGS:
            return before + root
    stem = str(RussianStemmer().stemWord(word))
    if stem in _LOSING_O:
        return stem[:-2] + "к"
    if stem.endswith("ец") and len(stem) > 4:  # беженец, беженца
        return stem[:-2] + "ц"
    return stem


_STEMMERS: dict[str, Callable[[str], str]] = {"az": _azerbaijani, "en": _english, "ru": _russian}
LANGUAGES = tuple(_STEMMERS)


def _is_cyrillic(word: str) -> bool:
    return "\u0400" <= word[0] <= "\u04ff"


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The term for the forms of a folded word, "en:detent"; "" where the language has none for it."""
    if language not in _STEMMERS or not word.isalpha() or _is_cyrillic(word) is not (language == "ru"):
        return ""
    if word in STOP_WORDS[language]:
        return ""
    return f"{language}:{_STEMMERS[language](word)}"


def is_stop_word(word: str) -> bool:
    """Whether some language passes over the word."""
    return any(word in words for words in STOP_WORDS.values())
