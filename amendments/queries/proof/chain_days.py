"""The ends of the chain day by day, for those who keep them elsewhere."""

from typing import Any

from django.db.models import Max, QuerySet
from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone

from amendments.models import ChainLink


def last_links() -> QuerySet[ChainLink]:
    """The last link of each day on which something was recorded, the newest first; days of the country."""
    days = ChainLink.objects.annotate(day=TruncDate("at", tzinfo=get_default_timezone())).order_by()
    last: Any = days.values("day").annotate(last=Max("number")).values("last")
    return ChainLink.objects.filter(number__in=last).order_by("-number")
