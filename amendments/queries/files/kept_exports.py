"""Files that are asked for: what each depends on, whether it is there, and how far the worker has come with it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q, QuerySet

from amendments.exporters import exporters_of
from amendments.long_work import progress
from amendments.long_work.patience import SILENCE
from amendments.models import Draft, Export, ExportRequest, Version, VersionEntry
from amendments.plugins.installed import GROUP
from amendments.queries.drafting.amending_acts import act_of_draft
from amendments.queries.files.amending_act_documents import amending_act_document
from amendments.queries.files.downloads import Pair, compared_document, remarks_on, text_document
from amendments.queries.files.executable_acts import executable_act_document
from amendments.queries.files.export_recipes import ExportRecipe
from amendments.queries.files.note_documents import note_document
from amendments.queries.languages.shown_texts import ShownTexts, shown_texts
from amendments.queries.law.act_facts import act_facts
from amendments.record.digest import digest
from amendments.renderers.exporter import Exporter
from amendments.renderers.paper.documents import (
    AmendingActDocument,
    CommentedDocument,
    ComparisonDocument,
    ExecutableActDocument,
    NoteDocument,
    PaperDocument,
    RedlineDocument,
    SingleActDocument,
    SingleRedlineDocument,
    TextDocument,
)
from amendments.text.language import reader_language

BIG = 6000  # provisions read for a file: on a slow core it takes less than a second of CPU
_TEXTS = (SingleActDocument, TextDocument)
_KINDS = {
    kind.__name__: kind
    for kind in (
        *_TEXTS,
        RedlineDocument,
        SingleRedlineDocument,
        CommentedDocument,
        ComparisonDocument,
        AmendingActDocument,
        ExecutableActDocument,
        NoteDocument,
    )
}


@dataclass(frozen=True, slots=True)
class PreparedExport:
    """A file as one reader would get it now. `key` covers all that it depends on."""

    recipe: ExportRecipe
    exporter: Exporter
    text: Draft | Version
    pairs: tuple[tuple[Version | None, Version], ...]
    shown: ShownTexts
    reader: Any
    key: str = ""

    @property
    def is_big(self) -> bool:
        """Whether a worker makes it; a note holds no provisions."""
        if self.recipe.document == NoteDocument.__name__:
            return False
        versions = [each.pk for pair in self.pairs for each in pair if each is not None]
        return VersionEntry.objects.filter(version__in=versions)[: BIG + 1].count() > BIG

    def document(self, *, is_whole: bool = True) -> PaperDocument:
        """The document with the rights of its reader; without its provisions, if they are not wanted."""
        kind = _KINDS[self.recipe.document]
        versions = [after for _before, after in self.pairs]
        if issubclass(kind, AmendingActDocument) and isinstance(self.text, Draft):
            law = act_of_draft(self.text, versions, self.recipe.spoken)
            if kind is AmendingActDocument:
                return amending_act_document(self.text, versions, law)
            return executable_act_document(self.reader, self.text, versions, law, is_whole=is_whole)
        if kind is NoteDocument and isinstance(self.text, Draft):
            return note_document(self.reader, self.text, versions)
        if kind in _TEXTS:
            return text_document(self.reader, self.text, versions, self.shown, is_whole=is_whole)
        said = remarks_on(self.reader, self.text) if kind is CommentedDocument else {}
        pairs = [Pair(before, after) for before, after in self.pairs if before is not None]
        found = compared_document(self.reader, kind, self.text, pairs, self.shown, said, is_whole=is_whole)
        if kind is not SingleRedlineDocument:
            return found
        only = replace(found.acts[0], facts=act_facts(self.reader, versions[0]))
        return replace(found, acts=(only,))

    def still_holds(self) -> bool:
        """Whether the file depends on the same as when it was prepared: what was read since then may hold more."""
        try:
            return prepared_export(self.reader, self.recipe).key == self.key
        except ObjectDoesNotExist:  # the reader may no longer read it
            return False

    def contained(self, document: PaperDocument) -> dict[str, Any]:
        """What the log says of the file."""
        said: dict[str, Any] = {
            "format": self.exporter.slug,
            "acts": [after.instrument.title for _before, after in self.pairs],
            "languages": sorted(document.languages),
            "hash": document.identity,
        }
        if against := [str(before.label) for before, _after in self.pairs if before is not None]:
            said["against"] = against
        if isinstance(document, CommentedDocument):
            said["comments"] = sum(len(act.remarks) for act in document.acts)
        return said


def prepared_export(user: Any, recipe: ExportRecipe) -> PreparedExport:
    """Raises `ObjectDoesNotExist` if the person may no longer read one of the texts, or the format is gone."""
    text = _text(user, *recipe.text)
    keys = {key for pair in recipe.pairs for key in pair if key}
    rows = Version.objects.visible_to(user).filter(pk__in=keys)
    bases = Version.objects.filter(children__pk__in=keys)  # read with the draft, as on its page
    related = ("instrument", "draft__amendment")
    found = {str(row.pk): row for each in (bases, rows) for row in each.select_related(*related).distinct()}
    if not keys <= found.keys():
        raise Version.DoesNotExist
    exporter = next((x for x in exporters_of(_KINDS[recipe.document]) if x.slug == recipe.format), None)
    if exporter is None:
        raise Export.DoesNotExist
    pairs = tuple((found[before] if before else None, found[after]) for before, after in recipe.pairs)
    versions = [each for pair in pairs for each in pair if each is not None]
    shown = shown_texts(versions, reader_language(), wants_authentic=recipe.is_authentic)
    plan = PreparedExport(recipe, exporter, text, pairs, shown, user)
    frame = plan.document(is_whole=False)
    hashes = [[before.root_hash if before else "", after.root_hash] for before, after in pairs]
    depends = [code_version(), recipe.kept(), hashes, shown.newest, type(frame).__name__, repr(frame)]
    return PreparedExport(recipe, exporter, text, pairs, shown, user, digest(depends))


def _text(user: Any, kind: str, key: str) -> Draft | Version:
    if kind == "draft":
        return Draft.objects.visible_to(user).select_related("amendment").get(pk=key)
    return Version.objects.visible_to(user).select_related("instrument", "draft").get(pk=key)


@cache
def code_version() -> str:
    """The hash of the code and the catalogues of the apps that are no packages, and the versions of installed plugins."""
    seen = hashlib.sha256()
    for config in apps.get_app_configs():
        folder = Path(config.path)
        if "site-packages" in folder.parts:
            continue
        for path in sorted(each for ending in ("*.py", "*.mo") for each in folder.rglob(ending)):
            seen.update(path.read_bytes())
    for point in entry_points(group=GROUP):
        seen.update(f"{point.value} {point.dist.version if point.dist else ''}".encode())
    return seen.hexdigest()


def visible_exports(user: Any) -> QuerySet[Export]:
    """Files of texts that the person may read now, without their content."""
    drafts, versions = Draft.objects.visible_to(user), Version.objects.visible_to(user)
    readable = Q(draft__in=drafts.values("pk")) | Q(version__in=versions.values("pk"))
    related = ("draft__amendment", "version__instrument")
    return Export.objects.filter(readable).select_related(*related).defer("content")


@dataclass(frozen=True, slots=True)
class ExportStanding:
    """The state of a file: steps taken and planned, and when the worker last reported."""

    export: Export
    done: int
    of: int
    heard_at: datetime
    now: datetime

    @property
    def is_silent(self) -> bool:
        """Whether nobody seems to work on it."""
        return self.export.is_active and self.now - self.heard_at > SILENCE


def export_standing(export: Export, now: datetime) -> ExportStanding:
    """The state of a file at this moment."""
    is_made = export.state == Export.State.MAKING
    told = progress.seen(str(export.pk), export.moved_at) if is_made else None
    if told is None:
        return ExportStanding(export, 0, 0, export.moved_at, now)
    return ExportStanding(export, told.done, told.of, told.at, now)


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file for which somebody asked, and what it is: "Word with tracked changes"; "" where that is not known any more."""

    request: ExportRequest
    format: str


def files_of(user: Any, most: int) -> Sequence[OwnFile]:
    """The files for which the person asked last, of texts that the person may still read."""
    own = ExportRequest.objects.filter(user=user)
    if not own.exists():  # which is quickly told, and true of most people
        return []
    own = own.filter(export__in=visible_exports(user).values("pk"))
    related = ("export__draft__amendment", "export__version__instrument")
    rows = own.select_related(*related).defer("export__content")[:most]
    labels = {each.slug: str(each.label) for kind in _KINDS.values() for each in exporters_of(kind)}
    return [OwnFile(row, labels.get(row.export.recipe.get("format", ""), "")) for row in rows]
