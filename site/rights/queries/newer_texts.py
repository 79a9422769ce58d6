"""What came since the recommendations of an opinion were written, for those who are about to issue it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from amendments.models import Version
from consultations.queries.comments.provision_parts import wordings_with_parts
from rights.models import Opinion, Recommendation
from rights.queries.names_of_texts import text_name
from rights.queries.opinion_issues import recommended_texts
from rights.queries.repeated_wordings import says


@dataclass(frozen=True, slots=True)
class NewerText:
    """A text that is newer than the one on which recommendations were written."""

    name: str
    before: str  # the name of the text on which they were written
    url: str  # the comparison of the two; "" if no page has it
    places: tuple[int, ...]  # the numbers of these recommendations
    repeated: tuple[int, ...]  # those whose wording the newer text already has


def newer_texts(user: Any, opinion: Opinion, rows: Iterable[Recommendation]) -> list[NewerText]:
    """The newest text of each act, of those that the person may read: the law, once the amendment has made it.

    A bounded number of queries.
    """
    newest = {
        text.instrument_id: text for text in [*recommended_texts(user, opinion), *_adopted(user, opinion)]
    }
    pairs: dict[tuple[Version, Version], list[Recommendation]] = {}
    for row in rows:
        new = newest.get(row.version.instrument_id)
        if new and new.sealed_at > row.version.sealed_at:
            pairs.setdefault((row.version, new), []).append(row)
    behind = [row for own in pairs.values() for row in own if row.wording]
    texts = wordings_with_parts({one for pair in pairs for one in pair}, {row.provision_id for row in behind})
    return [
        NewerText(
            text_name(new),
            text_name(old),
            _comparison(old, new),
            tuple(row.place for row in own),
            tuple(row.place for row in own if row in behind and says(row, new, texts)),
        )
        for (old, new), own in pairs.items()
    ]


def _adopted(user: Any, opinion: Opinion) -> QuerySet[Version]:
    """The texts of the law that the amendment of an opinion has made."""
    made = Version.objects.visible_to(user).filter(draft=None, text_of__draft__amendment=opinion.amendment_id)
    rows = made if opinion.amendment_id else made.none()
    return rows.select_related("instrument").order_by("sealed_at", "number")


def _comparison(old: Version, new: Version) -> str:
    if new.draft is None:
        return f"{new.instrument.url}compare/{old.number}/{new.number}/" if old.draft is None else ""
    if old.draft is None:
        return new.draft.redline_url if new.parent_id == old.pk else ""
    amendment = new.draft.amendment
    is_own = old.draft.amendment_id == amendment.pk
    return f"{amendment.url}compare/{old.draft.number}/{new.draft.number}/" if is_own else ""
