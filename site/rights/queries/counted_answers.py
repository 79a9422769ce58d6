"""Which answer of an issue counts for a text, for pages that have read the answers.

The same words have the same answer. `FollowedQuerySet.waiting` asks again where they went and came back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from amendments.models import Version
from rights.models import Assessment

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class GivenAnswer(Generic[Answer]):
    """An answer with what decides where it counts."""

    answer: Answer
    version: Any
    sealed_at: datetime
    text_hash: str
    is_final: bool  # given on the adopted law (`AssessmentQuerySet.final`)


def given_answer(row: Any) -> GivenAnswer[Assessment]:  # Any: read with `told_final` and its version
    """An assessment as such an answer."""
    return GivenAnswer(row, row.version_id, row.version.sealed_at, row.text_hash, row.is_final)


def counted_answer(
    given: Iterable[GivenAnswer[Answer]], version: Version, text_hash: str
) -> GivenAnswer[Answer] | None:
    """The newest answer that counts for a text with this hash. `given` has the oldest answer first."""
    earlier = [one for one in given if one.sealed_at <= version.sealed_at]
    same = [one for one in earlier if one.text_hash == text_hash]
    own = [one for one in same if one.version == version.pk]
    if own or version.is_draft:
        return (own or same)[-1] if same else None
    final = [one for one in earlier if one.is_final and one.version != version.pk]
    last = max(reversed(final), key=lambda one: one.sealed_at, default=None)  # of several on it the newest
    return last if last is not None and last.text_hash == text_hash else None
