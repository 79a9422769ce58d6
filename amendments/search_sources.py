"""Makes wordings and instructions findable, for those who may read a version in which they stand."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _, override, pgettext_lazy

from amendments.instructions.operations import from_json
from amendments.long_work import progress
from amendments.models import (
    Draft,
    EntryText,
    Provision,
    ProvisionText,
    Version,
    VersionInstruction,
    WordingTranslation,
)
from amendments.models.instruction import OP_LABELS
from amendments.models.provision import KIND_LABELS
from amendments.provisions.tree import OUTSIDE_THE_LAW, Kind
from amendments.queries.law.cited_numbers import cited_numbers
from amendments.queries.law.first_parts import Parts, first_part, first_parts, led_by, with_first_parts
from amendments.queries.law.provision_names import cite, cite_in
from amendments.queries.law.provision_page import wording_name
from amendments.queries.law.standing import Period, Standing
from amendments.queries.showing.official_words import worded
from amendments.signals import changed
from amendments.text.sentence_case import capitalised
from search.sources import PUBLIC, Entry, Text, refresh, register, register_reader

_BATCH = 1000
_LEAD = 400  # letters of a part that stand for the article


class ProvisionSource:
    """One entry for each wording and each time that it was in force; the wordings of a provision are one hit."""

    name = "provision"
    label = _("Provisions")
    statuses = {
        "current": _("in force"),
        "coming": _("not in force yet"),
        "draft": pgettext_lazy("of a text", "draft"),
        "earlier": _("earlier wording"),
    }

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """The wordings of these rows of `ProvisionText`."""
        rows = with_first_parts(
            EntryText.objects.exclude(entry__provision__kind__in=OUTSIDE_THE_LAW)
            .select_related("entry__provision", "text")
            # Very many rows have few acts: each act is read once.
            .prefetch_related("entry__version__instrument", "text__translations")
            .order_by("text_id", "pk")
        )
        standing = Standing.now()
        for some in _batches(ids):
            chosen = rows if some is None else rows.filter(text_id__in=some)
            same = (list(same) for _text, same in groupby(chosen.iterator(2000), key=lambda row: row.text_id))
            while together := list(islice(same, _BATCH)):
                parts = first_parts(together)
                for wordings in together:
                    yield from _wordings(wordings, standing, parts)
            progress.step(progress.INDEXED * len(some or ()))

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The wordings that stand in a version which the person may read."""
        readable = Version.objects.visible_to(user).values("pk")
        provisions = {UUID(key.partition(".")[0]) for key in ids}
        rows = EntryText.objects.filter(text__provision__in=provisions, entry__version__in=readable)
        found = {
            wording_name(*row)
            for row in rows.values_list("text__provision", "text__language", "text__sha256").distinct()
        }
        return {key for key in ids if key.partition("@")[0] in found}


class InstructionSource:
    """One entry for each instruction of a sealed draft, in official prose; the drafts it stands in are one hit."""

    name = "instruction"
    label = _("Instructions")
    statuses: dict[str, str] = {}

    def entries(self, ids: Collection[str] | None) -> Iterator[Entry]:
        """These sealed instructions."""
        rows = VersionInstruction.objects.select_related("version__instrument", "version__draft__amendment")
        standing = Standing.now()
        for some in _batches(ids):
            chosen = rows if some is None else rows.filter(pk__in=some)
            for row in chosen.iterator(2000):
                yield _instruction(row, standing)

    def visible_to(self, user: Any, ids: Collection[str]) -> set[str]:
        """The instructions of drafts that the person may read."""
        readable = Version.objects.visible_to(user).values("pk")
        instructions = {UUID(key.partition(".")[0]) for key in ids}
        rows = VersionInstruction.objects.filter(instruction__in=instructions, version__in=readable)
        found = {
            f"{instruction}.{version}" for instruction, version in rows.values_list("instruction", "version")
        }
        return found.intersection(ids)


def _batches(ids: Collection[str] | None) -> Iterator[list[int] | None]:
    if ids is None:
        yield None
        return
    every = [int(pk) for pk in ids]
    for start in range(0, len(every), _BATCH):
        yield every[start : start + _BATCH]


def _wordings(rows: list[EntryText], standing: Standing, parts: Parts) -> Iterator[Entry]:
    """A wording that came back into force has one entry for each time; the last has the name of its row alone."""
    row = max(rows, key=standing.rank)
    key = wording_name(row.text.provision_id, row.text.language, row.text.sha256)
    versions = {one.entry.version_id for one in rows}
    *earlier, last = standing.periods(row.entry.version.instrument_id, versions) or [Period()]
    for number, period in enumerate(earlier, start=1):
        yield _wording(row, versions, standing, period, id=f"{key}@{number}", is_past=True)
    # Who may read the wording may read this part beside it
    is_theirs = row.entry.version_id in standing.public or len(set(map(first_part, rows))) == 1
    part = parts.get(first_part(row)) if is_theirs else None
    yield _wording(row, versions, standing, last, id=key, part=part)


def _wording(
    row: EntryText,
    versions: set[Any],
    standing: Standing,
    period: Period,
    *,
    id: str,  # noqa: A002 - as the entry calls it
    part: ProvisionText | None = None,
    is_past: bool = False,
) -> Entry:
    entry, version = row.entry, row.entry.version
    is_current = version.pk in standing.present and not entry.is_repealed and not is_past
    return Entry(
        id=id,
        object_id=str(row.text_id),
        url=reverse("amendments:provision", args=[entry.provision_id]),
        texts=tuple(_texts(row, part)),
        audience=_audience(versions, standing),
        cite=cited_numbers(entry.eid),
        instrument=version.instrument.number,
        instrument_title=version.instrument.title,
        context=version.instrument.title,
        status="current"
        if is_current or (standing.is_newest(version) and not entry.is_repealed and not is_past)
        else _status(version, standing),
        date=localdate(version.sealed_at) if version.is_draft else period.start or version.instrument.date,
        place=entry.order,
        is_current=is_current,
        valid_from=period.start,
        valid_to=period.until,
        group=str(entry.provision_id),
    )


def _status(version: Version, standing: Standing) -> str:
    if version.is_draft:
        return "draft"
    return "coming" if version.pk in standing.coming else "earlier"


def _texts(row: EntryText, part: ProvisionText | None) -> Iterator[Text]:
    """The wording and its newest translation into each language, under the name that the provision has in it."""
    text = row.text
    led = _newest(part) if part else {}
    yield Text(
        text.language, _heading(row, cite(row), text), text.body, lead=part.body[:_LEAD] if part else ""
    )
    for language, translation in _newest(text).items():
        lead = led[language].body[:_LEAD] if language in led else ""
        heading = _heading(row, cite_in(row, language), translation)
        yield Text(language, heading, translation.body, is_translation=True, lead=lead)


def _newest(text: ProvisionText) -> dict[str, WordingTranslation]:
    return {translation.language: translation for translation in text.translations.all()}


def _heading(row: EntryText, cited: str, words: ProvisionText | WordingTranslation) -> str:
    return ". ".join(filter(None, (cited, words.heading))) or _kind(row.entry.provision, words.language)


def _kind(provision: Provision, language: str) -> str:
    """What a provision without number and heading is called, in the language of its act: "Preamble"."""
    with override(language):
        return capitalised(str(KIND_LABELS[Kind(provision.kind)]), language)


def _instruction(row: VersionInstruction, standing: Standing) -> Entry:
    version, instrument, draft = row.version, row.version.instrument, _draft_of(row)
    operation = from_json(row.operation)
    with override(instrument.language):
        heading = f"{row.order + 1}. {OP_LABELS[operation.op]}"
    body = worded(row)
    return Entry(
        id=f"{row.instruction_id}.{row.version_id}",
        object_id=str(row.pk),
        url=reverse("amendments:version", args=[version.pk]),
        texts=(Text(instrument.language, heading, body),),
        audience=_audience({version.pk}, standing),
        instrument=instrument.number,
        instrument_title=instrument.title,
        context=f"{draft.amendment}, {draft.label}",
        date=localdate(version.sealed_at),
        place=row.order,
        is_current=version.number >= standing.drafts.get(draft.amendment_id, 0),
        group=str(row.instruction_id),
    )


def _draft_of(row: VersionInstruction) -> Draft:
    draft = row.version.draft
    if draft is None:
        raise LookupError(f"version {row.version_id} has instructions and no draft")  # only drafts seal them
    return draft


def _audience(versions: set[Any], standing: Standing) -> frozenset[str]:
    return frozenset({PUBLIC} if versions & standing.public else {version_token(pk) for pk in versions})


def version_token(version: object) -> str:
    """The audience token of who may read a version that is not public."""
    return f"version:{version}"


def readable_versions(user: Any) -> list[str]:
    """The audience tokens of a person: one for each version that the person, but not everybody, may read."""
    if user is None or not user.is_authenticated:
        return []
    public = Version.objects.visible_to(AnonymousUser()).values("pk")
    return [
        version_token(pk)
        for pk in Version.objects.visible_to(user).exclude(pk__in=public).values_list("pk", flat=True)
    ]


def follow(kind: str, ids: Collection[object], **_: object) -> None:
    """A version was sealed or released, or wordings were translated: index the wordings and instructions that this concerns."""
    if kind == "amendments.version":
        versions = Version.objects.filter(pk__in=[str(pk) for pk in ids])
        refresh("provision", list(_concerned(versions)))
        amendments = versions.exclude(draft=None).values("draft__amendment")
        instructions = VersionInstruction.objects.filter(version__draft__amendment__in=amendments)
        refresh("instruction", list(instructions.values_list("pk", flat=True)))
    elif kind == "amendments.translation":
        refresh("provision", [*ids, *led_by(ids)])


def _concerned(versions: Iterable[Version]) -> set[int]:
    """All wordings of the act for a consolidated version, as it may end the force of others; else the draft's own."""
    concerned: set[int] = set()
    for version in versions:
        texts: QuerySet[ProvisionText] = ProvisionText.objects.filter(
            provision__instrument=version.instrument_id
        )
        if version.is_draft:
            in_law = EntryText.objects.filter(
                entry__version__in=Version.objects.visible_to(AnonymousUser()).filter(draft=None)
            )
            texts = texts.filter(entry_texts__entry__version=version).exclude(pk__in=in_law.values("text"))
        concerned.update(texts.values_list("pk", flat=True))
    return concerned


register(InstructionSource())
register(ProvisionSource())
register_reader(readable_versions)
changed.connect(follow, dispatch_uid="amendments.search_sources")
