"""Finds out which act a citation names, from the titles and numbers of the acts in the index."""

from django.db import connection

from search.models.facets import NAME, FacetValues
from search.query.acts import Acts, bare_numbers
from search.query.plan import Plan

_Mark = tuple[int, int]
# each process keeps the names and reads them again when they have changed
_known: tuple[_Mark, Acts] = ((0, 0), Acts(()))
_MARK = f"SELECT COUNT(*), COALESCE(SUM(code & 4294967295), 0) FROM {FacetValues._meta.db_table} WHERE facet = '{NAME}'"  # noqa: S608


def with_acts(plan: Plan) -> Plan:
    """Add to the plan the acts that are named beside its citations. Only titles that everybody may read are considered."""
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
    """A value that changes whenever a name changes: each code is computed from the name it stands for."""
    with connection.cursor() as cursor:
        cursor.execute(_MARK)
        count, codes = cursor.fetchone()
    return int(count), int(codes)
