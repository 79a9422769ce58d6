"""The days on which texts enter into force."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from amendments.models import Commencement, Version
from amendments.work import MOST, DateAhead


def dates_for(user: Any, now: datetime) -> list[DateAhead]:
    """Entries into force, as the last word on each readable consolidated text says."""
    later = Commencement.objects.filter(version=OuterRef("version"), pk__gt=OuterRef("pk"))
    texts = Version.objects.visible_to(user).filter(draft=None)
    rows = (
        Commencement.objects.filter(~Exists(later), date__gte=localdate(now), version__in=texts.values("pk"))
        .select_related("version__instrument")
        .order_by("date", "pk")[:MOST]
    )
    return [
        DateAhead(
            row.date,
            _("Entry into force of: %(act)s") % {"act": row.version.instrument.shown_title},
            row.version.url,
        )
        for row in rows
        if row.date
    ]
