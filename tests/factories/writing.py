"""What a browser posts from the form of a comment."""

import uuid
from typing import Any

TYPED = {"stance": "opposes", "rationale": "Words of the author.", "proposed_text": "", "visibility": "public",
         "identity": "shown", "language": "en", "priority": "medium"}  # fmt: skip


def typed(world: Any, **more: Any) -> dict[str, Any]:
    """A filled form for the non-governmental organisation, with a key of its own."""
    return {**TYPED, "acting_for": str(world.ngo.pk), "key": str(uuid.uuid4()), **more}
