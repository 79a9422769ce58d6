"""The texts in which the recommendations of an opinion are followed."""

from typing import Any

from django.db.models import Q, QuerySet

from amendments.models import Version
from amendments.permissions import holds
from rights.models import Opinion
from rights.powers import Power
from rights.queries.office_texts import office_texts


def later_texts(user: Any, opinion: Opinion) -> QuerySet[Version]:
    """The readable later texts: the drafts of an amendment and the law that it became, or the later texts of an act.

    For the office, which answers for them, those on which it works.
    """
    if opinion.amendment_id is not None:
        rule = Q(draft__amendment=opinion.amendment_id) | Q(text_of__draft__amendment=opinion.amendment_id)
    else:
        rule = Q(draft=None, instrument=opinion.instrument_id)
    is_office = holds(user, Power.READ)
    rows = (office_texts(user) if is_office else Version.objects.visible_to(user)).filter(rule)
    return rows.select_related("instrument", "draft").order_by("sealed_at", "number")
