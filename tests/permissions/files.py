"""A file for which a drafter waits."""

from django.utils import timezone

from amendments.models import Export, ExportRequest
from tests.permissions.world import World


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
