"""The texts in which the recommendations of an opinion are followed."""

from typing import Any

from django.db.models import Q, QuerySet

from amendments.models import Version
from rights.models import Opinion


def later_texts(user: Any, opinion: Opinion) -> QuerySet[Version]:
    """The readable later texts: the drafts of an amendment and the law that it became, or the later texts of an act."""
    if opinion.amendment_id is not None:
        rule = Q(draft__amendment=opinion.amendment_id) | Q(text_of__draft__amendment=opinion.amendment_id)
    else:
        rule = Q(draft=None, instrument=opinion.instrument_id)
    rows = Version.objects.visible_to(user).filter(rule)
    return rows.select_related("instrument", "draft").order_by("sealed_at", "number")
