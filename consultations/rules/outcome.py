"""Whether the next version adopted a proposed wording, computed from the texts."""

import re
from collections import Counter
from enum import StrEnum

from amendments.redline.provision_redline import Mark
from amendments.redline.text_redline import diff_text

_WORD = re.compile(r"\w+(?:[.,–-]\w+)*")
_POINT = re.compile(
    r"[ .;,:]*\n\s*\(?(\d+(?:[.-]\d+)*|[^\W\d_]{1,5})[.)]\s+"
)  # ";", then "(a) ", "1. " or "1.2.3. "
# Set by hand on the cases of tests/consultations/rules/test_outcome.py.
_REFLECTED = 0.3  # the share of the proposed words that must be in the change that was made


class Outcome(StrEnum):
    """How far a version reflects a proposal."""

    VERBATIM = "adopted_verbatim"
    MODIFIED = "modified"
    NOT_REFLECTED = "not_reflected"


def outcome_of(commented: str, proposed: str, now: str, *, is_words: bool = False) -> Outcome:
    """Compare three texts of one passage: as commented, as proposed and now.

    `is_words`: only a few words were proposed, which may stand anywhere in the text now.
    """
    before, wanted, after = _plain(commented), _plain(proposed), _plain(now)
    if before == after:
        return Outcome.VERBATIM if wanted == after else Outcome.NOT_REFLECTED
    if wanted == after or (is_words and _stands_in(wanted, after) and not _stands_in(wanted, before)):
        return Outcome.VERBATIM
    reflected = _reflected(commented, proposed, now, is_words=is_words)
    return Outcome.MODIFIED if reflected >= _REFLECTED else Outcome.NOT_REFLECTED


def _reflected(commented: str, proposed: str, now: str, *, is_words: bool) -> float:
    """The share of the proposed new words that were added; if there are none, of the words to delete that were deleted."""
    asked_in, asked_out = _changes(commented, proposed)
    if is_words:
        asked_in = _words(proposed) - _words(commented)
    made_in, made_out = _changes(commented, now)
    if asked_in:
        return (asked_in & made_in).total() / asked_in.total()
    return (asked_out & made_out).total() / asked_out.total() if asked_out else 0.0


def _plain(text: str) -> str:
    """The text without differences of spaces, of brackets about the number of a point, and of final punctuation.

    How a point ends depends on its place in the list.
    """
    return " ".join(_POINT.sub(r" \1) ", text).split()).rstrip(" .;,:")


def _stands_in(words: str, text: str) -> bool:
    """Whether the text contains these whole words: "5" is not in "15"."""
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _changes(before: str, after: str) -> tuple[Counter[str], Counter[str]]:
    inserted: Counter[str] = Counter()
    deleted: Counter[str] = Counter()
    for span in diff_text(before, after):
        if span.mark is Mark.INSERTED:
            inserted += _words(span.text)
        elif span.mark is Mark.DELETED:
            deleted += _words(span.text)
    return inserted, deleted
