"""The hub of one provision: its wordings through the versions that a person may read."""

from dataclasses import dataclass
from typing import Any

from amendments.models import EntryText, Provision, Version
from amendments.provisions.tree import Element, Kind
from amendments.redline.redline import Span
from amendments.redline.text import diff_text
from amendments.registry import scheme_for


@dataclass(frozen=True, slots=True)
class WordingLine:
    """A version in which the provision got another wording, place or number, with the change to it."""

    version: Version
    label: str
    heading: tuple[Span, ...]
    text: tuple[Span, ...]
    is_repealed: bool


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """Where the provision stands now and how it came there; `drafts` are proposals on it."""

    provision: Provision
    now: EntryText
    cited: str
    history: tuple[WordingLine, ...]
    drafts: tuple[WordingLine, ...]


def provision_page(user: Any, provision: Provision) -> ProvisionPage | None:
    """None where the person may read no version with this provision."""
    visible = Version.objects.visible_to(user)
    rows = list(
        EntryText.objects.filter(entry__provision=provision, entry__version__in=visible)
        .select_related(
            "entry__version__instrument",
            "entry__version__amendment",
            "entry__version__parent",
            "text",
            "entry__provision",
        )
        .order_by("entry__version__sealed_at")
    )
    if not rows:
        return None
    law = [row for row in rows if not row.entry.version.is_draft]
    drafts = [row for row in rows if row.entry.version.is_draft]
    now = (law or drafts)[-1]
    base = {row.entry.version_id: row for row in law}
    return ProvisionPage(
        provision,
        now,
        cite(now),
        tuple(_changes(law)),
        tuple(
            _line(base.get(row.entry.version.parent_id), row)
            for row in reversed(drafts)
            if _differs(base.get(row.entry.version.parent_id), row)
        ),
    )


def cite(row: EntryText) -> str:
    """The provision as it is cited in the language of its act."""
    instrument = row.entry.version.instrument
    return scheme_for(instrument.country, instrument.language).cite(_element(row))


def _changes(rows: list[EntryText]) -> list[WordingLine]:
    lines, previous = [], None
    for row in rows:
        if _differs(previous, row):
            lines.append(_line(previous, row))
        previous = row
    return lines[::-1]


def _differs(before: EntryText | None, row: EntryText) -> bool:
    if before is None:
        return True
    mark = (before.text_id, before.entry.number, before.entry.is_repealed)
    return mark != (row.text_id, row.entry.number, row.entry.is_repealed)


def _line(before: EntryText | None, row: EntryText) -> WordingLine:
    heading, body = (before.text.heading, before.text.body) if before else ("", "")
    if before is None and not row.entry.version.is_draft:
        heading, body = row.text.heading, row.text.body  # the first text known is no insertion
    instrument = row.entry.version.instrument
    return WordingLine(
        row.entry.version,
        scheme_for(instrument.country, instrument.language).label(_element(row)),
        diff_text(heading, row.text.heading),
        diff_text(body, row.text.body),
        row.entry.is_repealed,
    )


def _element(row: EntryText) -> Element:
    entry = row.entry
    return Element(
        str(entry.provision_id),
        Kind(entry.provision.kind),
        entry.number,
        entry.eid,
        row.text.heading,
        row.text.body,
    )
