"""Stored versions as trees of the pure core."""

from amendments.models import EntryText, Version
from amendments.provisions.tree import Element, Kind, Mark, Tree


def tree_of(version: Version, language: str = "") -> Tree:
    """The text of a version in one language ("" = the authentic one); keys are the UUIDs of the provisions."""
    rows = (
        EntryText.objects.filter(entry__version=version, language=language or version.instrument.language)
        .select_related("entry", "entry__provision", "text")
        .order_by("entry__order")
    )
    return Tree(tuple(_element(row) for row in rows))


def _element(row: EntryText) -> Element:
    entry, text = row.entry, row.text
    return Element(
        key=str(entry.provision_id),
        kind=Kind(entry.provision.kind),
        number=entry.number,
        eid=entry.eid,
        heading=text.heading,
        text=text.body,
        parent=str(entry.parent_id or ""),
        marks=tuple(Mark(*mark) for mark in text.marks),
        repealed=entry.is_repealed,
    )
