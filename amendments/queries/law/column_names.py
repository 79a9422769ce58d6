"""What each column of a comparative table holds: the text in force, an earlier one, adopted law or a proposal."""

from typing import Any

from django.utils.translation import gettext as _

from amendments.models import Version
from amendments.queries.law.in_force_now import standing_of
from amendments.queries.way.adoption import is_adopted


def column_name(user: Any, version: Version) -> str:
    """ "Proposed text – Draft 1", "Current text – Consolidated text 2"; only texts that the person may read count."""
    return f"{_named(user, version)} – {version.label}"


def _named(user: Any, version: Version) -> str:
    if version.draft is not None:
        return _("Adopted text") if is_adopted(version.draft) else _("Proposed text")
    standing = standing_of(user, version)
    if standing.is_coming:
        return _("Adopted text")
    if standing.present is not None and standing.present.number > version.number:
        return _("Earlier text")
    return _("Current text")
