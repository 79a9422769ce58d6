"""Against which text each text of an issue is compared."""

from collections.abc import Collection, Sequence
from typing import Any

from rights.models import FollowedText


def text_before(row: FollowedText, so_far: Sequence[FollowedText]) -> FollowedText | None:
    """The readable earlier text from which this one was made, of those that answer the issue.

    For a draft the draft before it of the same amendment, else the law that it changes; for a text of the law its last draft,
    else the law before it; else the text on which the issue was raised.
    """
    earlier = [one for one in so_far if one is not row]
    amendment = _amendment_of(row)
    drafts = [one for one in earlier if one.version.draft and one.version.draft.amendment_id == amendment]
    law = [one for one in earlier if one.version.draft is None]
    return next((rows[-1] for rows in (drafts, law, earlier[:1]) if rows), None)


def back_to(row: FollowedText, so_far: Sequence[FollowedText]) -> FollowedText | None:
    """The first text whose words this one has again, where the text before it has others, say because it repealed them."""
    before = text_before(row, so_far)
    if before is None or before.text_hash == row.text_hash:
        return None
    return next((one for one in so_far if one is not row and one.text_hash == row.text_hash), None)


def answered_before(
    row: FollowedText, so_far: Sequence[FollowedText], answered: Collection[tuple[Any, str]]
) -> FollowedText | None:
    """The nearest text before with an answer of its own, as version and hash; else the one on which the issue was raised.

    A law that says the same as that text stands for it. Everything that changed since the last answer stands between the two,
    however many texts nobody answered for.
    """
    passed: list[FollowedText] = []
    known = text_before(row, so_far)
    while known and known is not so_far[0] and (known.version_id, known.text_hash) not in answered:
        passed.append(known)
        so_far = so_far[: so_far.index(known)]
        known = text_before(known, so_far)
    for text in reversed(passed):
        if known is not None and known.text_hash == text.text_hash and text.version.draft is None:
            known = text
    return known


def _amendment_of(row: FollowedText) -> object:
    """The amendment of a draft, or the one that made a text of the law."""
    source = row.version if row.version.draft is not None else row.version.text_of
    return source.draft.amendment_id if source is not None and source.draft is not None else None
