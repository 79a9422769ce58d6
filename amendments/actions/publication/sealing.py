"""Writes a tree as a sealed version: provisions and wordings that are new, the manifest, and last the version row."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from itertools import islice
from typing import TypeVar

from django.db import models

from amendments.actions.translating.translation_rows import NewTranslation, write_translations
from amendments.audit.actor import Actor
from amendments.errors import NumberTooLong
from amendments.instructions.execute import words_of
from amendments.long_work import progress
from amendments.models import (
    Draft,
    EntryText,
    Instruction,
    InstructionTarget,
    Instrument,
    Provision,
    ProvisionText,
    Version,
    VersionEntry,
    VersionFold,
    VersionInstruction,
    VersionTarget,
    WordingCitation,
)
from amendments.models.version import LONGEST_EID, LONGEST_NUMBER
from amendments.models.wording_citation import LONGEST_KEY
from amendments.plugins.registry import scheme_for
from amendments.provisions.citing.mentions import mentions
from amendments.provisions.printing.label_forms import label_form
from amendments.provisions.tree import Tree
from amendments.queries.proof.hashes import root_hash, wording_hash
from amendments.queries.targets import sealed_targets

M = TypeVar("M", bound=models.Model)

BATCH = 500


@dataclass(frozen=True, slots=True)
class SealRequest:
    """What is to be sealed, as what."""

    instrument: Instrument
    tree: Tree
    draft: Draft | None = None
    order: int = 0
    parent: Version | None = None
    text_of: Version | None = None
    law_number: str = ""
    note: str = ""
    instructions: tuple[Instruction, ...] = ()
    # A folded instruction and the one that says its words
    folds: tuple[tuple[Instruction, Instruction], ...] = ()
    # Of the wordings, by eId and hash
    translations: Mapping[tuple[str, str], Sequence[NewTranslation]] = field(default_factory=dict)


def write_version(request: SealRequest, actor: Actor) -> Version:
    """Seal the tree; call it inside the transaction of an action.

    A version of a draft has the number of the draft, whose row the caller writes after its versions.
    """
    _refuse_long_numbers(request.tree)
    previous = None if request.draft else request.instrument.consolidated().first()
    version = Version(
        instrument=request.instrument,
        draft=request.draft,
        order=request.order,
        parent=request.parent,
        text_of=request.text_of,
        number=request.draft.number if request.draft else previous.number + 1 if previous else 1,
        law_number=request.law_number,
        note=request.note,
        previous_hash=previous.root_hash if previous else "",
        sealed_at=actor.at,
        sealed_by=actor.user,
        sealed_by_label=label_of(actor),
    )
    tree = _with_uuids(request.tree)
    texts = _texts(request.instrument, tree)
    _write_entries(version, tree, texts)
    _write_instructions(version, request)
    operations = [(row.pk, row.operation) for row in request.instructions]
    folds = [(row.pk, holder.pk) for row, holder in request.folds]
    version.root_hash = root_hash(version, tree, operations, sealed_targets(version), folds)
    version.save(force_insert=True)
    _attach_translations(tree, texts, request.translations, actor)
    return version


def label_of(actor: Actor) -> str:
    """The name of the person who seals, stored as text because an account may change."""
    return ", ".join(filter(None, [str(actor.user), actor.acting_for]))


def _refuse_long_numbers(tree: Tree) -> None:
    for element in tree:
        if len(element.number) > LONGEST_NUMBER or len(element.eid) > LONGEST_EID:
            raise NumberTooLong(element.number or element.eid)


def _with_uuids(tree: Tree) -> Tree:
    """Stored and created provisions carry their UUID; one that was only parsed gets a new one."""
    ids = {element.key: _uuid(element.key) for element in tree}
    return Tree(
        tuple(replace(element, key=ids[element.key], parent=ids.get(element.parent, "")) for element in tree)
    )


def _uuid(key: str) -> str:
    try:
        return str(uuid.UUID(key))
    except ValueError:
        return str(uuid.uuid4())


def _texts(instrument: Instrument, tree: Tree) -> dict[str, ProvisionText]:
    """The row of each wording, written where it is new. Unchanged provisions share their row."""
    standing = {
        str(pk) for pk in Provision.objects.filter(instrument=instrument).values_list("pk", flat=True)
    }
    _create(
        Provision(pk=element.key, instrument=instrument, kind=element.kind.value)
        for element in tree
        if element.key not in standing
    )
    rows = ProvisionText.objects.filter(provision__instrument=instrument, language=instrument.language)
    known = {(str(row.provision_id), row.sha256): row for row in rows}
    wanted = {element.key: (element.key, wording_hash(element)) for element in tree}
    new = _create(
        ProvisionText(
            provision_id=element.key,
            language=instrument.language,
            heading=element.heading,
            body=element.text,
            marks=[list(astuple(mark)) for mark in element.marks],
            sha256=wanted[element.key][1],
        )
        for element in tree
        if wanted[element.key] not in known
    )
    _write_citations(instrument, new)
    for row in new:
        known[str(row.provision_id), row.sha256] = row
    return {key: known[wording] for key, wording in wanted.items()}


def _write_citations(instrument: Instrument, wordings: Iterable[ProvisionText]) -> None:
    """What new wordings cite, for the pages of what is cited."""
    words = words_of(scheme_for(instrument.country, instrument.language))
    found = ((row, one) for row in wordings if words for one in mentions(row.body, words))
    rows = (
        WordingCitation(wording=row, key=one.key, act=one.act, start=one.start, end=one.end)
        for row, one in found
        if len(one.key) <= LONGEST_KEY
    )
    WordingCitation.objects.bulk_create(rows, batch_size=BATCH)


def _write_entries(version: Version, tree: Tree, texts: dict[str, ProvisionText]) -> None:
    entries = _create(
        VersionEntry(
            version=version,
            provision_id=element.key,
            parent_id=element.parent or None,
            order=order,
            number=element.number,
            label=label_form(element),
            eid=element.eid,
            is_repealed=element.repealed,
        )
        for order, element in enumerate(tree)
    )
    _create(
        EntryText(entry=entry, language=version.instrument.language, text=texts[element.key])
        for entry, element in zip(entries, tree, strict=True)
    )


def _attach_translations(
    tree: Tree,
    texts: Mapping[str, ProvisionText],
    translations: Mapping[tuple[str, str], Sequence[NewTranslation]],
    actor: Actor,
) -> None:
    """Attach what was translated before the seal to the wordings; no hash covers it."""
    given = [
        (texts[element.key], new)
        for element in tree
        for new in translations.get((element.eid, texts[element.key].sha256), ())
    ]
    write_translations(given, actor)


def _write_instructions(version: Version, request: SealRequest) -> None:
    rows = _create(
        VersionInstruction(version=version, instruction=row, order=order, operation=row.operation)
        for order, row in enumerate(request.instructions)
    )
    _create(
        VersionFold(version=version, instruction=row, folded_into=holder) for row, holder in request.folds
    )
    sealed = {row.instruction_id: row for row in rows}
    _create(
        VersionTarget(
            sealed=sealed[target.instruction_id],
            provision_id=target.provision_id,
            touch=target.touch,
            number=target.number,
            text_hash=target.text_hash,
        )
        for target in InstructionTarget.objects.filter(instruction__in=sealed).order_by("pk")
    )


def _create(rows: Iterable[M]) -> list[M]:
    """Write new rows; each counts as one step of the progress."""
    written: list[M] = []
    iterator = iter(rows)
    while some := list(islice(iterator, BATCH)):
        written += type(some[0])._default_manager.bulk_create(some)
        progress.step(len(some))
    return written
