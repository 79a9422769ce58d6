"""Azerbaijani words taken apart: what they may be without their endings.

An ending of a noun is read in its order (plural, whose it is, case), one of a verb in its (voice, negation, tense,
person). A short word may be read in several ways; `roots` gives all of them.
"""

import re
from functools import lru_cache

_SHORTEST = 3  # letters of a root
_LONGEST = 24  # of a word that is taken apart
# As folded: a and ə are [ae], ı, i, u and ü are [iu].
_WHOSE = "[iu]?m[iu]z|[iu]?n[iu]z|[iu]?m|[iu]?n|s?[iu]"
_CASE = "n?[iu]n|[yn]?[ae](?:d[ae]k)?|n?[iu]|n?d[ae]n?|y?l[ae]"
_IS = "d[iu]r(?:l[ae]r)?(?:s[ae])?|y?s[ae]|m[iu]|y?[ae]m|y[iu][qk]"  # "-ik" behind a consonant is mostly "-lik" with a slip
_BELONGING = "l[iu][qkgy]?|s[iu]z|c[iu]"
_NOUN = (
    f"(?:{_BELONGING}){{0,2}}(?:l[ae]r)?(?:{_WHOSE})?(?:{_CASE})?(?:k[iu](?:l[ae]r)?(?:{_CASE})?)?(?:{_IS})?"
)
_VOICE = "(?:l[ae])?(?:[iu]?[lns]|d[iu]r|t){0,3}"
_WHO = "m|n|[qk]|[ae]m|s[ae]n|[iu][qk]|n[iu]z|s[iu]n[iu]z|l[ae]r|d[iu]r|d[iu]rl[ae]r"
_TENSE = "[iu]r|y[iu]r|y?[ae]r|y?[ae]c[ae][qkgy]|d[iu]|m[iu]s|y?[iu]b|m[ae]l[iu]|s[ae]|s[iu]n|y?[ae]"
_FINITE = f"(?:m[ae]?)?(?:{_TENSE})(?:d[iu]|m[iu]s|s[ae])?(?:{_WHO})?(?:m[iu])?"
_NAMING = (
    "m[ae][qkgy]?|y?[ae]n(?:d[ae])?|d[iu][qkgy]|y?[ae]r[ae][qk]|y?[ae]rk[ae]n|y?[iu]nc[ae]|y?[ae]n[ae]d[ae]k|m[iu]s"
    "|m[ae]d[ae]n|y?[iu]c[iu]|y?[ae]c[ae][qkgy]|m[ae]l[iu]"
)
_ENDING = re.compile(f"(?:{_NOUN}|{_VOICE}(?:{_FINITE}|(?:m[ae])?(?:{_NAMING})(?:{_NOUN})))")
_BEFORE_Q = re.compile("[aeiu][qkgy]")
_LAST = str.maketrans("gy", "qk")  # uşaq, uşağı; çörək, çörəyi


@lru_cache(maxsize=100_000)
def roots(word: str) -> tuple[str, ...]:
    """What a folded word may be without its endings, the longest first."""
    if not word.isalpha() or len(word) > _LONGEST:
        return (word,)
    return tuple(
        word[: end - 1] + word[end - 1].translate(_LAST)
        for end in range(len(word), min(_SHORTEST, len(word)) - 1, -1)
        if _ENDING.fullmatch(word, end)
    )


def is_form(word: str, root: str) -> bool:
    """Whether a folded word is this root with endings."""
    end = len(root)
    if word[: end - 1] != root[:-1] or word[end - 1 : end].translate(_LAST) != root[-1]:
        return False
    return bool(_ENDING.fullmatch(word, end))


def may_end(word: str, end: int) -> bool:
    """Whether only endings follow the first letters of a folded word.

    The letters may end within an ending, or before the q or k of a root: "uşa" of "uşaq".
    """
    ends = (end, end + 1) if _BEFORE_Q.match(word, end - 1) else (end,)
    return any(_ENDING.fullmatch(word, one) for one in ends) or any(len(root) <= end for root in roots(word))
