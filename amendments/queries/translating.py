"""Who may translate a sealed text."""

from typing import Any

from amendments.models import Version
from amendments.permissions import holds_on

TRANSLATES = "amendments.translate_text"


def may_translate(user: Any, version: Version) -> bool:
    """Its drafters; a translator who may read it."""
    if version.is_drafted_by(user):
        return True
    is_readable = Version.objects.visible_to(user).filter(pk=version.pk).exists()
    return is_readable and holds_on(user, TRANSLATES, version.from_amendment)
