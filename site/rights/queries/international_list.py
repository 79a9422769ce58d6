"""The list of recommendations of international bodies, and what its filters offer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import contains
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from consultations.models import Right
from rights.exports.recommendation_files import RecommendationsDocument
from rights.international_table import table_of
from rights.models import InternationalRecommendation, RightsIssue
from rights.queries.international_rights import keys_suggesting
from rights.queries.issue_lines import MOST_WORDS, one_of, said_as

FILTERS = ("words", "body", "right", "theme", "affected", "country", "position", "year")
SEARCHED = ("text", "body", "symbol", "annotation", "session")
# By filter: the field with its items
LISTED = {"theme": "themes", "affected": "affected", "country": "countries"}


@dataclass(frozen=True, slots=True)
class InternationalFilters:
    """What the rows have, each once, in the order of the filters."""

    bodies: list[str]
    rights: list[Right]
    themes: list[str]
    affected: list[str]
    countries: list[str]
    positions: list[str]
    years: list[int]


def for_list(user: Any) -> QuerySet[InternationalRecommendation]:
    """The recommendations that the person may read, the newest first, with what a line shows."""
    issues = Prefetch("issues", RightsIssue.objects.visible_to(user).order_by("reference"), "shown_issues")
    rows = InternationalRecommendation.objects.visible_to(user)
    return rows.prefetch_related("rights", issues)


def narrowed(
    rows: QuerySet[InternationalRecommendation], chosen: Mapping[str, str]
) -> QuerySet[InternationalRecommendation]:
    """The recommendations that match the filters, all of them together. At most two queries of its own.

    A right finds also the rows that name none and whose words suggest it.
    """
    for word in chosen.get("words", "").split()[:MOST_WORDS]:
        rows = rows.filter(one_of(SEARCHED, said_as(word)))
    for name in ("body", "position"):
        if value := chosen.get(name):
            rows = rows.filter(**{name: value})
    year = chosen.get("year", "")
    if year.isdecimal() and 1 <= int(year) <= 9999:
        rows = rows.filter(published_on__year=int(year))
    rows = _with_items(rows, chosen)
    if right := chosen.get("right"):
        named = InternationalRecommendation.objects.filter(rights__code=right).order_by().values("pk")
        rows = rows.filter(Q(pk__in=named) | Q(pk__in=keys_suggesting(rows, right)))
    return rows


def _with_items(
    rows: QuerySet[InternationalRecommendation], chosen: Mapping[str, str]
) -> QuerySet[InternationalRecommendation]:
    """The rows whose lists have the chosen items. They are read here: databases ask lists in different ways."""
    asked = {field: value for name, field in LISTED.items() if (value := chosen.get(name))}
    if not asked:
        return rows
    read = rows.order_by().values_list("pk", *asked)
    wanted = list(asked.values())
    keys = [pk for pk, *lists in read if all(map(contains, lists, wanted))]
    return rows.filter(pk__in=keys)


def international_filters(user: Any) -> InternationalFilters:
    """Two queries. Every right is offered where rows name none, because their words may suggest each."""
    rows = InternationalRecommendation.objects.visible_to(user).order_by()
    read = list(rows.values_list("body", "position", "published_on", *LISTED.values(), "rights"))
    bodies, positions, days, themes, affected, countries, rights = (
        zip(*read, strict=True) if read else ((),) * 7
    )
    offered: QuerySet[Right] = Right.objects.all()
    return InternationalFilters(
        sorted(set(bodies)),
        list(offered if None in rights else offered.filter(pk__in=set(rights))),
        _each_once(themes),
        _each_once(affected),
        _each_once(countries),
        sorted(set(filter(None, positions))),
        sorted({day.year for day in days if day}, reverse=True),
    )


def _each_once(lists: Iterable[Iterable[str]]) -> list[str]:
    return sorted({item for items in lists for item in items})


def recommendations_document(
    rows: QuerySet[InternationalRecommendation], now: datetime
) -> RecommendationsDocument:
    """All of the rows, as they can be imported again."""
    table = table_of(row.given for row in rows)
    return RecommendationsDocument(
        f"recommendations-{localdate(now):%Y-%m-%d}", tuple(tuple(line) for line in table)
    )
