"""Which answer of an issue counts for a text, for pages that have read the answers.

The same words have the same answer, unless the last answer on a draft of the amendment is about other words: words that went
and came back are asked about again (`FollowedQuerySet.waiting`).
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from amendments.models import Version
from rights.models import Assessment, FollowedText

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class GivenAnswer(Generic[Answer]):
    """An answer with what decides where it counts."""

    answer: Answer
    version: Any
    sealed_at: datetime
    text_hash: str
    is_final: bool  # given on the adopted law (`AssessmentQuerySet.final`)
    amendment: Any = None  # of a draft


def given_answer(row: Any) -> GivenAnswer[Assessment]:  # Any: read with `told_final` and its version
    """An assessment as such an answer."""
    version = row.version
    amendment = version.draft.amendment_id if version.draft else None
    return GivenAnswer(row, row.version_id, version.sealed_at, row.text_hash, row.is_final, amendment)


def counted_answer(
    given: Iterable[GivenAnswer[Answer]], version: Version, text_hash: str
) -> GivenAnswer[Answer] | None:
    """The newest answer that counts for a text with this hash. `given` has the oldest answer first.

    A draft about which nobody said anything has the answer of the law on which it stands. What was said before of the same
    words does not count for it, as it does not count for that law.
    """
    given = list(given)
    earlier = [one for one in given if one.sealed_at <= version.sealed_at]
    same = [one for one in earlier if one.text_hash == text_hash]
    own = [one for one in same if one.version == version.pk]
    if own:
        return own[-1]
    others = [one for one in earlier if one.version != version.pk]
    if version.draft is None:
        last = _last(one for one in others if one.is_final)
        return last if last is not None and last.text_hash == text_hash else None
    amendment = version.draft.amendment_id
    last = _last(one for one in others if one.amendment == amendment)
    if last is not None and last.text_hash != text_hash:
        return None
    law = version.parent
    newer = [
        one for one in same if one.amendment == amendment or law is None or one.sealed_at > law.sealed_at
    ]
    if newer:
        return newer[-1]
    on_law = [one for one in earlier if law is not None and one.version == law.pk]
    if law is None or (on_law and on_law[-1].text_hash != text_hash):
        return None
    return counted_answer(given, law, text_hash)


def alike(given: Iterable[Assessment], text: FollowedText, readable: Container[object]) -> Assessment | None:
    """The newest answer to the words of a text that asks about them again. `given` has the oldest answer first."""
    same = [one for one in given if one.text_hash == text.text_hash and one.version_id in readable]
    return same[-1] if same else None


def _last(given: Iterable[GivenAnswer[Answer]]) -> GivenAnswer[Answer] | None:
    """The answer on the newest text; of several on it the newest."""
    return max(reversed(list(given)), key=lambda one: one.sealed_at, default=None)
