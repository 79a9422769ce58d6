"""Whether the next version adopted a proposed wording, computed from the texts."""

import re
from collections import Counter
from enum import StrEnum

from amendments.redline.redline import Mark
from amendments.redline.texts import diff_text

_WORD = re.compile(r"\w+(?:[.,–-]\w+)*")
# Both shares were set by hand on the cases of tests/consultations/rules/test_outcome.py.
_REFLECTED = 0.3  # the share of the proposed words that must be in the change that was made
_FRAGMENT = 0.3  # a shorter proposal that keeps less of the text is a few words, not a whole wording


class Outcome(StrEnum):
    """How far a version reflects a proposal."""

    VERBATIM = "adopted_verbatim"
    MODIFIED = "modified"
    NOT_REFLECTED = "not_reflected"


def is_fragment(commented: str, proposed: str) -> bool:
    """Whether the proposed text is only a few words of the wording, not a wording for the whole text."""
    whole = _visible(commented)
    kept = sum(_visible(s.text) for s in diff_text(commented, proposed) if s.mark is Mark.KEPT)
    return bool(whole) and kept / whole < _FRAGMENT and _visible(proposed) < whole


def outcome_of(commented: str, proposed: str, now: str) -> Outcome:
    """Compare three texts of one passage: as commented, as proposed and now."""
    before, wanted, after = _plain(commented), _plain(proposed), _plain(now)
    if before == after:
        return Outcome.VERBATIM if wanted == after else Outcome.NOT_REFLECTED
    if wanted == after or (_stands_in(wanted, after) and not _stands_in(wanted, before)):
        return Outcome.VERBATIM
    return Outcome.MODIFIED if _reflected(commented, proposed, now) >= _REFLECTED else Outcome.NOT_REFLECTED


def _reflected(commented: str, proposed: str, now: str) -> float:
    """The share of the proposed new words that were added; if there are none, of the words to delete that were deleted."""
    asked_in, asked_out = _changes(commented, proposed)
    if is_fragment(commented, proposed):
        asked_in = _words(proposed) - _words(commented)
    made_in, made_out = _changes(commented, now)
    if asked_in:
        return (asked_in & made_in).total() / asked_in.total()
    return (asked_out & made_out).total() / asked_out.total() if asked_out else 0.0


def _plain(text: str) -> str:
    """The text without differences of spaces and final punctuation, which depends on the place of a point in its list."""
    return " ".join(text.split()).rstrip(" .;,:")


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


def _visible(text: str) -> int:
    return sum(not character.isspace() for character in text)
