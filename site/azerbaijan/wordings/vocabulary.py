"""The words of instructions. Misprints that occur in official texts are recognised."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import lru_cache

from amendments.instructions.instruction_errors import Unread
from amendments.provisions.messages import message as _
from azerbaijan.wordings.forms import ORDINAL_WORDS, Case, Form, every_form

JOINTS = frozenset({"və", "isə", "habelə", "həmçinin", "o", "cümlədən"})
AUXILIARIES = (
    "edilmişdir",
    "edilsin",
    "edilmiş",
    "edilib",
    "edilir",
    "olunmuşdur",
    "olunsun",
    "olunmuş",
    "olunur",
)
VERBS = {
    "çıxarılmışdır": "delete",
    "çıxarılmış": "delete",
    "çıxarılsın": "delete",
    "verilmişdir": "give",
    "verilmiş": "give",
    "verilsin": "give",
    "qoyulmuşdur": "put",
    "qoyulmuş": "put",
    "qoyulsun": "put",
}
COMPOUND_VERBS = {"əvəz": "replace", "əlavə": "add", "ləğv": "repeal", "hesab": "deem", "ifadə": "give"}
SHORTEST_MISPRINT = 5
# The nouns for quoted words.
QUOTED_NOUNS = frozenset({"söz", "rəqəm", "işarə", "hərf", "ifadə", "bağlayıcı"})
_OF_A_PLACE = ("dəki", "dakı")


def form(word: str) -> Form | None:
    """The form of a noun, or None. A misprint is recognised if only one noun and case are possible."""
    forms = [every_form()[known] for known in near(word, "nouns")]
    return forms[0] if len({(found.noun, found.case) for found in forms}) == 1 else None


def place_form(word: str) -> Form | None:
    """The form of "maddədəki", which names the owner of what stands in it."""
    found = form(word[:-2]) if word.endswith(_OF_A_PLACE) else None
    return replace(found, case=Case.GENITIVE) if found is not None else None


def verb(word: str) -> str:
    """The meaning of a verb of one word; "" for any other word."""
    return VERBS.get(corrected(word, "verbs"), "")


def is_verb(word: str) -> bool:
    """Whether a word is a verb or the first half of one."""
    return bool(verb(word)) or word in COMPOUND_VERBS


def is_auxiliary(word: str) -> bool:
    """Whether a word is the second half of a verb ("əvəz edilsin")."""
    return corrected(word, "auxiliaries") in AUXILIARIES


def corrected(word: str, among: str) -> str:
    """The known word of which this one is a misprint, if there is exactly one; else the word itself."""
    found = near(word, among)
    return found[0] if len(found) == 1 else word


@lru_cache(maxsize=4096)
def near(word: str, among: str) -> list[str]:
    """The word itself if it is known; else known words that differ by one letter, or by ı for i or u for ü."""
    known = _KNOWN[among]()
    if word in known:
        return [word]
    if len(word) < SHORTEST_MISPRINT:
        return []
    return [other for other in known if _is_one_letter_off(_folded(word), _folded(other))]


def _folded(word: str) -> str:
    return word.translate({ord("ı"): "i", ord("u"): "ü"})


_KNOWN: dict[str, Callable[[], Collection[str]]] = {
    "nouns": every_form,
    "verbs": lambda: VERBS,
    "auxiliaries": lambda: AUXILIARIES,
    "ordinals": lambda: ORDINAL_WORDS,
}


def _is_one_letter_off(word: str, other: str) -> bool:
    """Whether one letter is changed, dropped or added."""
    if abs(len(word) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    if len(word) == len(other):
        return word[start + 1 :] == other[start + 1 :]
    return longer[start + 1 :] == shorter[start:]


def is_ordinal(word: str) -> bool:
    return corrected(word, "ordinals") in ORDINAL_WORDS


def ordinal_value(words: str) -> int:
    """ikinci → 2."""
    known = corrected(words, "ordinals")
    if known not in ORDINAL_WORDS:
        raise Unread(_("There is no number for “%(words)s”.", words=words))
    return ORDINAL_WORDS.index(known) + 1
