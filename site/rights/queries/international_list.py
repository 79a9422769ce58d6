"""The list of recommendations of international bodies, and what its filters offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.timezone import localdate

from consultations.models import Right
from rights.exports.recommendation_files import RecommendationsDocument
from rights.international_table import table_of
from rights.models import InternationalRecommendation, RightsIssue


@dataclass(frozen=True, slots=True)
class InternationalFilters:
    """The bodies, rights and years that there are."""

    bodies: list[str]
    rights: list[Right]
    years: list[int]


def for_list(user: Any) -> QuerySet[InternationalRecommendation]:
    """The recommendations that the person may read, the newest first, with what a line shows."""
    issues = Prefetch("issues", RightsIssue.objects.visible_to(user).order_by("reference"), "shown_issues")
    rows = InternationalRecommendation.objects.visible_to(user)
    return rows.prefetch_related("rights", issues)


def narrowed(
    rows: QuerySet[InternationalRecommendation], chosen: Mapping[str, str]
) -> QuerySet[InternationalRecommendation]:
    """The recommendations that match the filters. Values that no filter offers are ignored."""
    if body := chosen.get("body"):
        rows = rows.filter(body=body)
    if right := chosen.get("right"):
        rows = rows.filter(rights__code=right)
    year = chosen.get("year", "")
    if year.isdecimal() and 1 <= int(year) <= 9999:
        rows = rows.filter(published_on__year=int(year))
    return rows


def international_filters(user: Any) -> InternationalFilters:
    """Three queries."""
    rows = InternationalRecommendation.objects.visible_to(user).order_by()
    return InternationalFilters(
        sorted(set(rows.values_list("body", flat=True).distinct())),
        list(Right.objects.filter(international__in=rows).distinct()),
        [day.year for day in rows.dates("published_on", "year", order="DESC")],
    )


def recommendations_document(
    rows: QuerySet[InternationalRecommendation], now: datetime
) -> RecommendationsDocument:
    """All of the rows, as they can be imported again."""
    table = table_of(row.given for row in rows)
    return RecommendationsDocument(
        f"recommendations-{localdate(now):%Y-%m-%d}", tuple(tuple(line) for line in table)
    )
