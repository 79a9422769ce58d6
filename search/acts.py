"""What the acts of the index are called, to tell which of them a citation means."""

from django.db import connection

from search.models.facets import NAME, FacetValues
from search.query.acts import Acts, bare_numbers
from search.query.plan import Plan

_Mark = tuple[int, int]
_known: tuple[_Mark, Acts] = ((0, 0), Acts(()))  # a process reads names once, and again when there are others
_MARK = f"SELECT COUNT(*), COALESCE(SUM(code & 4294967295), 0) FROM search_facetvalues WHERE facet = '{NAME}'"  # noqa: S608


def with_acts(plan: Plan) -> Plan:
    """The plan with the acts that are named beside its citations; only titles that everybody may read name any."""
    if plan.citations:
        return _acts().named(plan) if plan.beside or plan.phrases else plan
    return _acts().cited(plan) if any(bare_numbers(plan.typed)) else plan


def _acts() -> Acts:
    global _known
    mark, acts = _known
    found = _mark()
    if found != mark:
        names = FacetValues.objects.filter(facet=NAME).only("joined")
        every = sorted(row.values for row in names)
        acts = Acts((act, " ".join(title) if title else None) for act, *title in every)
        _known = found, acts
    return acts


def _mark() -> _Mark:
    """What changes with any name: codes are made of what they stand for."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        count, codes = cursor.fetchone()
    return int(count), int(codes)
