"""Finds provisions that a later draft inserts anew after another one dropped them: the same number, but another key."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from amendments.models import Version, VersionEntry
from consultations.queries.comments.provision_parts import wordings_with_parts
from consultations.queries.comments.provision_texts import Wordings
from rights.models import Recommendation


def with_inserted_anew(
    texts: Wordings, rows: Collection[Recommendation], versions: Collection[Version]
) -> Wordings:
    """The texts, in which such a provision stands under the key of the recommended one too.

    Three queries and those for its words; none if no text lacks a provision.
    """
    lacking = {
        (version.pk, row.version_id, row.provision_id)
        for row in rows
        for version in versions
        if version.instrument_id == row.version.instrument_id
        and version.sealed_at > row.version.sealed_at
        and (version.pk, str(row.provision_id)) not in texts
    }
    if not lacking:
        return texts
    own = _entries({base for _text, base, _key in lacking}, provision__in={key for *_texts, key in lacking})
    eids = {(version, provision): eid for version, eid, provision in own}
    found = _entries({text for text, *_rest in lacking}, eid__in=set(eids.values()), is_repealed=False)
    places = {(version, eid): provision for version, eid, provision in found}
    known = _entries({base for _text, base, _key in lacking}, provision__in=set(places.values()))
    standing = {(version, provision) for version, _eid, provision in known}
    anew = {}
    for text, base, key in lacking:
        other = places.get((text, eids.get((base, key), "")))
        if other is not None and (base, other) not in standing:
            anew[text, str(key)] = text, str(other)
    words = wordings_with_parts(versions, {key for _text, key in anew.values()}) if anew else {}
    alike: Wordings = {key: replace(words[other], parent="") for key, other in anew.items() if other in words}
    return texts | words | alike


def _entries(versions: Collection[UUID], **chosen: object) -> list[tuple[UUID, str, UUID | None]]:
    """The text, the eId and the provision of entries."""
    rows = VersionEntry.objects.filter(version__in=versions, **chosen).exclude(eid="").order_by()
    return list(rows.values_list("version", "eid", "provision"))
