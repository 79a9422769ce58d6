"""Citations that are typed with blanks alone: "access to information act 20 1 c", «158 3 а ук», “12 1 ç maddə”."""

import re
from dataclasses import dataclass

from search.query.measures import is_measure
from search.query.pieces import unit_of

_DIGITS = re.compile(r"\d[\s/]")
_AND = r"(?:,\s?|\s(?:и|və|ve|and)\s)"
_RUN = re.compile(
    r"(?<![\w.,:/№#()-])(?<![\d№#]\s)(?P<article>(?!(?:19|20)\d\d\b)\d{1,4}(?:[.-]\d{1,2})*)(?P<parts>(?:[\s/]\d{1,2}(?![\w.]))*)"
    rf"(?P<listed>\s(?P<letters>[^\W\d_](?:{_AND}[^\W\d_](?!\w))*))?(?![\w/-]|\.\w|\.?\s?[\d(«\"“]|\s[^\W\d_](?!\w))"
)
_BEFORE = re.compile(r"([^\W\d_]+)\.?\s*$")
_BEHIND = re.compile(r"\s*([^\W\d_]+)")
_MOST = 3  # levels below an article
_WORDS = frozenset("aioавеикосуя")  # letters that are words


@dataclass(frozen=True, slots=True)
class Spaced:
    """A query with brackets around the levels of a provision: "s 20(1)(c)" for "s 20 1 c"."""

    text: str
    is_sure: bool  # it is meant whatever else is said; else only beside the name of an act
    is_bare: bool  # only where nothing but that name is said


def spaced(text: str) -> Spaced | None:
    """The query as it may be meant; None where no number has levels behind it, but years, days or persons."""
    for run in _RUN.finditer(text) if _DIGITS.search(text) else ():
        levels = [f"({part})" for part in re.findall(r"\d+", run["parts"])]
        if run["letters"]:
            levels.append(", ".join(f"({letter})" for letter in re.split(_AND, run["letters"])))
        before, behind, end = _BEFORE.search(text, 0, run.start()), _BEHIND.match(text, run.end()), run.end()
        units = [unit_of(found[1]) if found else "" for found in (before, behind)]
        if units[1] not in ("", "article") and levels:  # “70 2 ç bəndi”
            levels.pop()
            end = run.end("parts") if run["listed"] else run.end() - len(run["parts"].split()[-1])
        is_other = units[0] not in ("", "article") or (behind and is_measure(behind[1]))
        if levels and len(levels) <= _MOST and not is_other:
            is_article, rest = "article" in units, text[end:]
            is_lettered = bool(run["letters"]) and not _WORDS.issuperset(run["letters"])
            return Spaced(
                f"{text[: run.start()]}{'' if is_article else 'm '}{run['article']}{''.join(levels)} {rest.lstrip()}",
                is_sure=is_article and (not rest.strip() or (is_lettered and len(levels) > 1)),
                is_bare=not (is_article or is_lettered),
            )
    return None
