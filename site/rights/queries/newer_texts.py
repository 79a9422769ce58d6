"""What came since the recommendations of an opinion were written, for those who are about to issue it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from amendments.models import Version
from consultations.queries.comments.provision_parts import wordings_with_parts, words_in
from consultations.queries.comments.provision_texts import Wordings
from rights.models import Opinion, Recommendation
from rights.queries.names_of_texts import text_name
from rights.queries.office_texts import office_texts
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
    gone: tuple[int, ...]  # those whose provision it does not have
    as_law: tuple[int, ...]  # those whose provision the older draft changed, and the newer one does not


def newer_texts(user: Any, opinion: Opinion, rows: Iterable[Recommendation]) -> list[NewerText]:
    """The newest text of each act, of those on which the office works: the law, once the amendment has made it.

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
    laws = {new.parent for _old, new in pairs if new.is_draft and new.parent}
    read = {one for pair in pairs for one in pair} | laws
    texts = wordings_with_parts(read, {row.provision_id for own in pairs.values() for row in own})
    told: dict[tuple[str, str, str], list[tuple[Recommendation, Version]]] = {}
    for (old, new), own in pairs.items():  # a draft of several acts is one newer text
        key = (text_name(new), text_name(old), _comparison(old, new))
        told.setdefault(key, []).extend((row, new) for row in own)
    return [
        NewerText(
            *key,
            _places(own),
            _places((row, new) for row, new in own if row.wording and says(row, new, texts)),
            _places((row, new) for row, new in own if (new.pk, str(row.provision_id)) not in texts),
            _places((row, new) for row, new in own if _is_as_law(row, new, texts)),
        )
        for key, own in told.items()
    ]


def _adopted(user: Any, opinion: Opinion) -> QuerySet[Version]:
    """The texts of the law that the amendment of an opinion has made."""
    made = office_texts(user).filter(draft=None, text_of__draft__amendment=opinion.amendment_id)
    rows = made if opinion.amendment_id else made.none()
    return rows.select_related("instrument").order_by("sealed_at", "number")


def _places(rows: Iterable[tuple[Recommendation, Version]]) -> tuple[int, ...]:
    return tuple(sorted(row.place for row, _new in rows))


def _is_as_law(row: Recommendation, new: Version, texts: Wordings) -> bool:
    """Whether the newer draft leaves to the law what the older one changed."""
    if not new.is_draft or new.parent is None or (new.parent_id, str(row.provision_id)) not in texts:
        return False
    law, now, before = (
        [words_in(texts, text, row.provision_id, field) for field in ("heading", "")]
        for text in (new.parent, new, row.version)
    )
    return law == now != before


def _comparison(old: Version, new: Version) -> str:
    if new.draft is None:
        return f"{new.instrument.url}compare/{old.number}/{new.number}/" if old.draft is None else ""
    if old.draft is None:
        return new.draft.redline_url if new.parent_id == old.pk else ""
    amendment = new.draft.amendment
    is_own = old.draft.amendment_id == amendment.pk
    return f"{amendment.url}compare/{old.draft.number}/{new.draft.number}/" if is_own else ""
