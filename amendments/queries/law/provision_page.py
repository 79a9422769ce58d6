"""The hub of one provision: its wordings through the versions that a person may read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from amendments.models import EntryText, Provision, Version
from amendments.provisions.printing.label_forms import in_other_language
from amendments.provisions.tree import Kind
from amendments.queries.languages.shown_texts import WordingTold, WordsShown
from amendments.queries.languages.translations import Words, translations_of
from amendments.queries.law.in_force_now import in_force_from, is_coming
from amendments.queries.law.provision_names import cite_in, element_of, scheme_of_reader
from amendments.queries.law.wording_lines import WordingLine
from amendments.queries.law.wordings_in_time import Point, differs, points_of, under_way
from amendments.queries.showing.table_lines import InTable, alone
from amendments.redline.provision_redline import Mark, Span
from amendments.redline.text_redline import diff_text
from amendments.text.language import reader_language

_LONGEST_HASH = 32  # hexadecimal digits: 128 bits, so that no two wordings of a provision have one name


@dataclass(frozen=True, slots=True)
class Place:
    """A provision above or below this one, as it is printed."""

    provision: UUID
    label: str
    heading: str
    language: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, in which language, and whether the reader chose the authentic words."""

    user: Any
    language: str
    wants_authentic: bool


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """Where the provision stands now and how it came there; `drafts` are proposals on it that are still under way.

    `words` are those of the row `now` in their `language`; `told` says that they are no authentic ones, or which are.
    """

    provision: Provision
    now: EntryText
    words: Words
    language: str
    told: WordingTold | None
    cited: str
    place: tuple[Place, ...]
    parts: tuple[Place, ...]  # directly below it, where its words stand in them
    history: tuple[WordingLine, ...]
    drafts: tuple[WordingLine, ...]
    points: tuple[Point, ...]
    dropped_in: Version | None  # the first later text without a provision that is only proposed

    @property
    def in_table(self) -> InTable | None:
        """The cells of a provision that stands in a table."""
        body = self.words.body
        return alone(Kind(self.provision.kind), [Span(Mark.KEPT, body)] if body else [])

    @property
    def coming(self) -> tuple[WordingLine, ...]:
        """The wordings that are adopted and not in force yet, the next one first."""
        return tuple(line for line in reversed(self.history) if line.is_coming)

    @property
    def is_now_coming(self) -> bool:
        """Whether the provision itself is adopted and not in force yet."""
        return not self.now.entry.version.is_draft and is_coming(self.now.entry.version)

    @property
    def is_law(self) -> bool:
        """Whether it stands in a consolidated text; otherwise it is only proposed."""
        return bool(self.history)


def wording_name(provision: UUID, language: str, sha256: str) -> str:
    """The name of a wording in addresses: it tells what its readers know, and not how many wordings there are."""
    return f"{provision}.{language}.{sha256[:_LONGEST_HASH]}"


def provision_page(reader: Reader, provision: Provision) -> ProvisionPage | None:
    """None where the person may read no version with this provision."""
    rows = _readable(reader.user, provision)
    if not rows:
        return None
    law = [row for row in rows if not row.entry.version.is_draft]
    drafts = [row for row in rows if row.entry.version.is_draft]
    open_drafts = under_way(drafts, law)
    present = [row for row in law if not is_coming(row.entry.version)]
    now = (present or law or drafts)[-1]
    above, below = _above(now), [] if now.text.body or now.entry.is_repealed else _below(now)
    read = Read.by(reader, [*rows, *above, *below])
    base: dict[UUID | None, EntryText] = {row.entry.version_id: row for row in law}
    proposed = [(base.get(row.entry.version.parent_id), row) for row in reversed(open_drafts)]
    return ProvisionPage(
        provision,
        now,
        read.words(now),
        read.language(now),
        read.told(now),
        read.cite(now),
        tuple(map(read.place, above)),
        tuple(map(read.place, below)),
        tuple(_changes(read, law)),
        tuple(_line(read, before, row) for before, row in proposed if differs(before, row)),
        points_of(law, proposed),
        None if law else _dropped_in(reader.user, now.entry.version),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """Wordings as one person reads them."""

    reader: Reader
    translations: Mapping[int, Words]

    @classmethod
    def by(cls, reader: Reader, rows: Iterable[EntryText]) -> "Read":
        """Look for the translations of these wordings; no query where the act is in the reader's language."""
        foreign = {row.text_id for row in rows if row.language != reader.language}
        return cls(reader, translations_of(foreign, reader.language) if foreign else {})

    def is_translated(self, *rows: EntryText | None) -> bool:
        """Whether all of them are read in translation."""
        return not self.reader.wants_authentic and all(
            row is None or row.text_id in self.translations for row in rows
        )

    def words(self, row: EntryText) -> Words:
        """What the person reads."""
        if self.is_translated(row):
            return self.translations[row.text_id]
        return authentic_words(row)

    def language(self, *rows: EntryText) -> str:
        """The language of what the person reads."""
        return self.reader.language if self.is_translated(*rows) else rows[0].language

    def told(self, row: EntryText) -> WordingTold | None:
        """What the page says of the words of a row."""
        if row.language == self.reader.language:
            return None
        if row.text_id not in self.translations:
            return WordingTold(WordsShown.UNTRANSLATED, row.language)
        wording = WordsShown.AUTHENTIC if self.reader.wants_authentic else WordsShown.TRANSLATION
        return WordingTold(wording, row.language)

    def label(self, row: EntryText) -> str:
        """What is printed before the provision."""
        element = element_of(row)
        if self.is_translated(row):
            element = replace(element, layout=in_other_language(element))
        return scheme_of_reader(row, self.language(row)).label(element)

    def place(self, row: EntryText) -> Place:
        """A provision above or below another one."""
        words = self.words(row)
        return Place(row.entry.provision_id, self.label(row), words.heading, self.language(row), words.body)

    def cite(self, row: EntryText) -> str:
        """The provision as it is cited in the language of its words."""
        return cite_in(row, self.language(row))


def cited_for(user: Any, provisions: Collection[UUID]) -> dict[UUID, str]:
    """The provisions that the person may read, cited in the language of the page; one query."""
    if not provisions:
        return {}
    rows = _texts(user).filter(
        entry__provision__in=provisions, language=F("entry__version__instrument__language")
    )
    law_last = sorted(rows, key=lambda row: not row.entry.version.is_draft)
    return {row.entry.provision_id: cite_in(row, reader_language()) for row in law_last}


def _readable(user: Any, provision: Provision) -> list[EntryText]:
    rows = _texts(user).filter(entry__provision=provision, language=provision.instrument.language)
    rows = rows.select_related(
        "entry__version__draft__amendment", "entry__version__parent", "entry__version__text_of__draft"
    )
    return list(rows.prefetch_related("entry__version__commencements"))


def _dropped_in(user: Any, last: Version) -> Version | None:
    """The first text after the last draft with a provision: a later draft of its amendment, or the law that this became."""
    amendment = last.draft.amendment_id if last.draft else None
    of_it = Q(draft__amendment=amendment) | Q(text_of__draft__amendment=amendment)
    later = Version.objects.visible_to(user).filter(of_it, instrument=last.instrument_id)
    later = later.filter(sealed_at__gt=last.sealed_at).select_related("draft__amendment", "instrument")
    return later.order_by("sealed_at", "number").first()


def _texts(user: Any) -> QuerySet[EntryText]:
    """The wordings in all versions that the person may read, the newest version last."""
    return (
        EntryText.objects.filter(entry__version__in=Version.objects.visible_to(user))
        .select_related("entry__version__instrument", "text", "entry__provision")
        .order_by("entry__version__sealed_at", "entry__version__number")
    )


def _above(row: EntryText) -> list[EntryText]:
    """The provisions above, from the top; two queries however deep it lies."""
    version = row.entry.version
    parents = dict(version.entries.values_list("provision_id", "parent_id"))
    chain = []
    parent = row.entry.parent_id
    while parent is not None:
        chain.append(parent)
        parent = parents.get(parent)
    return list(_beside(row).filter(entry__provision__in=chain))


def _below(row: EntryText) -> list[EntryText]:
    """The provisions directly below, in order."""
    return list(_beside(row).filter(entry__parent=row.entry.provision_id))


def _beside(row: EntryText) -> QuerySet[EntryText]:
    """The wordings of the same version in the same language, in order."""
    return (
        EntryText.objects.filter(entry__version=row.entry.version, language=row.language)
        .select_related("entry__version__instrument", "entry__provision", "text")
        .order_by("entry__order")
    )


def _changes(read: Read, rows: list[EntryText]) -> list[WordingLine]:
    lines, previous = [], None
    for row in rows:
        if differs(previous, row):
            lines.append(_line(read, previous, row))
        previous = row
    return lines[::-1]


def _line(read: Read, before: EntryText | None, row: EntryText) -> WordingLine:
    """The change in the words that the person reads; in the authentic ones unless both sides are translated."""
    is_translated = read.is_translated(before, row)
    now = read.words(row) if is_translated else authentic_words(row)
    if before is not None:
        was = read.words(before) if is_translated else authentic_words(before)
    else:
        was = Words("", "") if row.entry.version.is_draft else now  # the first text known is no insertion
    text = diff_text(was.body, now.body)
    return WordingLine(
        row.entry.version,
        read.label(row),
        diff_text(was.heading, now.heading),
        text,
        alone(Kind(row.entry.provision.kind), text),
        row.entry.is_repealed,
        is_renumbered=before is not None and before.entry.number != row.entry.number,
        language=read.reader.language if is_translated else row.language,
        in_force=None if row.entry.version.is_draft else in_force_from(row.entry.version),
        is_coming=not row.entry.version.is_draft and is_coming(row.entry.version),
    )


def authentic_words(row: EntryText) -> Words:
    """What the wording itself says."""
    return Words(row.text.heading, row.text.body)
