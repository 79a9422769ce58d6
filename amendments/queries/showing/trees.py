"""Stored versions as trees of the pure core."""

from dataclasses import replace
from typing import Any

from amendments.models import EntryText, Version
from amendments.provisions.printing.label_forms import layout_of
from amendments.provisions.tree import Element, Kind, LiftedMark, Tree

# Values, not model instances: a code has thousands of provisions, and making instances of them takes most of the time.
_FIELDS = (
    "entry__provision_id",
    "entry__provision__kind",
    "entry__number",
    "entry__label",
    "entry__eid",
    "text__heading",
    "text__body",
    "entry__parent_id",
    "text__marks",
    "entry__is_repealed",
)


def tree_of(version: Version, language: str = "") -> Tree:
    """The text of a version in one language ("" = the authentic one); keys are the UUIDs of the provisions."""
    rows = EntryText.objects.filter(entry__version=version, language=language or version.instrument.language)
    return Tree(_element(*row) for row in rows.order_by("entry__order").values_list(*_FIELDS))


def _element(
    provision: Any,
    kind: str,
    number: str,
    label: str,
    eid: str,
    heading: str,
    text: str,
    parent: Any,
    marks: Any,
    repealed: bool,
) -> Element:
    element = Element(
        key=str(provision),
        kind=Kind(kind),
        number=number,
        eid=eid,
        heading=heading,
        text=text,
        parent=str(parent or ""),
        marks=tuple(LiftedMark(*mark) for mark in marks),
        repealed=repealed,
    )
    return replace(element, layout=layout_of(label, element)) if label else element
