"""The stem that the forms of a word share, for each language.

Azerbaijani: the first six letters, measured better on statutes than a Turkish stemmer, and for the short words
whose endings stand within those six the word without them. English and Russian: Snowball, with the Russian
nouns it splits put together again.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.russian_stemmer import RussianStemmer

AZ_LETTERS = 6
AZ_SHORTEST = 4  # letters that are left of a word
# folded; maddə-nin and qanun-un cannot be told apart without a dictionary: both readings are kept
# no ending is the end of a longer one: wherever it is looked for, the longest is taken off
AZ_ENDING = re.compile(
    r"(?:l[ae]r|d[iu]r|(?:n|(?<!n))[iu]n|(?:n|(?<!n))d[ae]n?|(?:[ns]|(?<![ns]))[iu]|[nyl][ae]|(?<![dnyl])[ae])$"
)
AZ_SHORT_ENDING = re.compile(r"(?:l[ae]r|d[iu]r|[iu]n|d[ae]n?|[iu]|(?<!d)[ae])$")


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

ASKING = _words(
    # az
    "ne nece neye nedir nedendir niye kim kime kimi kimin kimden kimle kimdir hara harada haradan haraya haradir "
    "hansi necedir neceyedir men mene meni menim menimle sen sene senin biz bize bizim bizi siz size sizin onlar onlara "
    "onlarin ona onu onun ozum ozumun ozu bunu buna bunun var yox yoxdur vardir olar olur olmur olmaz olarmi olacaq "
    "oldu olub olsun isteyirem isteyir isteyirik gerek gerekdir lazim lazimdir lazimdirmi mumkun mumkundur mumkundurmu "
    "bilerem biler bilerik bilermi bilmir edim edir edirem edirler etmek etsin edek etse eden edib etmir qeder amma "
    "ancaq deye eger indi sonra artiq cox verir verirler verim verib vermek almaq alir aliram almir alim axi hec "
    # en
    "how what when where who whom whose why can could may might must shall should would do does did done doing have "
    "has had having am im i me my mine myself we us our you your yours he she him her his them get gets got getting "
    "want wants need needs about any some someone somebody here just also much many than too very let lets make makes "
    # ru
    "как какой какая какое какие каких какую каким чем чего чему кто кого кому кем где куда откуда когда зачем почему "
    "сколько ли можно нельзя надо нужно нужен нужна нужны должен должна должны если мне меня мной я мы нас нам вы вас "
    "вам он она они его ее их ему ей свой свои своего своей моя мой мои мое мою быть есть был была был будет теперь "
    "сейчас уже еще тоже так такое такой такая этот эта эти этого этой чтобы чтоб делать сделать хочу хочет хотят потом"
)
"""Words of any question: people write them, and they tell nothing of the answer."""

PEOPLE = (  # one -анин, many -ане, of many -ан: Snowball makes three words of them
    *("граждан", "россиян", "горожан", "сельчан", "крестьян", "христиан", "мусульман", "дворян", "славян"),
    *("армян", "англичан", "датчан", "молдаван", "египтян", "бакинчан", "южан", "северян"),
)
PEOPLE_ENDINGS = frozenset(("", "ин", "ина", "ину", "ином", "ине", "е", "ам", "ами", "ах"))
LOSING_O = _words(  # the о falls in every other case: порядок, порядка
    "порядок участок рынок подросток ребенок список заработок остаток недостаток убыток отрезок потомок"
)

VERB_LIKE = re.compile(r"^(.*?[аеиоуыэюя].*[ая])[лн]$")
"""Snowball takes "н" of "орган" and "л" of "материал" for the end of a verb, and leaves it in "органов"."""


def _azerbaijani(word: str) -> set[str]:
    return {form[:AZ_LETTERS] for form in (word, _bare(word, AZ_ENDING), _bare(word, AZ_SHORT_ENDING))}


def _bare(word: str, ending: re.Pattern[str]) -> str:
    while (found := ending.search(word)) and found.start() >= AZ_SHORTEST:
        word = word[: found.start()]
    return word


def _english(word: str) -> set[str]:
    # a stemmer stores the word it works on, so each thread needs its own
    return {str(EnglishStemmer().stemWord(word))}


def _russian_stem(word: str) -> str:
    for root in PEOPLE:
        before, found, ending = word.rpartition(root)
        if found and ending in PEOPLE_ENDINGS:
            return _as_noun(before + root)
    stem = str(RussianStemmer().stemWord(word))
    if stem in LOSING_O:
        return stem[:-2] + "к"
    if stem.endswith("ец") and len(stem) > 4:  # беженец, беженца
        return stem[:-2] + "ц"
    return _as_noun(stem)


def _as_noun(stem: str) -> str:
    return VERB_LIKE.sub(r"\1", stem)


_STEMMERS: dict[str, Callable[[str], set[str]]] = {
    "az": _azerbaijani,
    "en": _english,
    "ru": lambda word: {_russian_stem(word)},
}
LANGUAGES = tuple(_STEMMERS)


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic letters."""
    return "\u0400" <= word[0] <= "\u04ff"


@lru_cache(maxsize=100_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """The terms for the forms of a folded word, "en:detent"; none where it is no word of the language to look for."""
    if language not in _STEMMERS or not word.isalpha() or is_cyrillic(word) is not (language == "ru"):
        return ()
    if word in STOP_WORDS[language]:
        return ()
    return tuple(f"{language}:{stem}" for stem in sorted(_STEMMERS[language](word)))


def is_asking(word: str) -> bool:
    """Whether the word belongs to any question."""
    return word in ASKING


def is_stop_word(word: str) -> bool:
    """Whether some language passes over the word."""
    return any(word in words for words in STOP_WORDS.values())
