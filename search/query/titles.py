"""Titles of acts as they are cited: by their words, and by their initials."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import count, pairwise, zip_longest
from operator import or_

from search.query.analysis import fold
from search.query.cited import Phrase, words_of
from search.query.measures import is_measure
from search.query.ordinals import roman_of
from search.query.plan import Word
from search.query.stems import is_stop_word

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_LONG_TITLE = re.compile(
    r"(?<=\w)\s+(?:An Act|AN ACT)\s+(?i:to|respecting|relating|for|in|concerning)\b.*$", re.DOTALL
)
_INITIALS = 6  # letters of an abbreviation
INITIALS_SIGN = "·"  # before initials: no word begins so
_CUT_SIGN = "."
_CUT = 3  # letters that are left
_STATE_SIGN = "¦"
_STATE_LETTERS = 5
_VOWELS = re.compile("(?!^)[аеиоуыэюя]")
_ON = ("о", "об")  # «КоАП» is the кодекс Российской Федерации об административных правонарушениях

_STATE = re.compile(
    r"\w+ской (?:республики|федерации)|республики \w+|\w+ (?:respublika|federasiya)s\w+|republic of \w+|\w+ (?:republic|federation)(?! of)"
)
"""Folded: which of the codes with one name is meant, not what it is about."""

_Run = list[tuple[str, int]]
"""Words, each with a bit for its place among those that count."""


def state_term(word: str) -> str:
    """What is alike in the name of a state and the word for what is of it: «Казахстана», «Казахстанской»."""
    return _STATE_SIGN + word[:_STATE_LETTERS]


def may_be_title(phrase: Phrase) -> bool:
    """Whether words in quotation marks begin or end as the title of a law does: «О гражданстве»."""
    return phrase[0] in _ON or phrase[-1] == "haqqinda"


def cut_term(word: str) -> str:
    """What a word before “code” may be cut to: «Жил. кодекс»."""
    return word + _CUT_SIGN


def in_full(word: str) -> str:
    """The noun for an act that a word is the beginning of, or else the word."""
    return _CUT_KINDS.get(word, word)


def title_terms(words: str) -> frozenset[str]:
    return frozenset(term for word in words.split() for term in Word.of(fold(word)).terms)


LAWS = title_terms("law act qanun закон федеральный фз")
KINDS = LAWS | title_terms("code məcəllə кодекс")
_M_SI = ("m", "si")  # «M-si», a code
_CODES = ("code", "кодекс")
_NOUNS = "convention konvensiya конвенция code məcəllə кодекс constitution konstitusiya конституция"
_CUT_KINDS = {word[:length]: word for word in fold(_NOUNS).split() for length in range(_CUT, len(word))} | {
    "regs": "regulations"
}
"""Nouns for acts by what they may be cut to: “Konst.”, «Конст.», “Əmək Məc.”."""


def names_kind(run: Phrase) -> bool:
    """Whether an act is said to be one: "закон о пособиях", "Mənzil M-si"."""
    return not KINDS.isdisjoint(term for word in run for term in Word.of(word).terms) or _M_SI in pairwise(
        run
    )


def numbers_of(act: str) -> set[Phrase]:
    """How the number of an act may be said: "115-ФЗ", "ФЗ-115", "115фз", "фз115"; 4528-I is also 4528-1."""
    number = words_of(act)
    roman = roman_of(number[-1].upper()) if number else ""
    arabic = [words_of("-".join((*number[:-1], roman)))] if roman else []
    turned = [number[::-1]] if len(number) > 1 and number[-1].isalpha() else []
    return {number, *arabic, *turned, *(("".join(one),) for one in (number, *turned) if turned)} - {()}


@dataclass(frozen=True, slots=True)
class Title:
    """A title as it is cited: its words that count, and its initials from either end, as terms with their places."""

    words: tuple[Word, ...]
    places: Mapping[str, int]  # term: a bit for each word that it says
    of_state: frozenset[str]  # words that name a state
    is_of_state: bool = False  # none is meant by it where its state is not said
    is_short: bool = False  # without what stands in brackets: "Civil Code (part one)"

    def tells(self, word: Word) -> bool:
        """Whether a word of it tells what it is about."""
        return (self.is_of_state or word.exact not in self.of_state) and LAWS.isdisjoint(word.terms)


@lru_cache(maxsize=20_000)
def read_title(title: str) -> Title:
    """A title taken apart."""
    written = words_of(title)
    words = tuple(Word.of(word) for word in written if not is_stop_word(word))
    of_state = frozenset(" ".join(_STATE.findall(" ".join(written))).split())
    kind = next((place for place, word in enumerate(words) if not KINDS.isdisjoint(word.terms)), -1)
    places: dict[str, int] = defaultdict(int)
    for place, word in enumerate(words):
        cut = (cut_term(word.exact[:length]) for length in range(_CUT, len(word.exact)) if place < kind)
        state = (state_term(word.exact),) if word.exact in of_state else ()
        for term in (*word.terms, *state, *cut):
            places[term] |= 1 << place
    for run in _runs(title, written, words[kind].exact if kind >= 0 else ""):
        for short, meant in _shortened(run):
            places[INITIALS_SIGN + short] |= meant
    return Title(words, dict(places), of_state, is_of_state="[" in title)


def read_titles(written: str) -> Iterator[Title]:
    """A title taken apart, and as it is without what stands in brackets, or without the long title behind the short one."""
    short = _LONG_TITLE.sub("", _BRACKETS.sub("", written))
    titles = (read_title(written), *([replace(read_title(short), is_short=True)] if short != written else []))
    return (title for title in titles if title.words)


def _runs(title: str, written: Phrase, kind: str) -> Iterator[_Run]:
    """The words of a title, those that count, those not in brackets, and those that are and are not the name of a state."""
    places = count()
    said = [(word, 0 if is_stop_word(word) else 1 << next(places)) for word in written]
    yield said
    yield [word for word in said if word[1]]
    yield said[: len(words_of(_BRACKETS.sub("", title)))]
    behind = written.index(kind) + 1 if kind else 0
    if on := next((at for at, word in enumerate(written) if at > behind > 0 and word in _ON), 0):
        yield said[:behind] + said[on:]
        yield said[behind:on]


def _shortened(run: _Run) -> Iterator[tuple[str, int]]:
    """The initials at either end, with the places of the words that count: two or more; «ВзК» is the Воздушный кодекс."""
    for length in range(2, min(len(run), _INITIALS) + 1):
        for start in (0, len(run) - length):
            (first, _), *others = end = run[start : start + length]
            meant = reduce(or_, (place for _, place in end))
            if meant.bit_count() > 1:
                is_code = start == 0 and others[-1][0] in _CODES
                for begun in {first[0], first[:3], _VOWELS.sub("", first)[:2]} if is_code else first[0]:
                    yield begun + "".join(word[0] for word, _ in others), meant


def without_counted(words: Phrase) -> Phrase:
    """The words without the numbers of what is counted: no act is called by that of "28 days"."""
    both = zip_longest(words, words[1:], fillvalue="")
    return tuple(word for word, after in both if not (word.isdecimal() and is_measure(after)))
