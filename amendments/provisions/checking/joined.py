"""Provisions that the print joined to the one before them: the next number stands inside its words and nowhere else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from amendments.provisions.checking import codes
from amendments.provisions.messages import message as _
from amendments.provisions.parsing.pending import Draft
from amendments.provisions.recognising.inner import following
from amendments.provisions.recognising.labels import Form
from amendments.provisions.scheme import Finding
from amendments.provisions.tree import Kind

_SHOWN = 5
_COUNTED = frozenset({Kind.ARTICLE, Kind.PART, Kind.POINT, Kind.SUBPOINT})
_AFTER_SENTENCE = r"[.;:!?»”\]][ \xa0\t]+"
_ANYWHERE = r"[ \xa0\t]"


def check_joined(drafts: Sequence[Draft]) -> Iterator[Finding]:
    """One finding for all of them, at the first."""
    numbers = _Numbers()
    for draft in drafts:
        numbers.add(draft)
    joined = [
        draft for draft in drafts if draft.kind in _COUNTED and draft.value and numbers.is_joined(draft)
    ]
    if joined:
        lines = ", ".join(str(draft.line) for draft in joined[:_SHOWN])
        said = _(
            "%(count)s provisions hold the number of the next one in their words (%(places)s).",
            count=len(joined),
            places=lines + (" …" if len(joined) > _SHOWN else ""),
        )
        yield Finding(joined[0].line, codes.JOINED_NUMBERS, said, len(joined), stops=True)


@dataclass
class _Numbers:
    """The numbers of an act: those of articles and decimal ones through all of it, others within their owner."""

    known: set[tuple[object, str]] = field(default_factory=set)
    has_decimal: bool = False

    def add(self, draft: Draft) -> None:
        self.known.add((_scope(draft), draft.number))
        self.has_decimal = self.has_decimal or _is_decimal(draft)

    def is_joined(self, draft: Draft) -> bool:
        """Whether the next number, or the first one below, is printed in the words of this provision alone."""
        label = (
            "".join(draft.layout)
            .partition("{heading")[0]
            .partition("{text}")[0]
            .replace("{ordinal}", "")
            .strip()
        )
        following = _next(draft.number)
        is_missing = bool(following) and (_scope(draft), following) not in self.known
        if is_missing and _stands(draft, label.replace("{number}", following)):
            return True
        below = f"{draft.number}.1"
        is_above = self.has_decimal and draft.label is not None and draft.label.form is not Form.ITEM
        return is_above and (None, below) not in self.known and _stands(draft, f"{below}.")


def _scope(draft: Draft) -> object:
    is_item = draft.label is not None and draft.label.form is Form.ITEM
    return id(draft.parent) if is_item else None


def _is_decimal(draft: Draft) -> bool:
    return draft.label is not None and draft.label.form is Form.DECIMAL


def _next(number: str) -> str:
    """The number after this one: 5.2 → 5.3, c → d; "" where that is not plain."""
    is_letter = len(number) == 1 and "a" <= number < "z"
    return chr(ord(number) + 1) if is_letter else following(number)


def _stands(draft: Draft, label: str) -> bool:
    """Whether a label stands in the words: behind a sentence, in a heading behind any word."""
    end = re.escape(label) + r"[ \xa0\t]+\S"
    return any(
        label in words and re.search(before + end, words)
        for before, words in (
            (_ANYWHERE, draft.heading),
            *((_AFTER_SENTENCE, text) for text in draft.paragraphs),
        )
    )
