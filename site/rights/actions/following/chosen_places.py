"""The places of passages that a person chose, as far as they hold in later texts."""

from collections.abc import Callable, Iterator
from typing import Any

from amendments.models import Version
from consultations.rules.placement import Method, Status
from rights.actions.following.reading import Reading

_CHOICE = ("status", "provision_id", "field", "start", "end", "further", "decided_by_id", "decided_at")


def as_chosen(row: Any, reading: Callable[[Version], Reading]) -> Any:
    """An unsaved placement; where it is in doubt, as a person chose in the nearest text that offers the same.

    The texts are those from which this one was made: earlier drafts of its amendment, its law, the drafts of that law.
    """
    if row.status != Status.NEEDS_REVIEW:
        return row
    chosen = row.anchor.placements.filter(method=Method.PERSON, decided_at__isnull=False)
    by_text = {one.version_id: one for one in chosen.select_related("anchor", "version__instrument")}
    is_nearest = True
    for version in _sources(row.version) if by_text else ():
        one = by_text.get(version.pk)
        if one is None:
            continue
        if (is_nearest and _is_in_the_same(one, row)) or _offers_the_same(one, row, reading):
            for name in _CHOICE:
                setattr(row, name, getattr(one, name))
            row.method = Method.SAME_TEXT  # as in that text
            break
        is_nearest = False
    return row


def _sources(version: Version) -> Iterator[Version]:
    """The texts from which a text was made, the nearest first."""
    text: Version | None = version
    while text is not None:
        made_of = text if text.draft is not None else text.text_of
        if made_of is not None and made_of.draft is not None:
            drafts = Version.objects.filter(
                instrument=text.instrument_id, draft__amendment=made_of.draft.amendment_id
            )
            yield from drafts.filter(sealed_at__lt=text.sealed_at).order_by("-sealed_at")
        text = text.parent if made_of is None else made_of.parent
        if text is not None:
            yield text


def _is_in_the_same(one: Any, other: Any) -> bool:
    """Whether a person chose the whole provision that is the only one in question: it is the same with other words too."""
    is_whole = one.provision_id is not None and one.start == one.end
    return is_whole and [place.provision for place in other.places] == [str(one.provision_id)]


def _offers_the_same(one: Any, other: Any, reading: Callable[[Version], Reading]) -> bool:
    """Whether two texts offer the same places for a passage, with the same words there."""
    before, now = reading(one.version), reading(other.version)
    return set(one.places) == set(other.places) and all(
        before.told(other.anchor, place.provision) == now.told(other.anchor, place.provision)
        for place in other.places
    )
