"""How an operation names a provision, in one form whatever was typed: "5.1.", "Article 5.1" and "5.1" are 5.1."""

import re
from functools import lru_cache
from typing import Self

from amendments.instructions.instruction_errors import BadOperation
from amendments.provisions.citing.citation_words import PLAIN, CitationStep, CitationWords
from amendments.provisions.messages import message as _
from amendments.provisions.numbers import ProvisionNumber, letter_apart
from amendments.provisions.provision_errors import BadNumber
from amendments.provisions.tree import Kind

WHOLE_ACT = "*"
LONGEST = 200  # as long as the longest eId that is stored
_USUAL = re.compile(r"[1-9]\d{0,5}(?:-\d+)*(?:\.\d+(?:-\d+)*)*")
_EID = re.compile(r"[^\W\d_]+(?:_[^\s()]+)+(?:\([^\s()]+\))*")  # and what lies under it
_LETTERS = re.compile(r"[^\W\d_]{1,2}(?:[.-]?\d+)*")  # g, ğ, g-1, L111-1
_WORD = re.compile(r"[^\W\d_]{3,}\.?|\d[\d.-]*-[^\W\d_]{1,4}")  # of some language: "maddə", "12.3-cü"
_ALONE = frozenset({Kind.TITLE, Kind.PREAMBLE, Kind.CLOSING, Kind.CONTENTS})
_DOTTED_ARTICLE = re.compile(r"article [1-9]\d{0,5}(?:-\d+)*(?:\.\d+(?:-\d+)*)+")
_TABLES = frozenset({Kind.TABLE, Kind.ROW})
_DIVISIONS = frozenset({Kind.SECTION, Kind.CHAPTER, Kind.DIVISION, Kind.ANNEX})


class Designation(str):
    """The name of a provision in an operation: 12-1, 5.1, 4(3), chapter 2, 45 note, an eId, "*" for the whole act.

    `words` are those of the act's language. Without them a word of a language that is not known is kept as it is
    typed, to be read where the act is at hand. What cannot be a name is refused with `BadOperation`.

    A number with dots is of a part: 5.2. An article with such a number is "article 5.2" where it is new. `said` is the
    kind whose word was typed before a number with dots, for only the act tells whether it has such articles.
    """

    __slots__ = ("said",)
    said: Kind | None

    def __new__(cls, typed: str, words: CitationWords | None = None) -> Self:
        if isinstance(typed, cls) and (words is None or is_dotted_article(typed)):
            return typed
        known = typed.said if isinstance(typed, Designation) else None
        new = super().__new__(cls, _read(typed, words))
        new.said = known or _said(typed, words)
        return new


def is_eid(name: str) -> bool:
    """Whether a provision is named by its eId, which programs read and which never stands among words."""
    return _EID.fullmatch(name) is not None


def is_dotted_article(name: str) -> bool:
    """Whether a name is that of a new article whose number has dots."""
    return _DOTTED_ARTICLE.fullmatch(name) is not None


def without_kind(name: str) -> str:
    """A name by which what stands is found: 5.2 for "article 5.2"."""
    return name.removeprefix("article ") if is_dotted_article(name) else name


def shown_name(name: str) -> str:
    """The name among words; "" for the whole act and for an eId."""
    return "" if name == WHOLE_ACT or is_eid(name) else name


def _read(typed: str, words: CitationWords | None) -> str:
    if (len(typed) <= LONGEST and _USUAL.fullmatch(typed)) or typed in ("", WHOLE_ACT):
        return typed
    if words is None and is_dotted_article(typed):
        return typed
    return _named(typed, words)


def _said(typed: str, words: CitationWords | None) -> Kind | None:
    if "." not in typed or _USUAL.fullmatch(typed):
        return None
    return _kind_of_number(typed, words)


@lru_cache(maxsize=4096)
def _kind_of_number(typed: str, words: CitationWords | None) -> Kind | None:
    steps = (words or PLAIN).steps(" ".join(typed.split()).rstrip(".:;,"))
    return steps[0].kind if len(steps) == 1 and "." in steps[0].number else None


@lru_cache(maxsize=4096)
def _named(typed: str, words: CitationWords | None) -> str:
    name = " ".join(typed.split()).rstrip(".:;,")
    if name == WHOLE_ACT or _EID.fullmatch(name):
        return name
    steps = _steps(name, words)
    unread = [step.number for step in steps if step.number and not _is_number(step.number)]
    if not steps or len(name) > LONGEST or (unread and (words or not all(map(_WORD.fullmatch, unread)))):
        raise BadOperation(
            _(
                "“%(typed)s” names no provision. Write its number, for example 5.1, 4(3) or chapter 2.",
                typed=typed,
            )
        )
    return name if unread else _written(steps)


def _steps(name: str, words: CitationWords | None) -> list[CitationStep]:
    """The levels that a name says. Commas part them, or several names; without words only the act tells."""
    read = words or PLAIN
    if "," not in name or ";" in name:
        return read.steps(name) if ";" not in name else []
    steps = [read.steps(part) for part in name.split(",")]
    are_unread = words is None and all(any(map(_is_word, part)) for part in steps)
    return [step for part in steps for step in part] if are_unread else read.listed(name)


def _is_word(step: CitationStep) -> bool:
    return bool(step.number) and not _is_number(step.number)


def _is_number(number: str) -> bool:
    try:
        ProvisionNumber.parse(number)
    except BadNumber:
        apart = letter_apart(number)  # "12.1.ç": a letter of any script behind a dot
        return _is_number(apart.partition("(")[0]) if apart else bool(_LETTERS.fullmatch(number))
    return True


def _written(steps: list[CitationStep]) -> str:
    """The levels from the outermost to the innermost, in the grammar of operations."""
    name, above = "", None
    for step in steps:
        name = f"{name}{_level(step, above)}".strip()
        above = step
    return name


def _level(step: CitationStep, above: CitationStep | None) -> str:
    kind = step.kind
    if kind in _ALONE or kind is Kind.NOTE or kind in _DIVISIONS:
        return f" {kind} {step.number}".rstrip()
    if not step.number:
        return f" {kind}"
    if above is None:
        is_plain = kind in (None, Kind.ARTICLE) or "." in step.number
        return step.number if is_plain else f"{kind} {step.number}"
    if kind in _TABLES:
        return f" {kind} {step.number}{f':{step.place}' if step.place else ''}"
    if above.kind in _DIVISIONS:
        return f" {kind or Kind.ARTICLE} {step.number}"
    if above.kind is Kind.NOTE:
        return f" {Kind.POINT} {step.number}"
    return f"({step.number})"
