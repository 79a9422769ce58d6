"""The hub of one provision: its wordings through the versions that a person may read."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from amendments.models import EntryText, Instrument, Provision, Version
from amendments.plugins.registry import scheme_for
from amendments.provisions.citing.names import short_name
from amendments.provisions.tree import Element, Kind
from amendments.queries.table_lines import InTable, alone
from amendments.redline.redline import Mark, Span
from amendments.redline.text_redline import diff_text


@dataclass(frozen=True, slots=True)
class WordingLine:
    """A version in which the provision got another wording, place or number, with the change to it."""

    version: Version
    label: str
    heading: tuple[Span, ...]
    text: tuple[Span, ...]
    in_table: InTable | None
    is_repealed: bool
    is_renumbered: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A provision above this one, as it is printed."""

    provision: UUID
    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """Where the provision stands now and how it came there; `drafts` are proposals on it."""

    provision: Provision
    now: EntryText
    cited: str
    place: tuple[Place, ...]
    history: tuple[WordingLine, ...]
    drafts: tuple[WordingLine, ...]

    @property
    def in_table(self) -> InTable | None:
        """The cells of a provision that stands in a table."""
        body = self.now.text.body
        return alone(Kind(self.provision.kind), [Span(Mark.KEPT, body)] if body else [])

    @property
    def is_law(self) -> bool:
        """Whether it stands in a consolidated text; otherwise it is only proposed."""
        return bool(self.history)


def provision_page(user: Any, provision: Provision) -> ProvisionPage | None:
    """None where the person may read no version with this provision."""
    rows = _readable(user, provision)
    if not rows:
        return None
    law = [row for row in rows if not row.entry.version.is_draft]
    drafts = [row for row in rows if row.entry.version.is_draft]
    now = (law or drafts)[-1]
    base: dict[UUID | None, EntryText] = {row.entry.version_id: row for row in law}
    proposed = [(base.get(row.entry.version.parent_id), row) for row in reversed(drafts)]
    return ProvisionPage(
        provision,
        now,
        cite(now),
        tuple(_place(now)),
        tuple(_changes(law)),
        tuple(_line(before, row) for before, row in proposed if _differs(before, row)),
    )


def cited_for(user: Any, provision: Provision) -> str | None:
    """How the provision is cited in the newest text that the person may read, None where there is none."""
    rows = _readable(user, provision)
    law = [row for row in rows if not row.entry.version.is_draft]
    return cite((law or rows)[-1]) if rows else None


def cite(row: EntryText) -> str:
    """The provision as it is cited in the language of its act."""
    instrument = row.entry.version.instrument
    return scheme_for(instrument.country, instrument.language).cite(_element(row))


def _readable(user: Any, provision: Provision) -> list[EntryText]:
    visible = Version.objects.visible_to(user)
    return list(
        EntryText.objects.filter(
            entry__provision=provision,
            entry__version__in=visible,
            language=provision.instrument.language,
        )
        .select_related(
            "entry__version__instrument",
            "entry__version__draft__amendment",
            "entry__version__parent",
            "text",
            "entry__provision",
        )
        .order_by("entry__version__sealed_at", "entry__version__number")
    )


def _place(row: EntryText) -> list[Place]:
    """The provisions above, from the top; two queries however deep it lies."""
    version = row.entry.version
    parents = dict(version.entries.values_list("provision_id", "parent_id"))
    chain = []
    parent = row.entry.parent_id
    while parent is not None:
        chain.append(parent)
        parent = parents.get(parent)
    above = EntryText.objects.filter(
        entry__version=version, entry__provision__in=chain, language=row.language
    ).select_related("entry__version__instrument", "entry__provision", "text")
    return [
        Place(each.entry.provision_id, label_of(each), each.text.heading)
        for each in above.order_by("entry__order")
    ]


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
    text = diff_text(body, row.text.body)
    return WordingLine(
        row.entry.version,
        label_of(row),
        diff_text(heading, row.text.heading),
        text,
        alone(Kind(row.entry.provision.kind), text),
        row.entry.is_repealed,
        is_renumbered=before is not None and before.entry.number != row.entry.number,
    )


def name_of(row: EntryText) -> str:
    """The short name of the provision beside its text: "12.3", "a)"."""
    return short_name(row.entry.number, label_of(row))


def name_in(instrument: Instrument, kind: Kind, number: str) -> str:
    """The same for a provision of which only kind and number are known."""
    if not number or "." in number:
        return number
    scheme = scheme_for(instrument.country, instrument.language)
    return short_name(number, scheme.label(Element("", kind, number)))


def label_of(row: EntryText) -> str:
    """What is printed before the provision."""
    instrument = row.entry.version.instrument
    return scheme_for(instrument.country, instrument.language).label(_element(row))


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
