"""The files of a draft, and one for which a drafter waits."""

from django.utils import timezone

from amendments.exporters import OURS
from amendments.models import Draft, Export, ExportRequest
from amendments.renderers.paper.documents import (
    AmendingActDocument,
    CommentedDocument,
    ComparisonDocument,
    ExecutableActDocument,
    NoteDocument,
    RedlineDocument,
    SingleActDocument,
    SingleRedlineDocument,
    TextDocument,
)
from tests.permissions.world import World

PAGES = {
    TextDocument: "download/",
    SingleActDocument: "download/",
    RedlineDocument: "redline/download/",
    SingleRedlineDocument: "redline/download/",
    CommentedDocument: "redline/download/",
    ComparisonDocument: "redline/download/",
    AmendingActDocument: "act/download/",
    NoteDocument: "note/download/",
    ExecutableActDocument: "act/download/",
}
"""Below the address of a draft, where the files of a kind of document are."""


def exports(draft: Draft) -> list[str]:
    """The address of each file, which `test_exports.py` asks for as every role."""
    return [f"{draft.url}{PAGES[exporter.of]}{exporter.slug}/" for exporter in OURS if exporter.of in PAGES]


def awaited_file(world: World, state: str) -> Export:
    """Of a draft in this state, once."""
    now = timezone.now()
    draft, person = world.drafts[state], world.people["drafter"]
    defaults = {"draft": draft, "recipe": {}, "asked_by": person, "moved_at": now, "used_at": now}
    export, _ = Export.objects.get_or_create(key=f"of the draft {draft.pk}", defaults=defaults)
    asked = {"url": f"{draft.url}download/docx/", "asked_at": now}
    ExportRequest.objects.get_or_create(export=export, user=person, defaults=asked)
    return export


def unreleased_file(world: World) -> list[object]:
    """The key of one of a draft that is not released."""
    return [awaited_file(world, "unreleased").pk]
